using System.Data.Common;
using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reach;

/// <summary>Phones of the boss that send our own calls on to the line (B64): told to the assistant once for each phone and day.</summary>
public sealed class PhoneLoops(Database database, TimeProvider time)
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromHours(24);

    /// <returns>False when it was known today.</returns>
    public async Task<bool> TakeNoteAsync(Desk desk, PhoneNumber phone, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(work => TakeNoteAsync(work, desk, phone, now), cancel);
        }
        catch (DbException twice) when (database.Dialect.IsDuplicateKey(twice))
        {
            return false;
        }
    }

    /// <summary>Those of the last day, newest first.</summary>
    public Task<IReadOnlyList<PhoneLoop>> LatelyAsync(Guid deskId, CancellationToken cancel) => database.ReadAsync(
        look => look.QueryAsync<PhoneLoop>(
            "select phone, at from phone_loops where desk_id = @deskId and at > @since order by at desc, phone", new { deskId, since = time.GetUtcNow() - ShownFor }),
        cancel);

    private static async Task<bool> TakeNoteAsync(Work work, Desk desk, PhoneNumber phone, DateTimeOffset now)
    {
        var row = new { desk.Id, phone, day = $"{new DeskClock(desk).Day(now):yyyy-MM-dd}", now };
        var isNew = await work.ExecuteAsync(
            """
            insert into phone_loops (desk_id, phone, day, at)
            select @Id, @phone, @day, @now
            where not exists (select 1 from phone_loops where desk_id = @Id and phone = @phone and day = @day)
            """,
            row) == 1;
        if (isNew && desk.AssistantNumber is { } assistant && await TextChannel.AssistantTakesTextsAsync(work, desk.Id))
        {
            await IntentLog.WriteDownAsync(
                work, Intent.Due(now, desk.Id, Channel.Text, IntentPurpose.Alarm, assistant, desk.Lines[0].Number, Loop.Notice(desk, phone)));
        }

        return isNew;
    }
}

/// <summary>A phone that sent our call on, and when it first did that day.</summary>
public sealed record PhoneLoop
{
    public required PhoneNumber Phone { get; init; }

    public required DateTimeOffset At { get; init; }
}
