using FrontDesk.Desks;
using FrontDesk.Reconciling;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reconciling;

/// <summary>
/// One comparison of the carrier's lists with our books (R1): what never reached us is written down, what went out in doubt is settled, and where
/// the numbers lead is told. Whatever is repeated or run by two nodes at once, each call gets onto the log once.
/// </summary>
public sealed partial class Reconciliation(
    RunBook book, ITelephony telephony, DeskBook desks, MissedCalls calls, MissedTexts texts, SentOut sent, Tombstones tombstones, Settings settings, TimeProvider time,
    ILogger<Reconciliation> log)
{
    /// <summary>Lists in a row that could not be read: the carrier is away, and the others may wait for the next round.</summary>
    private const int MostFailures = 3;

    private const int LongestWhy = 300;

    private string Ours => settings.PublicUrl.OriginalString.TrimEnd('/');

    /// <returns>The comparison as it ended; null where another one is under way, or was made within that time.</returns>
    public async Task<ReconcileRun?> RunAsync(TimeSpan unlessWithin, CancellationToken cancel)
    {
        if (await book.BeginAsync(unlessWithin, time.GetUtcNow(), cancel) is not { } run)
        {
            return null;
        }

        var tally = new Tally(book, run, time);
        try
        {
            await RunAsync(tally, run.SinceAt, cancel);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DatabaseUnavailableException))
        {
            tally.BreaksOff("a fault of ours");
            LogFault(fault);
        }
        finally
        {
            // Though we are shutting down: what was found is told, and nobody waits for the lease.
            tally.Stop(cancel.IsCancellationRequested ? "it was cut short" : null);
            await tally.SaveAsync(CancellationToken.None);
        }

        if (tally.Run.FoundSomething)
        {
            LogFound(tally.Run.State, tally.Run.CallsMissed, tally.Run.TextsMissed, tally.Run.IntentsSettled, tally.Run.ForeignSeen, tally.Run.Why);
        }

        return tally.Run;
    }

    private async Task RunAsync(Tally tally, DateTimeOffset since, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var callDays = ListDays.ToRead(since, now, await book.DaysReadAsync(ListKind.Calls, cancel));
        var textDays = ListDays.ToRead(since, now, await book.DaysReadAsync(ListKind.Texts, cancel));
        await tally.BeginsAsync(1 + callDays.Count + textDays.Count, cancel);
        var ourNumbers = await ReadNumbersAsync(tally, cancel);
        tally.Settled(await sent.SettleAsync(now, cancel));
        var comparison = new Comparison(calls, texts, sent, tally, ourNumbers, await tombstones.ReadAsync(cancel), since, time);
        // Day by day, the calls first: they are who waits.
        foreach (var day in callDays.Concat(textDays).Distinct().OrderDescending())
        {
            if (callDays.Contains(day))
            {
                await ReadDayAsync(tally, ListKind.Calls, day, telephony.CallsOfAsync(day, cancel), comparison.CompareAsync, ourNumbers.AreAll, cancel);
            }

            if (textDays.Contains(day))
            {
                await ReadDayAsync(tally, ListKind.Texts, day, telephony.TextsOfAsync(day, cancel), comparison.CompareAsync, ourNumbers.AreAll, cancel);
            }
        }

        tally.InDoubt(await sent.CountInDoubtAsync(time.GetUtcNow(), cancel));
    }

    /// <param name="counts">False while it is not known which numbers are ours: then the day is read once more.</param>
    private async Task ReadDayAsync<T>(
        Tally tally, ListKind kind, DateOnly day, IAsyncEnumerable<LookUp<IReadOnlyList<T>>> pages, Func<IReadOnlyList<T>, CancellationToken, Task> compareAsync, bool counts, CancellationToken cancel)
    {
        if (tally.FailuresInARow >= MostFailures)
        {
            return;
        }

        var readAt = time.GetUtcNow();
        if (await ReadAsync(tally, $"{(kind == ListKind.Calls ? "calls" : "texts")} of {day:yyyy-MM-dd}", pages, compareAsync, cancel) && counts)
        {
            await book.DayReadAsync(kind, day, readAt, cancel);
        }
    }

    private async Task<OurNumbers> ReadNumbersAsync(Tally tally, CancellationToken cancel)
    {
        var lines = desks.All.SelectMany(desk => desk.Lines).ToList();
        var read = new List<NumberAtCarrier>();
        var all = await ReadAsync(
            tally,
            "numbers",
            telephony.LinesAsync(cancel),
            (page, _) =>
            {
                read.AddRange(page.Select(NumberOf).OfType<NumberAtCarrier>());
                return Task.CompletedTask;
            },
            cancel);
        if (all && await book.ReplaceDifferencesAsync(NumberCheck.Of(lines.Select(line => line.Number).ToHashSet(), read, Ours), time.GetUtcNow(), cancel) is > 0 and var differences)
        {
            LogAstray(differences);
        }

        var sendUsCalls = read.Where(number => NumberCheck.SendsUsCalls(number, Ours)).Select(number => number.Number);
        return new OurNumbers(lines, sendUsCalls, all);
    }

    /// <summary>What was read counts, however it ends.</summary>
    private static async Task<bool> ReadAsync<T>(
        Tally tally, string what, IAsyncEnumerable<LookUp<IReadOnlyList<T>>> pages, Func<IReadOnlyList<T>, CancellationToken, Task> takeAsync, CancellationToken cancel)
    {
        await foreach (var page in pages.WithCancellation(cancel))
        {
            if (page is not LookUp<IReadOnlyList<T>>.Found { Value: var rows })
            {
                var why = $"{what}: {(page as LookUp<IReadOnlyList<T>>.Unreachable)?.Why ?? "not there"}";
                tally.Fails(PlainText.Cut(why, LongestWhy));
                return false;
            }

            await takeAsync(rows, cancel);
            await tally.SaveAsync(cancel);
        }

        await tally.StepAsync(cancel);
        return true;
    }

    private static NumberAtCarrier? NumberOf(CarrierLine line) => line.PhoneNumber is not { Length: > 0 and <= 16 } number ? null : new NumberAtCarrier
    {
        Number = number,
        VoiceUrl = line.VoiceUrl,
        VoiceMethod = line.VoiceMethod,
        VoiceFallbackUrl = line.VoiceFallbackUrl,
        VoiceFallbackMethod = line.VoiceFallbackMethod,
        VoiceStatusUrl = line.StatusCallback,
        VoiceStatusMethod = line.StatusCallbackMethod,
        TextUrl = line.SmsUrl,
        TextMethod = line.SmsMethod,
        TextFallbackUrl = line.SmsFallbackUrl,
        CallsGoTo = Some(line.TrunkSid) ?? Some(line.VoiceApplicationSid),
        TextsGoTo = Some(line.SmsApplicationSid),
        TakesTexts = line.Capabilities?.Sms != false,
    };

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [LoggerMessage(Level = LogLevel.Error, Message = "The round over the carrier's lists failed; the next one goes on from there")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Differences} settings of our numbers at the carrier are new and not what this desk needs: /reconcile shows which")]
    private partial void LogAstray(int differences);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Compared with the carrier ({State}): {Calls} calls and {Texts} texts had not reached us, {Settled} in doubt were settled, {Foreign} went out unknown to us. {Why}")]
    private partial void LogFound(RunState state, int calls, int texts, int settled, int foreign, string? why);
}

/// <summary>The numbers whose calls are ours to answer for, and since when.</summary>
/// <param name="areAll">False where the carrier did not say all of its own.</param>
internal sealed class OurNumbers(IEnumerable<Line> lines, IEnumerable<string> sendUsCalls, bool areAll)
{
    private readonly Dictionary<string, DateTimeOffset> since = lines.Select(line => (line.Number.E164, line.Since))
        .Concat(sendUsCalls.Select(number => (number, DateTimeOffset.UnixEpoch)))
        .DistinctBy(number => number.Item1, StringComparer.Ordinal)
        .ToDictionary(number => number.Item1, number => number.Item2, StringComparer.Ordinal);

    public bool AreAll => areAll;

    public bool Have(string? number) => since.ContainsKey(number ?? "");

    /// <summary>The dawn of time for what is none of ours.</summary>
    public DateTimeOffset SinceOf(string? number) => since.GetValueOrDefault(number ?? "", DateTimeOffset.UnixEpoch);
}
