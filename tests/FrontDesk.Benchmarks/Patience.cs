namespace FrontDesk.Benchmarks;

/// <summary>Waiting for a program that was just started.</summary>
public static class Patience
{
    /// <summary>Until something answers there, whatever it says.</summary>
    /// <exception cref="InvalidOperationException">The program ended before.</exception>
    public static async Task UntilAnyAnswerAsync(Uri address, Command program, CancellationToken cancel)
    {
        using var client = new HttpClient();
        for (var left = 2_400; ; left--)
        {
            try
            {
                using var response = await client.GetAsync(address, cancel);
                return;
            }
            catch (HttpRequestException unanswered) when (left > 0)
            {
                if (program.HasEnded)
                {
                    throw new InvalidOperationException($"The program that was to answer at {address} has ended: its log says why.", unanswered);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
            }
        }
    }
}
