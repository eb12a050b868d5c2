using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;

namespace FrontDesk.Web.Reconciling;

/// <summary>
/// Which texts of the carrier's list are on file, and how the others get there. A text found so late is written down and not obeyed: "1" was about
/// what its sender had before her then.
/// </summary>
public sealed class MissedTexts(Database database, DeskBook desks)
{
    /// <summary>Of these, those on file.</summary>
    public Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string> sids, CancellationToken cancel) => KnownSids.OfAsync(
        database,
        "select message_sid from texts where message_sid is not null and message_sid in @some",
        sids,
        cancel);

    /// <returns>How many of them were new.</returns>
    public async Task<int> WriteDownAsync(IReadOnlyList<CarrierText> texts, DateTimeOffset now, CancellationToken cancel)
    {
        var written = 0;
        foreach (var text in texts)
        {
            if (IncomingText.Of(text) is { } incoming && await database.WriteAsync(work => WriteDownAsync(work, incoming, text.SentAt ?? now, now), cancel))
            {
                written++;
            }
        }

        return written;
    }

    /// <summary>By the same note in the inbox as a text that is brought: whichever comes first, it is written down once.</summary>
    private async Task<bool> WriteDownAsync(Work work, IncomingText text, DateTimeOffset sentAt, DateTimeOffset now)
    {
        if (!await Inbox.IsNewAsync(work, $"text:{text.Sid}", now))
        {
            return false;
        }

        await TextLog.WriteDownAsync(work, desks.OnLine(text.To)?.Id, text, sentAt);
        await work.ExecuteAsync("update texts set found_at = @now where message_sid is not null and message_sid = @Sid", new { text.Sid, now });
        return true;
    }
}
