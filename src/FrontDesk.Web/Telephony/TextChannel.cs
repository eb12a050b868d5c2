using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>Whether a boss's phone takes our texts: closed by STOP or by the carrier, opened again by START only.</summary>
public static class TextChannel
{
    public static Task CloseIfToldAsync(Work work, Intent intent, int code, DateTimeOffset now) =>
        intent.Channel == Channel.Text && TwilioCode.ClosesTexts(code)
            ? CloseAsync(work, intent.DeskId, intent.ToNumber, now)
            : Task.CompletedTask;

    public static Task CloseAsync(Work work, Guid deskId, PhoneNumber number, DateTimeOffset now) => work.ExecuteAsync(
        "update boss_phones set texts_closed_at = @now where desk_id = @deskId and number = @number and texts_closed_at is null",
        new { deskId, number, now });

    public static Task OpenAsync(Work work, Guid deskId, PhoneNumber number) => work.ExecuteAsync(
        "update boss_phones set texts_closed_at = null where desk_id = @deskId and number = @number", new { deskId, number });

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
