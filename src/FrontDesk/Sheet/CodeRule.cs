using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Desks;

namespace FrontDesk.Sheet;

/// <summary>A code, the reason for it, and the reason as a sentence.</summary>
/// <param name="Finer">Tells lines of one code and reason apart: the smaller goes first.</param>
public sealed record Rank(CallCode Code, CodeReason Reason, string Why, int Finer = 0);

/// <summary>How soon one party is to be called back, and why (R3). The assistant's word goes before every rule.</summary>
public static class CodeRule
{
    /// <param name="calls">One party's, newest first; at least one.</param>
    public static Rank Of(IReadOnlyList<OwedCall> calls, DeskClock clock, DateTimeOffset now)
    {
        var counted = UnwantedRule.Counted(calls);
        var wantsReturn = counted.Select(call => call.WantsReturn).FirstOrDefault(wants => wants is not null) ?? true;
        var rank = AssistantSays(calls)
            ?? UnwantedRule.Of(counted[0])
            ?? WantsToTalk(counted)
            ?? ReturningOurCall(counted, clock, now)
            ?? (wantsReturn ? DealInProgress(counted) : null)
            ?? TooImportantNotTo(counted)
            ?? Ordinarily(counted, wantsReturn);
        string[] why = [rank.Why, .. UnwantedRule.Notes(calls, counted), .. Notes(calls, wantsReturn, clock, now)];
        return rank with { Why = string.Join("; ", why) };
    }

    private static Rank? AssistantSays(IReadOnlyList<OwedCall> calls) =>
        calls.Select(call => call.Assistant).FirstOrDefault(code => code is not null) is { } said
            ? new Rank(said.Code, CodeReason.AssistantSays, string.IsNullOrWhiteSpace(said.Why) ? $"{said.By} says so" : $"{said.By} says: {said.Why.Trim()}")
            : null;

    private static Rank? WantsToTalk(IReadOnlyList<OwedCall> calls) =>
        calls.Any(call => call.WantsToTalk) ? new Rank(CallCode.CallAsap, CodeReason.WantsToTalk, "Wants to talk: the boss is trying to reach them") : null;

    /// <summary>They rang after we did: a call of ours that came later is not what they return.</summary>
    private static Rank? ReturningOurCall(IReadOnlyList<OwedCall> calls, DeskClock clock, DateTimeOffset now) =>
        calls.Where(call => call.WeCalledAt < call.ReceivedAt).Max(call => call.WeCalledAt) is { } weCalledAt
            ? new Rank(CallCode.CallAsap, CodeReason.ReturningOurCall, $"Returning our call of {DeskDay.Moment(weCalledAt, clock, now)}")
            : null;

    private static Rank? DealInProgress(IReadOnlyList<OwedCall> calls) =>
        calls.Select(NamedMatter).FirstOrDefault(matter => matter is not null) is { } named
            ? new Rank(CallCode.CallAsap, CodeReason.DealInProgress, $"Deal in progress: names {named.Name}")
            : null;

    private static Matter? NamedMatter(OwedCall call)
    {
        if (call.Regarding is not { } regarding || call.Matters.Count == 0)
        {
            return null;
        }

        var said = Utterance.Of(regarding);
        return call.Matters.OrderBy(matter => matter.Name, StringComparer.Ordinal).FirstOrDefault(matter => matter.IsNamedIn(said));
    }

    private static Rank? TooImportantNotTo(IReadOnlyList<OwedCall> calls) =>
        calls.Any(call => call.Standing == Standing.TooImportantNotTo)
            ? new Rank(CallCode.CallAsap, CodeReason.TooImportantNotTo, "Too important not to call back")
            : null;

    private static Rank Ordinarily(IReadOnlyList<OwedCall> calls, bool wantsReturn)
    {
        var rank = calls[0] switch
        {
            { Standing: Standing.Valued } => new Rank(CallCode.CallToday, CodeReason.Valued, "Valued: call back the same day"),
            { ContactId: not null } => new Rank(CallCode.CallSometime, CodeReason.Unknown, "In the book, nothing pressing"),
            _ => new Rank(CallCode.CallMaybe, CodeReason.Unknown, Stranger(calls)),
        };
        var lifted = wantsReturn && calls.Any(call => call.SaysUrgent && CanBeCalled(call));
        return lifted ? rank with { Code = rank.Code - 1, Reason = CodeReason.SaysUrgent, Why = $"Says it is urgent: one step up; {Uncapitalised(rank.Why)}" } : rank;
    }

    private static string Stranger(IReadOnlyList<OwedCall> calls) =>
        calls.All(call => call.IsMissed) ? calls.Any(CanBeCalled) ? "Not in the book" : "Not in the book, the number withheld"
        : calls.All(call => call is { Name: null, Regarding: null, NumberAsHeard: null, HungUpAt: not null }) ? "Not in the book, said nothing"
        : calls.All(call => !CanBeCalled(call)) ? "Not in the book, left no number"
        : "Not in the book";

    private static bool CanBeCalled(OwedCall call) => call.Numbers.Count > 0 || call.NumberAsHeard is not null;

    private static string Uncapitalised(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>What nobody was there to hear is not held to be nothing.</summary>
    private static string[] Missed(int missed, int calls) =>
        missed == 0 ? []
        : missed < calls ? [$"{missed} of {calls} calls missed while we were down"]
        : ["missed while we were down: we do not know what they wanted"];

    /// <summary>What is said without changing the code: how often somebody rings is noted, never held for or against them.</summary>
    private static string[] Notes(IReadOnlyList<OwedCall> calls, bool wantsReturn, DeskClock clock, DateTimeOffset now)
    {
        var day = clock.Day(calls[0].ReceivedAt);
        var thatDay = calls.Count(call => clock.Day(call.ReceivedAt) == day);
        string[] noCallBack = wantsReturn ? [] : ["asks for no call back"];
        string[] often = thatDay > 1 ? [$"called {thatDay} times {DeskDay.Day(calls[0].ReceivedAt, clock, now)}"] : [];
        string[] returning = calls.Any(call => call.SaysReturning) && calls.All(call => call.WeCalledAt is null) ? ["says they return our call; our log has none"] : [];
        string[] missed = Missed(calls.Count(call => call.IsMissed), calls.Count);
        string[] says = calls.Select(call => call.SaysName).FirstOrDefault(name => name is not null) is { } other ? [$"gave the name {other}"] : [];
        string[] elsewhere = calls.All(call => call.FromElsewhere) ? ["from a number that is not on the card"] : [];
        return [.. missed, .. noCallBack, .. returning, .. says, .. elsewhere, .. often];
    }
}
