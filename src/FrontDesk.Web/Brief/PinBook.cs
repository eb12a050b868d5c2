using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Identity;

namespace FrontDesk.Web.Brief;

/// <summary>The bosses' PINs, of which only a hash is kept, and the doors that wrong ones shut.</summary>
public sealed class PinBook(Database database, IPasswordHasher<string> hasher, DeskBook desks, ReminderBell bell, TimeProvider time)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(1);

    /// <summary>Once per call and attempt: a repeated delivery is no further try, and gets nobody in.</summary>
    public async Task<PinOutcome> TryAsync(Desk desk, IncomingCall call, int attempt, string pin, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var doors = BriefDoor.DoorsOf(call.From, call.Verdict, desk);
        // Counted before it is judged: tries made at the same moment are tries, too.
        var tried = await database.WriteAsync(work => CountAsync(work, desk.Id, doors, $"pin:{call.CallSid}:{attempt}", now), cancel);
        if (tried.Hash is not { } hash)
        {
            return tried.IsShut ? PinOutcome.Shut : PinOutcome.Wrong;
        }

        var right = BossPin.IsOne(pin) && hasher.VerifyHashedPassword(desk.Name, hash, pin) != PasswordVerificationResult.Failed;
        await database.WriteAsync(work => right ? OpenAsync(work, desk.Id, tried.Doors) : ShutAsync(work, desk, tried.Doors, now), cancel);
        bell.Ring();
        return right ? PinOutcome.Right : PinOutcome.Wrong;
    }

    /// <returns>What is wrong with it, in a sentence; null when it was taken.</returns>
    public async Task<string?> SetAsync(Desk desk, string pin, CancellationToken cancel)
    {
        if (BossPin.Objection(pin, desk) is { } objection)
        {
            return objection;
        }

        var row = new { desk.Id, hash = hasher.HashPassword(desk.Name, pin), now = time.GetUtcNow(), speed = BriefSpeed.Own };
        await database.WriteAsync(work => SaveAsync(work, row), cancel);
        await desks.ReloadAsync(CancellationToken.None);
        return null;
    }

    /// <summary>The same PIN for every boss who has none: the demo's.</summary>
    public async Task SetWhereNoneIsAsync(string pin, CancellationToken cancel)
    {
        var (hash, now) = (hasher.HashPassword("", pin), time.GetUtcNow());
        foreach (var desk in desks.All.Where(desk => !desk.HasPin))
        {
            await database.WriteAsync(work => SaveAsync(work, new { desk.Id, hash, now, speed = BriefSpeed.Own }), cancel);
        }

        await desks.ReloadAsync(CancellationToken.None);
    }

    /// <summary>Newest first, of the last day.</summary>
    public Task<IReadOnlyList<PinAlarm>> AlarmsAsync(Guid deskId, CancellationToken cancel) =>
        database.ReadAsync(look => PinAlarm.SinceAsync(look, deskId, time.GetUtcNow() - Shown), cancel);

    private static async Task SaveAsync(Work work, object row)
    {
        await work.PutAsync(
            "update brief_desks set pin_hash = @hash, pin_set_at = @now where desk_id = @Id",
            "insert into brief_desks (desk_id, pin_hash, pin_set_at, speed) values (@Id, @hash, @now, @speed)",
            row);
        await Changes.CountAsync(work, Changes.Desks);
        // Who sets it knows it: nobody is kept out for the old one.
        await work.ExecuteAsync("delete from pin_doors where desk_id = @Id", row);
    }

    private static async Task<Tried> CountAsync(Work work, Guid deskId, IReadOnlyList<PinDoor> doors, string key, DateTimeOffset now)
    {
        if (!await Inbox.IsNewAsync(work, key, now))
        {
            return new Tried(null, IsShut: false, []);
        }

        // Touched first: tries made at the same moment are counted one after the other.
        await work.ExecuteAsync("update brief_desks set speed = speed where desk_id = @deskId", new { deskId });
        var standing = await PinDoors.AsTheyStandAsync(work, deskId, doors);
        if (standing.Any(door => door.IsShut(now)))
        {
            return new Tried(null, IsShut: true, []);
        }

        var tried = standing.Select(door => door.Tried(now)).ToList();
        foreach (var door in tried)
        {
            await PinDoors.SaveAsync(work, deskId, door);
        }

        return new Tried(await work.FirstOrDefaultAsync<string>("select pin_hash from brief_desks where desk_id = @deskId", new { deskId }), IsShut: false, tried);
    }

    private static async Task OpenAsync(Work work, Guid deskId, IReadOnlyList<PinDoor> doors)
    {
        foreach (var door in doors)
        {
            await PinDoors.OpenAsync(work, deskId, door);
        }
    }

    private static async Task ShutAsync(Work work, Desk desk, IReadOnlyList<PinDoor> doors, DateTimeOffset now)
    {
        foreach (var door in doors.Where(door => door.IsShut(now)))
        {
            await PinDoors.RaiseAlarmAsync(work, desk, door, now);
        }
    }

    /// <param name="Hash">Null where there is nothing to compare with: it is not looked at.</param>
    private sealed record Tried(string? Hash, bool IsShut, IReadOnlyList<PinDoor> Doors);
}

/// <summary>What came of a PIN.</summary>
public enum PinOutcome
{
    Right = 1,
    Wrong = 2,

    /// <summary>Nobody looked whether it was right.</summary>
    Shut = 3,
}
