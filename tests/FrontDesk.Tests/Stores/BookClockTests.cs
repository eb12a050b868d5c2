using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Data.SqlServer;
using Xunit;

namespace FrontDesk.Tests.Stores;

/// <summary>Nodes whose machines disagree about the time agree on the database's.</summary>
public sealed class BookClockTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Two_nodes_whose_clocks_are_five_minutes_apart_see_the_same_time()
    {
        var (behind, before) = (new BookClock(), new BookClock());
        behind.Take(TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(50));
        before.Take(TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

        Assert.Equal(5, (behind.GetUtcNow() - before.GetUtcNow()).TotalMinutes, tolerance: 0.1);
    }

    [Fact]
    public void What_a_slow_answer_explains_does_not_move_the_clock()
    {
        var clock = new BookClock();
        clock.Take(TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(50));
        clock.Take(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(350));
        Assert.Equal(TimeSpan.FromMinutes(5), clock.Offset);

        clock.Take(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(51));
        Assert.Equal(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(300), clock.Offset);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_put_right_by_the_servers()
    {
        await using var test = await Databases.NewAsync(DatabaseEngine.SqlServer, Cancel);
        // No other statement may read a clock, and none does.
        test.Database.Dialect.Overhears = null;
        var clock = new BookClock();
        clock.Take(TimeSpan.FromMinutes(5), TimeSpan.Zero);

        // The first opens the connection.
        await clock.MeasureAsync(test.Database, Cancel);
        await clock.MeasureAsync(test.Database, Cancel);

        // The server of the tests is this machine, or one whose clock is right.
        Assert.InRange(clock.Offset, TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
    }
}
