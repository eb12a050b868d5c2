using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Reminders;

/// <summary>The boss wants to hear of ASAP calls only, for a while: what else comes due waits until then.</summary>
public sealed class Holds(Database database, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    /// <returns>Null where nothing is held.</returns>
    public Task<Held?> CurrentAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => CurrentAsync(look, deskId, time.GetUtcNow()), cancel);

    public async Task LiftAsync(Guid deskId, CancellationToken cancel)
    {
        if (await database.WriteAsync(work => LiftAsync(work, deskId, time.GetUtcNow()), cancel))
        {
            changes.Changed(deskId);
            bell.Ring();
        }
    }

    public static Task<Held?> CurrentAsync(Look look, Guid deskId, DateTimeOffset now) =>
        look.FirstOrDefaultAsync<Held>("select until_at, by_whom from holds where desk_id = @deskId and until_at > @now", new { deskId, now });

    /// <param name="hours">Null: until she wakes tomorrow.</param>
    /// <returns>When it ends.</returns>
    public static async Task<DateTimeOffset> BeginAsync(Work work, Desk desk, int? hours, string by, DateTimeOffset now)
    {
        var until = hours is { } some ? now.AddHours(some) : new DeskClock(desk).WakesAfter(now);
        await ReleaseAsync(work, desk.Id, now);
        await work.PutAsync(
            "update holds set until_at = @until, since = @now, by_whom = @by where desk_id = @Id",
            "insert into holds (desk_id, until_at, since, by_whom) values (@Id, @until, @now, @by)",
            new { desk.Id, until, now, by });
        return until;
    }

    /// <summary>What was put off to its end is due at once.</summary>
    /// <returns>False where nothing was held.</returns>
    public static async Task<bool> LiftAsync(Work work, Guid deskId, DateTimeOffset now)
    {
        var held = await ReleaseAsync(work, deskId, now);
        await work.ExecuteAsync("delete from holds where desk_id = @deskId", new { deskId });
        return held;
    }

    private static async Task<bool> ReleaseAsync(Work work, Guid deskId, DateTimeOffset now)
    {
        var held = await CurrentAsync(work, deskId, now);
        // An ASAP call is never held: one that is due at that moment waits for her morning.
        return held is not null && await work.ExecuteAsync(
            "update reminders set due_at = @now, version = version + 1 where desk_id = @deskId and due_at = @UntilAt and state = 1 and kind <> @Asap",
            new { deskId, held.UntilAt, now, ReminderKind.Asap }) >= 0;
    }
}

/// <summary>Until when, and who wished so.</summary>
public sealed record Held
{
    public required DateTimeOffset UntilAt { get; init; }

    public required string ByWhom { get; init; }
}
