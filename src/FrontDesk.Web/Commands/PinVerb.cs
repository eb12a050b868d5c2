using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Commands;

/// <summary>"pin set".</summary>
internal static class PinVerb
{
    public static async Task<int> SetAsync(VerbCall call, CancellationToken cancel)
    {
        var name = call.Option("--desk");
        call.NothingElse();
        await call.OpenBooksAsync(cancel);
        var desks = call.Of<DeskBook>();
        await desks.ReloadAsync(cancel);
        if (desks.Named(name) is not { } desk)
        {
            return await SayAsync($"There is no desk {name}.");
        }

        if (Secret.Ask("PIN: ") is not { } pin)
        {
            return await SayAsync("The PIN was not typed twice alike.");
        }

        if (await call.Of<PinBook>().SetAsync(desk, pin, cancel) is { } objection)
        {
            return await SayAsync(objection);
        }

        Console.WriteLine($"{desk.BossName} can phone in with it. A desk that is running and had no PIN sees it when it is restarted.");
        return Verb.Fine;
    }

    private static async Task<int> SayAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return Verb.Problem;
    }
}
