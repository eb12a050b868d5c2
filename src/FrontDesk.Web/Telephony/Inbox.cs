using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>The deliveries acted upon already: noted in the transaction of their effect, so that a repeated one has none.</summary>
public static class Inbox
{
    /// <param name="key">"text:{sid}", "status:{sid}:{state}".</param>
    public static async Task<bool> IsNewAsync(Work work, string key, DateTimeOffset now) => await work.ExecuteAsync(
        "insert into inbox (event_key, received_at) select @key, @now where not exists (select 1 from inbox where event_key = @key)",
        new { key, now }) == 1;
}
