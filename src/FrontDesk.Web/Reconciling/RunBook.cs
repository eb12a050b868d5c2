using System.Data.Common;
using System.Globalization;
using FrontDesk.Reconciling;
using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Reconciling;

/// <summary>The comparisons made, which days' lists were read, and where the carrier's numbers lead.</summary>
public sealed class RunBook(Database database, Presence presence)
{
    /// <summary>Longer than one page can take, several times over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(31);

    private const string Day = "yyyy-MM-dd";

    private const string Columns = """
        id, started_at, finished_at, leased_until, state, since_at, steps_done, steps_total, calls_read, texts_read, calls_missed, texts_missed,
        erased_passed, intents_settled, intents_in_doubt, foreign_seen, left_for_later, why
        """;

    /// <summary>Begins one, unless one is under way or was begun within <paramref name="unlessWithin"/>: whichever of several nodes is first.</summary>
    /// <returns>Null where there is one already.</returns>
    public async Task<ReconcileRun?> BeginAsync(TimeSpan unlessWithin, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(work => BeginAsync(work, unlessWithin, now), cancel);
        }
        catch (DbException twice) when (database.Dialect.IsDuplicateKey(twice))
        {
            return null;
        }
    }

    public Task WriteAsync(ReconcileRun run, CancellationToken cancel) => database.WriteAsync(work => WriteAsync(work, run), cancel);

    /// <summary>The newest; null before the first.</summary>
    public Task<ReconcileRun?> NewestAsync(CancellationToken cancel) => database.ReadAsync(
        look => look.FirstOrDefaultAsync<ReconcileRun>($"select {Columns} from reconciliations order by started_at desc, id desc{database.Dialect.FirstRows(1)}"), cancel);

    /// <summary>The newest that could read all; null before the first.</summary>
    public Task<ReconcileRun?> NewestCompleteAsync(CancellationToken cancel) => database.ReadAsync(
        look => look.FirstOrDefaultAsync<ReconcileRun>(
            $"select {Columns} from reconciliations where state = {RunState.Complete:D} order by started_at desc, id desc{database.Dialect.FirstRows(1)}"),
        cancel);

    /// <summary>When each day's list was last read to its end.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, DateTimeOffset>> DaysReadAsync(ListKind kind, CancellationToken cancel) =>
        (await database.ReadAsync(look => look.QueryAsync<ReadDay>("select day, read_at from reconciled_days where kind = @kind", new { kind }), cancel))
        .ToDictionary(row => DateOnly.ParseExact(row.Day, Day, CultureInfo.InvariantCulture), row => row.ReadAt);

    /// <param name="readAt">When its reading began: what the list has got since is for another time.</param>
    public Task DayReadAsync(ListKind kind, DateOnly date, DateTimeOffset readAt, CancellationToken cancel)
    {
        var day = date.ToString(Day, CultureInfo.InvariantCulture);
        return database.WriteAsync(
            work => work.PutAsync(
                "update reconciled_days set read_at = @readAt where kind = @kind and day = @day",
                "insert into reconciled_days (kind, day, read_at) values (@kind, @day, @readAt)",
                new { kind, day, readAt }),
            cancel);
    }

    /// <summary>What differs now takes the place of what did; what differed before keeps since when.</summary>
    /// <returns>How many are new.</returns>
    public Task<int> ReplaceDifferencesAsync(IReadOnlyList<NumberDifference> differences, DateTimeOffset now, CancellationToken cancel) => database.WriteAsync(
        async work =>
        {
            // Only what changed is written: an account has many numbers, and the same is found each hour.
            var before = (await DifferencesAsync(work)).Select(row => row.Difference).ToHashSet();
            foreach (var gone in before.Except(differences))
            {
                await work.ExecuteAsync("delete from number_differences where number = @Number and setting = @Setting", gone);
            }

            var added = differences.Except(before).ToList();
            foreach (var difference in added)
            {
                await work.ExecuteAsync(
                    "insert into number_differences (number, setting, ours, theirs, since_at) values (@Number, @Setting, @Ours, @Theirs, @now)",
                    new { difference.Number, difference.Setting, difference.Ours, difference.Theirs, now });
            }

            return added.Count;
        },
        cancel);

    public Task<IReadOnlyList<KnownDifference>> DifferencesAsync(CancellationToken cancel) => database.ReadAsync(DifferencesAsync, cancel);

    private static async Task<IReadOnlyList<KnownDifference>> DifferencesAsync(Look look) =>
        [.. (await look.QueryAsync<DifferenceRow>("select number, setting, ours, theirs, since_at from number_differences order by number, setting"))
            .Select(row => new KnownDifference(new NumberDifference(row.Number, row.Setting, row.Ours, row.Theirs), row.SinceAt))];

    private async Task<ReconcileRun?> BeginAsync(Work work, TimeSpan unlessWithin, DateTimeOffset now)
    {
        await work.ExecuteAsync(
            $"update reconciliations set state = {RunState.BrokenOff:D}, finished_at = leased_until, why = 'it was cut short' where state = {RunState.UnderWay:D} and leased_until <= @now",
            new { now });
        var since = Instant.OfMicroseconds(await work.FirstOrDefaultAsync<long?>("select min(since_at) from reconciliations"))
            ?? ListDays.FirstSince(Instant.OfMicroseconds(await work.FirstOrDefaultAsync<long?>("select min(received_at) from calls")), now);
        var run = new ReconcileRun { Id = Guid.CreateVersion7(now), StartedAt = now, LeasedUntil = now + Lease, State = RunState.UnderWay, SinceAt = since };
        var begun = await work.ExecuteAsync(
            $"""
            insert into reconciliations ({Columns}, holder)
            select @Id, @StartedAt, null, @LeasedUntil, @State, @SinceAt, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, @Here
            where not exists (select 1 from reconciliations where state = {RunState.UnderWay:D} or (state = {RunState.Complete:D} and started_at > @within))
            """,
            new { run.Id, run.StartedAt, run.LeasedUntil, run.State, run.SinceAt, within = now - unlessWithin, presence.Here });
        return begun == 1 ? run : null;
    }

    private static async Task WriteAsync(Work work, ReconcileRun run)
    {
        await work.ExecuteAsync(
            """
            update reconciliations set finished_at = @FinishedAt, leased_until = @LeasedUntil, state = @State, steps_done = @StepsDone, steps_total = @StepsTotal,
              calls_read = @CallsRead, texts_read = @TextsRead, calls_missed = @CallsMissed, texts_missed = @TextsMissed, erased_passed = @ErasedPassed,
              intents_settled = @IntentsSettled, intents_in_doubt = @IntentsInDoubt, foreign_seen = @ForeignSeen, left_for_later = @LeftForLater, why = @Why
            where id = @Id and state = 1
            """,
            run);
        if (run.State != RunState.UnderWay)
        {
            // Each carries on since when; the newest complete one says when all was last read.
            await work.ExecuteAsync(
                $"""
                delete from reconciliations where started_at < @before and id <> @Id
                  and started_at < (select max(started_at) from reconciliations where state = {RunState.Complete:D})
                """,
                new { before = run.StartedAt - KeptFor, run.Id });
        }
    }

    private sealed record ReadDay
    {
        public string Day { get; init; } = "";

        public DateTimeOffset ReadAt { get; init; }
    }

    private sealed record DifferenceRow
    {
        public string Number { get; init; } = "";

        public NumberSetting Setting { get; init; }

        public string? Ours { get; init; }

        public string? Theirs { get; init; }

        public DateTimeOffset SinceAt { get; init; }
    }
}

/// <param name="SinceAt">When it was seen first.</param>
public sealed record KnownDifference(NumberDifference Difference, DateTimeOffset SinceAt);
