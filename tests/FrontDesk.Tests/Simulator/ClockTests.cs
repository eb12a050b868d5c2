using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Clocks => ["stepped", "live"];

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task Skipping_fires_every_timer_on_the_way_in_order_each_at_its_own_instant(string kind)
    {
        var clock = Make(kind);
        var start = clock.GetUtcNow();
        var rung = new List<(string Name, double Minute)>();
        await using var late = Timer(clock, 30, "late");
        await using var early = Timer(clock, 10, "early");
        await using var never = Timer(clock, 61, "never");
        await using var often = clock.CreateTimer(_ => Ring("often"), null, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20));

        await clock.SkipAsync(TimeSpan.FromHours(1), Cancel);

        Assert.Equal(["early", "often", "late", "often", "often"], rung.Select(ring => ring.Name));
        Assert.All(rung.Zip([10, 20, 30, 40, 60]), pair => Assert.Equal(pair.Second, pair.First.Minute, 0.05));
        Assert.Equal(60, (clock.GetUtcNow() - start).TotalMinutes, 0.5);

        ITimer Timer(SimulatorClock on, int minutes, string name) => on.CreateTimer(_ => Ring(name), null, TimeSpan.FromMinutes(minutes), Timeout.InfiniteTimeSpan);
        void Ring(string name) => rung.Add((name, (clock.GetUtcNow() - start).TotalMinutes));
    }

    [Fact]
    public async Task A_timer_set_by_a_timer_on_the_way_is_fired_as_well()
    {
        var clock = Make("stepped");
        var rounds = new List<DateTimeOffset>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var loop = EveryQuarterAsync();

        await clock.SkipAsync(TimeSpan.FromHours(1), Cancel);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);

        Assert.Equal([15, 30, 45, 60], rounds.Select(round => (round - Start).TotalMinutes));

        async Task EveryQuarterAsync()
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMinutes(15), clock, stop.Token);
                rounds.Add(clock.GetUtcNow());
            }
        }
    }

    [Fact]
    public async Task Before_time_moves_the_service_may_finish()
    {
        var clock = Make("stepped");
        var log = new List<string>();
        clock.Settle = _ =>
        {
            log.Add("settled");
            return Task.CompletedTask;
        };
        await using var first = clock.CreateTimer(_ => log.Add("first"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await using var second = clock.CreateTimer(_ => log.Add("second"), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        await clock.SkipAsync(TimeSpan.FromSeconds(2), Cancel);

        Assert.Equal(["settled", "first", "settled", "second", "settled"], log.Take(5));
    }

    [Fact]
    public async Task Whoever_settles_may_wait_for_every_timer_of_the_instant()
    {
        var clock = Make("stepped");
        var fired = 0;
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        clock.Settle = _ => fired == 0 ? Task.CompletedTask : both.Task;
        await using var one = clock.CreateTimer(_ => Fire(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await using var other = clock.CreateTimer(_ => Fire(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        await clock.SkipAsync(TimeSpan.FromSeconds(2), Cancel);

        Assert.Equal(2, fired);

        void Fire()
        {
            if (++fired == 2)
                both.SetResult();
        }
    }

    [Fact]
    public async Task Two_pumps_never_move_one_clock()
    {
        // One that had not noticed that its last want was met went on beside the next, and moved time while the other's webhook was under way.
        var clock = Make("stepped");
        var (settling, most) = (0, 0);
        clock.Settle = async cancel =>
        {
            most = Math.Max(most, Interlocked.Increment(ref settling));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancel);
            Interlocked.Decrement(ref settling);
        };

        for (var wants = 0; wants < 5; wants++)
            await clock.SkipAsync(TimeSpan.FromSeconds(1), Cancel);

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Time_stands_still_until_somebody_needs_it()
    {
        var clock = Make("stepped");
        await using var timer = clock.CreateTimer(_ => Assert.Fail("nobody asked"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        await clock.SkipAsync(TimeSpan.FromSeconds(0.5), Cancel);

        Assert.Equal(Start.AddSeconds(0.5), clock.GetUtcNow());
    }

    [Fact]
    public async Task Settling_that_fails_is_told_to_whoever_waits()
    {
        var clock = Make("stepped");
        clock.Settle = _ => throw new InvalidOperationException("the service fell over");

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => clock.SkipAsync(TimeSpan.FromSeconds(1), Cancel));

        Assert.Equal("the service fell over", fault.Message);
    }

    private static SimulatorClock Make(string kind)
    {
        var clock = kind == "live" ? SimulatorClock.Live() : SimulatorClock.Stepped(Start);
        clock.Settle = _ => Task.CompletedTask;
        return clock;
    }
}
