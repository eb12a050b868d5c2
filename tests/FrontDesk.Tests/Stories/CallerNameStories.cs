using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The telephone companies' name for a stranger's number: off by default, never waited for, never more than a hint.</summary>
public sealed class CallerNameStories
{
    private const string Stranger = "+13105550177";

    private static readonly TimeSpan ARound = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_default_nothing_is_looked_up()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Carrier.Options = desk.Carrier.Options with { CallerNames = Names(new CallerNameAnswer.Named("REYES PAULA")) };

        await RingsAsync(desk);
        await desk.PassesAsync(2 * ARound);

        Assert.Equal((null, null), await LookedUpAsync(desk));
    }

    [Fact]
    public async Task A_stranger_s_name_stands_on_the_sheet_as_a_hint_beside_the_one_that_was_said()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Named("REYES \u202ePAULA"));

        await RingsAsync(desk);
        await desk.PassesAsync(ARound);
        await desk.LogOnceAsync(log => log[0].NameLookup is not null);

        var line = Assert.Single(await desk.Services.GetRequiredService<CurrentSheet>().LinesAsync(desk.Desk.Id, Cancel));
        Assert.Equal(("Paula Reyes", "REYES PAULA"), (line.Name, line.CallerIdName));
    }

    [Fact]
    public async Task Nobody_in_the_book_is_looked_up()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Named("SMITH JOHN"), "+13105550142");

        await desk.Telephone("John").Rings().Hears("who's calling").HangsUp();
        await desk.PassesAsync(2 * ARound);

        Assert.Equal((null, null), await LookedUpAsync(desk));
    }

    [Fact]
    public async Task R55_a_lookup_that_fails_in_its_one_field_or_knows_no_such_number_leaves_it_unknown()
    {
        foreach (var (answer, outcome) in new (CallerNameAnswer, long)[] { (new CallerNameAnswer.Fails(), 3), (new CallerNameAnswer.Unknown(), 2) })
        {
            await using var desk = await OpenAsync(answer);

            await RingsAsync(desk);
            await desk.PassesAsync(ARound);
            await desk.LogOnceAsync(log => log[0].NameLookup is not null);

            Assert.Equal((outcome, null), await LookedUpAsync(desk));
        }
    }

    [Fact]
    public async Task R55_a_carrier_that_is_down_is_asked_again_for_a_while_and_nobody_waits_for_it()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Named("REYES PAULA"));
        desk.Carrier.Options = desk.Carrier.Options with { Mischief = new Mischief { Rest = new RestMischief { Unavailable = 1 } } };

        await RingsAsync(desk);
        await desk.PassesAsync(2 * ARound);
        Assert.Equal((null, null), await LookedUpAsync(desk));

        await desk.RestartAsync();
        desk.Carrier.Options = desk.Carrier.Options with { Mischief = null };
        await desk.PassesAsync(2 * ARound);
        await desk.LogOnceAsync(log => log[0].NameLookup is not null);
        Assert.Equal((1, "REYES PAULA"), await LookedUpAsync(desk));
    }

    private static async Task RingsAsync(DeskUnderTest desk) => await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("not available").HangsUp();

    private static async Task<(long? Outcome, string? Name)> LookedUpAsync(DeskUnderTest desk) =>
        await desk.OnlyCallAsync() is { } call ? (call.NameLookup, call.CallerIdName) : default;

    private static async Task<DeskUnderTest> OpenAsync(CallerNameAnswer answer, string number = Stranger)
    {
        var desk = await DeskUnderTest.OpenAsync(settings: ("Twilio:LookUpNames", "true"));
        desk.Carrier.Options = desk.Carrier.Options with { CallerNames = Names(answer, number) };
        return desk;
    }

    private static Dictionary<string, CallerNameAnswer> Names(CallerNameAnswer answer, string number = Stranger) => new(StringComparer.Ordinal) { [number] = answer };
}
