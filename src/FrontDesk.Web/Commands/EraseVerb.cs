using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Commands;

/// <summary>"erase".</summary>
internal static class EraseVerb
{
    public static async Task<int> RunAsync(VerbCall call, CancellationToken cancel)
    {
        var (name, given, rehearsal) = (call.Option("--desk"), call.Option("--number"), call.Flag("--dry-run"));
        call.NothingElse();
        if (!PhoneNumber.TryParse(given, out var number))
        {
            throw new MisuseException("--number must be in E.164, like +13105550142.");
        }

        await call.OpenBooksAsync(cancel);
        await call.Of<DeskBook>().ReloadAsync(cancel);
        if (call.Of<DeskBook>().Named(name) is not { } desk)
        {
            return await SayAsync($"There is no desk {name}.");
        }

        var (erasure, whom) = (call.Of<Erasure>(), new Forgotten.OfNumber(number));
        var outcome = rehearsal ? await erasure.CountAsync(desk.Id, whom, cancel) : await erasure.ForgetAsync(desk.Id, whom, "the command line", cancel);
        await call.Of<ChangeFeed>().TellAsync(cancel);
        if (outcome is not (ErasureOutcome.Done or ErasureOutcome.Waits))
        {
            return await SayAsync(ErasureWords.Of(outcome));
        }

        Console.WriteLine(rehearsal && outcome is ErasureOutcome.Done(var count) ? $"Would forget {number.Masked}: {ErasureWords.Of(count)}." : $"{number.Masked}: {ErasureWords.Of(outcome)}");
        return Verb.Fine;
    }

    private static async Task<int> SayAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return Verb.Problem;
    }
}
