using FrontDesk.Web.Data;

namespace FrontDesk.Web.Telephony;

/// <summary>The calls the desk itself is making at this moment.</summary>
public sealed class CallsUnderWay(Database database)
{
    /// <summary>Longer than any phone rings; a call whose end nobody told us must not make a stranger of the boss for long.</summary>
    private static readonly TimeSpan Ringing = TimeSpan.FromMinutes(2);

    /// <summary>Whether the desk is ringing that phone.</summary>
    public Task<bool> RingsAsync(Guid deskId, PhoneNumber phone, DateTimeOffset now, CancellationToken cancel) => database.ReadAsync(
        async look => await look.FirstOrDefaultAsync<int>(
            $"""
            select count(*) from intents
            where state in (1, 2, 3, 4) and state <> {IntentState.Written:D} and desk_id = @deskId and channel = {Channel.Call:D} and to_number = @phone and created_at > @since
            """,
            new { deskId, phone, since = now - Ringing }) > 0,
        cancel);

    /// <summary>The phones the desk is ringing.</summary>
    public Task<IReadOnlyList<PhoneNumber>> RungAsync(Guid deskId, DateTimeOffset now, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<PhoneNumber>(
            $"""
            select distinct to_number from intents
            where state in (1, 2, 3, 4) and state <> {IntentState.Written:D} and desk_id = @deskId and channel = {Channel.Call:D} and created_at > @since
            """,
            new { deskId, since = now - Ringing }),
        cancel);

    /// <summary>Whether the desk was ringing that phone then.</summary>
    public Task<bool> RangAsync(Guid deskId, PhoneNumber phone, DateTimeOffset then, CancellationToken cancel) => database.ReadAsync(
        async look => await look.FirstOrDefaultAsync<int>(
            $"""
            select count(*) from intents
            where sid is not null and desk_id = @deskId and channel = {Channel.Call:D} and to_number = @phone and created_at > @since and created_at <= @then
            """,
            new { deskId, phone, since = then - Ringing, then }) > 0,
        cancel);
}
