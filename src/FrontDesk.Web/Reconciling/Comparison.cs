using FrontDesk.Calls;
using FrontDesk.Reconciling;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reconciling;

/// <summary>Compares a page of the carrier's lists with our books, and writes down at once what never reached us.</summary>
internal sealed class Comparison(
    MissedCalls calls, MissedTexts texts, SentOut sent, Tally tally, OurNumbers ourNumbers, Tombstones.Erased erased, DateTimeOffset since, TimeProvider time)
{
    private const string Inbound = "inbound";

    /// <summary>In the carrier's words, what a program of the account asked for; all else that goes out is a part of that, or the carrier's own.</summary>
    private const string AskedFor = "outbound-api";

    public async Task CompareAsync(IReadOnlyList<CarrierCall> page, CancellationToken cancel)
    {
        var known = await calls.KnownAsync(page.Select(call => call.Sid), cancel);
        var missed = Take(ListKind.Calls, page, call => Finding(call, known, ListKind.Calls));
        tally.Missed(ListKind.Calls, await calls.WriteDownAsync(missed, time.GetUtcNow(), cancel));
        await SettleAsync(page.Where(call => IsOurs(call.Direction, call.From)).Select(SentOf), cancel);
    }

    public async Task CompareAsync(IReadOnlyList<CarrierText> page, CancellationToken cancel)
    {
        var known = await texts.KnownAsync(page.Select(text => text.Sid), cancel);
        var missed = Take(ListKind.Texts, page, text => Finding(text, known));
        tally.Missed(ListKind.Texts, await texts.WriteDownAsync(missed, time.GetUtcNow(), cancel));
        await SettleAsync(page.Where(text => !known.Contains(text.Sid) && IsOurs(text.Direction, text.From)).Select(SentOf), cancel);
    }

    private List<T> Take<T>(ListKind kind, IReadOnlyList<T> page, Func<T, Finding> finding)
    {
        tally.Read(kind, page.Count);
        var found = page.ToLookup(finding);
        tally.PassesOver(found[FrontDesk.Reconciling.Finding.Erased].Count());
        tally.Leaves(found[FrontDesk.Reconciling.Finding.StillOpen].Count());
        return [.. found[FrontDesk.Reconciling.Finding.Missed]];
    }

    private Finding Finding(CarrierCall call, IReadOnlySet<string> known, ListKind kind)
    {
        var at = call.StartedAt ?? time.GetUtcNow();
        return Comparing.Of(
            new Listed(kind, IsInbound(call.Direction), at, CallStatusWord.Read(call.Status)?.IsOver() == true),
            new OurSide(known.Contains(call.Sid), ourNumbers.Numbers.Contains(call.To ?? ""), erased.Covers(call.Sid, call.From, at)),
            since,
            time.GetUtcNow());
    }

    private Finding Finding(CarrierText text, IReadOnlySet<string> known)
    {
        var at = text.SentAt ?? time.GetUtcNow();
        return Comparing.Of(
            new Listed(ListKind.Texts, IsInbound(text.Direction), at, IsOver: true),
            new OurSide(known.Contains(text.Sid), ourNumbers.Numbers.Contains(text.To ?? ""), erased.Covers(text.Sid, text.From, at)),
            since,
            time.GetUtcNow());
    }

    /// <summary>What is so young may be in the hands of whoever sends it.</summary>
    private async Task SettleAsync(IEnumerable<Outgone?> page, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<Outgone> old = [.. page.OfType<Outgone>().Where(one => one.At >= since - Comparing.Skew && one.At + IntentLog.Lease < now)];
        var known = await sent.KnownAsync(old.Select(one => one.Sid), cancel);
        foreach (var one in old.Where(one => !known.Contains(one.Sid)).OrderBy(one => one.At))
        {
            if (await sent.AdoptAsync(one, now, cancel))
            {
                tally.Settled(1);
            }
            else
            {
                tally.Foreign(1);
            }
        }
    }

    private bool IsOurs(string? direction, string? from) => string.Equals(direction, AskedFor, StringComparison.Ordinal) && ourNumbers.Numbers.Contains(from ?? "");

    private static bool IsInbound(string? direction) => string.Equals(direction, Inbound, StringComparison.Ordinal);

    private static Outgone? SentOf(CarrierCall call) =>
        PhoneNumber.TryParse(call.From ?? "", out var from) && PhoneNumber.TryParse(call.To ?? "", out var to) && call.CreatedAt is { } at && call.Sid.Length is > 0 and <= 64
            ? new Outgone(Channel.Call, call.Sid, from, to, null, at)
            : null;

    private static Outgone? SentOf(CarrierText text) =>
        PhoneNumber.TryParse(text.From ?? "", out var from) && PhoneNumber.TryParse(text.To ?? "", out var to) && text.CreatedAt is { } at && text.Sid.Length is > 0 and <= 64
            ? new Outgone(Channel.Text, text.Sid, from, to, text.Body, at)
            : null;
}
