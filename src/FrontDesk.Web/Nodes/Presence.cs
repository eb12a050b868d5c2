using FrontDesk.Web.Data;

namespace FrontDesk.Web.Nodes;

/// <summary>
/// This process among those on the same books. Its row there counts on while it lives; one that stands still is taken away by whoever sees
/// it, and what its process had in hand is free. No two clocks are ever compared: each watches the others' counts by its own.
/// </summary>
public sealed class Presence(Database database, TimeProvider machine) : IDisposable
{
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(2);

    /// <summary>A row that stood still for so long is a dead process's.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    /// <summary>Old enough that whoever is about to act counts on first, and is told whether the row is still there.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2.5);

    private readonly SemaphoreSlim beating = new(1);
    private readonly Dictionary<Guid, (long Beats, long Since)> others = [];
    private Hold? newest;

    /// <summary>What is taken is taken under this; null where nobody keeps counting, as on a command line.</summary>
    public Guid? Here => Volatile.Read(ref newest)?.Node;

    /// <summary>Counts on; a process that was taken for dead begins anew, under another id.</summary>
    public async Task<Hold> BeatAsync(CancellationToken cancel)
    {
        await beating.WaitAsync(cancel);
        try
        {
            // Counted from before: nobody can have seen this beat any earlier.
            var (since, at) = (machine.GetTimestamp(), machine.GetUtcNow());
            var node = await database.WriteAsync(work => CountOnAsync(work, Here), cancel);
            var hold = new Hold(node, since, at, machine);
            Volatile.Write(ref newest, hold);
            return hold;
        }
        finally
        {
            beating.Release();
        }
    }

    /// <summary>Under which something may be taken now.</summary>
    public async Task<Hold> HoldAsync(CancellationToken cancel) =>
        Volatile.Read(ref newest) is { } hold && hold.Age < Fresh ? hold : await BeatAsync(cancel);

    /// <summary>Right before acting on what was taken under it.</summary>
    /// <returns>Null where this process was taken for dead meanwhile: what it took is somebody else's.</returns>
    public async Task<Hold?> RenewAsync(Hold taken, CancellationToken cancel) =>
        await HoldAsync(cancel) is var now && now.Node == taken.Node ? now : null;

    /// <summary>Takes away the rows that stand still, and frees what their processes had in hand.</summary>
    public async Task<Buried> BuryAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var rows = (await database.ReadAsync(look => look.QueryAsync<NodeRow>("select id, beats from nodes"), cancel)).Where(row => row.Id != Here).ToList();
        foreach (var gone in others.Keys.Except(rows.Select(row => row.Id)).ToList())
        {
            others.Remove(gone);
        }

        var (nodes, runs) = (0, 0);
        foreach (var row in rows.Where(StandsStill))
        {
            var freed = await database.WriteAsync(work => BuryAsync(work, row, now), cancel);
            (nodes, runs) = (nodes + (freed is null ? 0 : 1), runs + (freed ?? 0));
        }

        return new Buried(nodes, runs);
    }

    /// <summary>Nobody has to wait for a process that ends by itself.</summary>
    public async Task LeaveAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (Here is { } node)
        {
            await database.WriteAsync(
                async work =>
                {
                    await work.ExecuteAsync("delete from nodes where id = @node", new { node });
                    await FreeAsync(work, node, now);
                },
                cancel);
        }
    }

    public void Dispose() => beating.Dispose();

    private async Task<Guid> CountOnAsync(Work work, Guid? node)
    {
        if (node is { } known && await work.ExecuteAsync("update nodes set beats = beats + 1 where id = @known", new { known }) == 1)
        {
            return known;
        }

        var now = machine.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await work.ExecuteAsync("insert into nodes (id, beats, started_at) values (@id, 1, @now)", new { id, now });
        return id;
    }

    private bool StandsStill(NodeRow row)
    {
        if (others.TryGetValue(row.Id, out var seen) && seen.Beats == row.Beats)
        {
            return machine.GetElapsedTime(seen.Since) >= Silence;
        }

        others[row.Id] = (row.Beats, machine.GetTimestamp());
        return false;
    }

    /// <returns>How many comparisons were broken off by it; null where it counts on after all, or another was first.</returns>
    private static async Task<int?> BuryAsync(Work work, NodeRow row, DateTimeOffset now) =>
        await work.ExecuteAsync("delete from nodes where id = @Id and beats = @Beats", row) == 1 ? await FreeAsync(work, row.Id, now) : null;

    private static async Task<int> FreeAsync(Work work, Guid node, DateTimeOffset now)
    {
        // The version moves on: what a process has read before it was taken for dead it cannot take any more.
        await work.ExecuteAsync(
            "update intents set leased_until = @now, holder = null, version = version + 1 where state in (1, 2, 3, 4) and holder = @node", new { node, now });
        await Changes.CountAsync(work, Changes.Due);
        return await work.ExecuteAsync("update reconciliations set leased_until = @now, holder = null where state = 1 and holder = @node", new { node, now });
    }

    private sealed record NodeRow
    {
        public Guid Id { get; init; }

        public long Beats { get; init; }
    }
}

/// <summary>A process's right to act on what it takes: nobody can have taken it for dead while this stands.</summary>
/// <param name="Since">By the machine's running time.</param>
/// <param name="At">By its clock.</param>
public sealed record Hold(Guid Node, long Since, DateTimeOffset At, TimeProvider Machine)
{
    /// <summary>Shorter than others wait by more than a request takes from the last look to the wire.</summary>
    private static readonly TimeSpan Sure = TimeSpan.FromSeconds(4);

    /// <summary>By what went further: the running time stands still while a machine sleeps, and a clock may be set back.</summary>
    public TimeSpan Age => TimeSpan.FromTicks(Math.Max(Machine.GetElapsedTime(Since).Ticks, (Machine.GetUtcNow() - At).Ticks));

    public bool Stands => Age < Sure;
}

/// <summary>Rows that were taken away, and comparisons with the carrier's lists that were broken off with them.</summary>
public sealed record Buried(int Nodes, int Comparisons);
