using FrontDesk.Benchmarks.Killing;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using Xunit;

namespace FrontDesk.Tests.Killing;

/// <summary>A few kills in every run; the two hundred are <c>kill</c> of the benchmarks.</summary>
public sealed class KilledDeskTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.SqlServer)]
    public async Task A_desk_that_is_killed_has_every_call_it_answered_on_the_sheet_when_it_is_back(DatabaseEngine engine)
    {
        TestBooks.SkipWithout(engine);
        using var log = new StringWriter();

        var report = await new KillRounds(engine, times: 3, seed: 20261121, log).RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine($"{log}{report.Calls} calls, {report.Turns} turns");
        Assert.Empty(report.Wrong);
        Assert.InRange(report.Turns, 1, int.MaxValue);
    }

    [Fact]
    public async Task A_call_nobody_wrote_down_is_missed()
    {
        await using var books = await KilledBooks.MakeAsync(DatabaseEngine.Sqlite, TestContext.Current.CancellationToken);
        var never = new AnsweredTurn("CA" + new string('0', 32), null);
        using var witness = new Witness(books);

        Assert.Equal([never], witness.MissingOf([never]));
    }
}
