using FrontDesk.Ledger;
using FrontDesk.Simulator;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Brief;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The boss in a tunnel: webhooks of the brief lost, late, twice, their answers lost. Whatever she marks is marked once.</summary>
public sealed class BriefMischiefStories
{
    private const string Pin = "907155";
    private const int Owed = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Every_line_is_read_and_marked_once_over_the_worst_of_wires(int seed)
    {
        await using var desk = await DeskUnderTest.OpenAsync(new Mischief { Voice = Mischief.Everywhere(0.1).Voice }, seed);
        desk.Expects(" 11205");
        desk.Expects(" 15003");
        desk.Expects("got texts nobody expected");
        Assert.Null(await desk.Services.GetRequiredService<PinBook>().SetAsync(desk.Desk, Pin, Cancel));
        for (var call = 0; call < Owed; call++)
        {
            var number = $"+131055501{20 + call}";
            await desk.Books.RingsAsync(
                desk.Desk,
                new SeedCall { Id = Some.Id(), Party = number, CallerFrom = number, Number = number, SaidName = $"Caller {call}", ReceivedAt = DeskUnderTest.MondayMorning.AddMinutes(call - 30) });
        }

        var phone = desk.Carrier.Telephone("+13105550101");
        for (var calls = 0; calls < 20 && await OpenAsync(desk) > 0; calls++)
        {
            await RunAsync(await phone.DialAsync(DeskUnderTest.Line, Cancel));
        }

        Assert.Equal(0, await OpenAsync(desk));
        Assert.Equal(Owed, await ValueAsync(desk, "select count(*) from marks"));
        Assert.Equal(Owed, await ValueAsync(desk, "select count(distinct call_id) from marks"));
    }

    private static async Task RunAsync(PhoneCall call)
    {
        for (var steps = 0; steps < 60 && call.State != PhoneCallState.Over; steps++)
        {
            await call.WaitUntilListeningAsync(Cancel);
            var said = call.Heard.Count == 0 ? "" : call.Heard[^1].Text;
            await (said.Contains("PIN", StringComparison.Ordinal) ? call.PressAsync($"{Pin}#", Cancel)
                : said.Contains("calling", StringComparison.Ordinal) ? call.PressAsync("*#", Cancel)
                : said.Contains("That's all", StringComparison.Ordinal) || said.Contains("your name", StringComparison.Ordinal) ? call.HangUpAsync(Cancel)
                : call.PressAsync("3", Cancel));
        }
    }

    private static Task<int> OpenAsync(DeskUnderTest desk) => ValueAsync(desk, $"select count(*) from calls where ball = {Ball.Ours:D} and said_name like 'Caller %'");

    private static Task<int> ValueAsync(DeskUnderTest desk, string sql) => desk.Books.ReadAsync(look => look.FirstOrDefaultAsync<int>(sql), Cancel);
}
