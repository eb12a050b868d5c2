using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Brief;

/// <summary>The doors of a desk as they stand in the books, and the alarm when one of them is shut.</summary>
internal static class PinDoors
{
    private static readonly TimeSpan BetweenTexts = TimeSpan.FromHours(1);

    public static async Task<IReadOnlyList<PinDoor>> AsTheyStandAsync(Look look, Guid deskId, IReadOnlyList<PinDoor> doors)
    {
        var standing = new List<PinDoor>();
        foreach (var door in doors)
        {
            var row = await look.FirstOrDefaultAsync<DoorRow>(
                "select tries, last_at, shut_until from pin_doors where desk_id = @deskId and door = @Key", new { deskId, door.Key });
            standing.Add(row is null ? door : door with { Tries = row.Tries, LastAt = row.LastAt, ShutUntil = row.ShutUntil });
        }

        return standing;
    }

    public static Task SaveAsync(Work work, Guid deskId, PinDoor door) => work.PutAsync(
        "update pin_doors set tries = @Tries, last_at = @LastAt, shut_until = @ShutUntil where desk_id = @deskId and door = @Key",
        "insert into pin_doors (desk_id, door, tries, last_at, shut_until) values (@deskId, @Key, @Tries, @LastAt, @ShutUntil)",
        new { deskId, door.Key, door.Tries, door.LastAt, door.ShutUntil });

    public static Task OpenAsync(Work work, Guid deskId, PinDoor door) =>
        work.ExecuteAsync("delete from pin_doors where desk_id = @deskId and door = @Key", new { deskId, door.Key });

    /// <summary>A row for the people at the desk, and a text to the boss: not more than one in an hour, however hard somebody tries.</summary>
    public static async Task RaiseAlarmAsync(Work work, Desk desk, PinDoor door, DateTimeOffset now)
    {
        var told = await work.FirstOrDefaultAsync<int>("select count(*) from pin_alarms where desk_id = @Id and at > @since", new { desk.Id, since = now - BetweenTexts });
        await work.ExecuteAsync(
            "insert into pin_alarms (id, desk_id, door, tries, at, shut_until) values (@id, @deskId, @Key, @Tries, @now, @ShutUntil)",
            new { id = Guid.CreateVersion7(now), deskId = desk.Id, door.Key, door.Tries, now, door.ShutUntil });
        foreach (var phone in desk.Phones.Where(phone => told == 0 && phone.CanBeTexted))
        {
            var alarm = PinAlarm.Text(door, new DeskClock(desk).WhereTheBossIs(now));
            await IntentLog.WriteDownAsync(work, Intent.Due(now, desk.Id, Channel.Text, IntentPurpose.Alarm, phone.Number, desk.Lines[0].Number, alarm));
        }
    }

    private sealed record DoorRow
    {
        public int Tries { get; init; }

        public DateTimeOffset? LastAt { get; init; }

        public DateTimeOffset? ShutUntil { get; init; }
    }
}
