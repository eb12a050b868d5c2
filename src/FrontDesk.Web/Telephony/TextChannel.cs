using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Telephony;

/// <summary>Whether a phone of the boss or her assistant takes our texts: closed by STOP or by the carrier, opened again by START only.</summary>
public static class TextChannel
{
    public static Task CloseIfToldAsync(Work work, Intent intent, int code, DateTimeOffset now) =>
        intent.Channel == Channel.Text && TwilioCode.ClosesTexts(code)
            ? CloseAsync(work, intent.DeskId, intent.ToNumber, now)
            : Task.CompletedTask;

    public static async Task CloseAsync(Work work, Guid deskId, PhoneNumber number, DateTimeOffset now)
    {
        var row = new { deskId, number, now };
        await work.ExecuteAsync("update boss_phones set texts_closed_at = @now where desk_id = @deskId and number = @number and texts_closed_at is null", row);
        await work.ExecuteAsync("update desks set assistant_closed = @number where id = @deskId and assistant_number = @number", row);
        await Changes.CountAsync(work, Changes.Desks);
    }

    public static async Task OpenAsync(Work work, Guid deskId, PhoneNumber number)
    {
        await work.ExecuteAsync("update boss_phones set texts_closed_at = null where desk_id = @deskId and number = @number", new { deskId, number });
        await work.ExecuteAsync("update desks set assistant_closed = null where id = @deskId and assistant_closed = @number", new { deskId, number });
        await Changes.CountAsync(work, Changes.Desks);
    }

    /// <summary>Whether the assistant on file, where there is one, takes our texts.</summary>
    public static async Task<bool> AssistantTakesTextsAsync(Look look, Guid deskId) => await look.FirstOrDefaultAsync<int>(
        "select count(*) from desks where id = @deskId and assistant_number is not null and (assistant_closed is null or assistant_closed <> assistant_number)", new { deskId }) > 0;

    /// <summary>The desk's phones as they are at this moment, in the order they are tried.</summary>
    public static Task<IReadOnlyList<ReachablePhone>> PhonesAsync(Look look, Guid deskId) => look.QueryAsync<ReachablePhone>(
        "select number, takes_texts, texts_closed_at from boss_phones where desk_id = @deskId order by position, id", new { deskId });
}

/// <summary>A boss's phone, and whether it takes our texts just now.</summary>
public sealed record ReachablePhone
{
    public required PhoneNumber Number { get; init; }

    public required bool TakesTexts { get; init; }

    public DateTimeOffset? TextsClosedAt { get; init; }

    public bool CanBeTexted => TakesTexts && TextsClosedAt is null;
}
