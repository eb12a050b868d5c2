using FrontDesk.Web.Brief;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Benchmarks.Reading;

/// <summary>Something the desk does over and over, whose cost must not grow with its history.</summary>
public interface ILook
{
    /// <summary>How often in one batch; the cost of one is the batch's divided by it.</summary>
    int Times { get; }

    Task PrepareAsync(QuietDesk desk, CancellationToken cancel);

    Task RunAsync(QuietDesk desk, CancellationToken cancel);
}

/// <summary>The sheet of 50 owed calls: read and ranked.</summary>
public sealed class SheetLook : ILook
{
    public int Times => 200;

    public Task PrepareAsync(QuietDesk desk, CancellationToken cancel) => Task.CompletedTask;

    public async Task RunAsync(QuietDesk desk, CancellationToken cancel)
    {
        var lines = await desk.Get<CurrentSheet>().LinesAsync(desk.DeskId, cancel);
        if (lines.Sum(line => line.TimesCalled) < Seeding.PastCalls.Owed / 2)
        {
            throw new InvalidOperationException($"The sheet has {lines.Count} lines.");
        }
    }
}

/// <summary>Two webhooks of the brief, without the hashing of the PIN: the boss rings again after a line dropped, and says to start over.</summary>
public sealed class BriefLook : ILook
{
    private int calls;

    public int Times => 50;

    public Task PrepareAsync(QuietDesk desk, CancellationToken cancel) => desk.Get<Database>().WriteAsync(
        work => work.ExecuteAsync(
            "insert into brief_desks (desk_id, pin_hash, pin_set_at, speed) select @DeskId, 'none', 0, 100 where not exists (select 1 from brief_desks)", new { desk.DeskId }),
        cancel);

    public async Task RunAsync(QuietDesk desk, CancellationToken cancel)
    {
        var sid = $"CA{Interlocked.Increment(ref calls):x32}";
        var brief = desk.Get<BriefCalls>();
        var begun = await brief.BeginAsync(desk.Get<DeskBook>().WithId(desk.DeskId)!, sid, from: null, cancel);
        if (await brief.PressedAsync(sid, begun.Turn, "1", cancel) is not { Clauses.Count: > 0 })
        {
            throw new InvalidOperationException("The brief says nothing.");
        }
    }
}

/// <summary>A reminder round that finds nothing to do, as most do.</summary>
public sealed class IdleRoundLook : ILook
{
    public int Times => 200;

    public async Task PrepareAsync(QuietDesk desk, CancellationToken cancel)
    {
        while (await desk.Get<ReminderRound>().RunAsync(cancel))
        {
            // Until what is due at noon has been done.
        }
    }

    public Task RunAsync(QuietDesk desk, CancellationToken cancel) => desk.Get<ReminderRound>().RunAsync(cancel);
}

/// <summary>A round that plans the 50 owed calls anew, claims what is due and hands it to a carrier that is switched off.</summary>
public sealed class BusyRoundLook : ILook
{
    public int Times => 1;

    public Task PrepareAsync(QuietDesk desk, CancellationToken cancel) => desk.Get<Database>().WriteAsync(
        async work =>
        {
            await work.ExecuteAsync("delete from reminders where call_id in (select id from calls where ball = 1)");
            await work.ExecuteAsync("update calls set planned = 0 where ball = 1");
        },
        cancel);

    public async Task RunAsync(QuietDesk desk, CancellationToken cancel)
    {
        if (!await desk.Get<ReminderRound>().RunAsync(cancel))
        {
            throw new InvalidOperationException("The round found nothing to do.");
        }
    }
}
