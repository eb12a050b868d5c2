using System.Globalization;
using FrontDesk.Web;
using Xunit;

namespace FrontDesk.Tests.Differential;

/// <summary>
/// Two databases, one truth: by seed, the same random commands go to both engines, and every answer and every row must be equal.
/// FRONTDESK_TEST_COMMANDS says how many in all, FRONTDESK_TEST_SEED where the seeds begin.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Usual = 400;
    private const int OfASeed = 1000;

    [Fact]
    public async Task The_same_commands_have_the_same_answers_on_both_engines()
    {
        var (left, seed, cancel) = (Setting("FRONTDESK_TEST_COMMANDS", Usual), Setting("FRONTDESK_TEST_SEED", 1), TestContext.Current.CancellationToken);
        var differences = new List<string>();
        for (; left > 0; seed++, left -= OfASeed)
        {
            await using var desks = await TwoDesks.OpenAsync(seed, DatabaseEngine.SqlServer, cancel);
            try
            {
                await desks.CommandAsync(Math.Min(left, OfASeed), cancel);
                output.WriteLine($"Seed {seed}: {Math.Min(left, OfASeed)} commands, {desks.Faults} of them faults; {string.Join(", ", desks.Commanded.Select(kind => $"{kind.Key} {kind.Value}"))}");
            }
            catch (DesksDifferException difference)
            {
                output.WriteLine(difference.Message);
                differences.Add(difference.Message);
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    /// <summary>What changes nothing for either engine must not look like a difference: two files told the same are the same.</summary>
    [Fact]
    public async Task Two_desks_on_one_engine_do_not_differ()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var desks = await TwoDesks.OpenAsync(7, DatabaseEngine.Sqlite, cancel);
        await desks.CommandAsync(Setting("FRONTDESK_TEST_COMMANDS_ON_ONE", 300), cancel);
    }

    /// <summary>A checker that can find nothing proves nothing.</summary>
    [Theory]
    [InlineData("update calls set caller_from = caller_from || ' ' where id = (select min(id) from calls)")]
    [InlineData("update turns set at = at + 1 where at = (select max(at) from turns)")]
    [InlineData("delete from marks where id = (select max(id) from marks)")]
    [InlineData("insert into inbox (event_key, received_at) values ('text:SM0', 0)")]
    public async Task What_is_done_to_one_of_them_behind_its_back_is_found(string sql)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var desks = await TwoDesks.OpenAsync(11, DatabaseEngine.Sqlite, cancel);
        await desks.CommandAsync(150, cancel);
        await desks.Second.WriteAsync(work => work.ExecuteAsync(sql), cancel);

        var told = await Assert.ThrowsAsync<DesksDifferException>(() => desks.CommandAsync(0, cancel));
        Assert.Contains("Seed 11", told.Message, StringComparison.Ordinal);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
