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
        var missed = Take(ListKind.Calls, page, call => Finding(ListedOf(call), call.Sid, call.From, call.To, known));
        tally.Missed(ListKind.Calls, await calls.WriteDownAsync(missed, time.GetUtcNow(), cancel));
        await SettleAsync(page.Where(call => IsOurs(call.Direction, call.From)).Select(call => SentOf(Channel.Call, call.Sid, call.From, call.To, null, call.CreatedAt)), cancel);
    }

    public async Task CompareAsync(IReadOnlyList<CarrierText> page, CancellationToken cancel)
    {
        var known = await texts.KnownAsync(page.Select(text => text.Sid), cancel);
        var missed = Take(ListKind.Texts, page, text => Finding(ListedOf(text), text.Sid, text.From, text.To, known));
        tally.Missed(ListKind.Texts, await texts.WriteDownAsync(missed, time.GetUtcNow(), cancel));
        await SettleAsync(page.Where(text => !known.Contains(text.Sid) && IsOurs(text.Direction, text.From)).Select(text => SentOf(Channel.Text, text.Sid, text.From, text.To, text.Body, text.CreatedAt)), cancel);
    }

    private List<T> Take<T>(ListKind kind, IReadOnlyList<T> page, Func<T, Finding> finding)
    {
        tally.Read(kind, page.Count);
        var found = page.ToLookup(finding);
        tally.PassesOver(found[FrontDesk.Reconciling.Finding.Erased].Count());
        tally.Leaves(found[FrontDesk.Reconciling.Finding.StillOpen].Count());
        return [.. found[FrontDesk.Reconciling.Finding.Missed]];
    }

    private Listed ListedOf(CarrierCall call) =>
        new(ListKind.Calls, IsInbound(call.Direction), call.StartedAt ?? time.GetUtcNow(), CallStatusWord.Read(call.Status)?.IsOver() == true);

    private Listed ListedOf(CarrierText text) => new(ListKind.Texts, IsInbound(text.Direction), text.SentAt ?? time.GetUtcNow(), IsOver: true);

    private Finding Finding(Listed listed, string sid, string? from, string? to, IReadOnlySet<string> known) => Comparing.Of(
        listed, new OurSide(known.Contains(sid), ourNumbers.Have(to), erased.Covers(sid, from, listed.At)), SinceOf(to), time.GetUtcNow());

    private DateTimeOffset SinceOf(string? number) => ourNumbers.SinceOf(number) is var line && line > since ? line : since;

    /// <summary>What is so young may be in the hands of whoever sends it.</summary>
    private async Task SettleAsync(IEnumerable<Outgone?> page, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<Outgone> old = [.. page.OfType<Outgone>().Where(one => one.At >= SinceOf(one.From.E164) - Comparing.Skew && one.At + IntentLog.Lease < now)];
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

    private bool IsOurs(string? direction, string? from) => string.Equals(direction, AskedFor, StringComparison.Ordinal) && ourNumbers.Have(from);

    private static bool IsInbound(string? direction) => string.Equals(direction, Inbound, StringComparison.Ordinal);

    private static Outgone? SentOf(Channel channel, string sid, string? from, string? to, string? body, DateTimeOffset? created) =>
        PhoneNumber.TryParse(from ?? "", out var line) && PhoneNumber.TryParse(to ?? "", out var phone) && created is { } at && sid.Length is > 0 and <= 64
            ? new Outgone(channel, sid, line, phone, body, at)
            : null;
}
