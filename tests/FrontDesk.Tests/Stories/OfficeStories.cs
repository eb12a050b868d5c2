using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Office;
using FrontDesk.Sheet;
using FrontDesk.Tests.Rules;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R13: the résumé article's advice, taken by a caller who looks for work, on a production office's line.</summary>
public sealed class OfficeStories
{
    private const string OfficeLine = "+13105550109";
    private const string BetterHour = "at about ten in the morning";

    private static readonly TimeSpan TenInTheMorning = TimeSpan.Zero;

    [Fact]
    public async Task At_ten_the_articles_caller_says_who_referred_her_and_offers_to_come_in_right_then()
    {
        await using var desk = await OpenAsync(TenInTheMorning);

        await desk.Telephone("stranger").Rings(OfficeLine)
            .Hears("The Lighthouse, production office. May I have your full name").Says("My name is Paula Reyes. Who am I speaking with?")
            .Hears("This is Robin").Says("Robin, Suzie Smith referred me to you")
            .Hears("Which job").Says("I am calling to find out when Rosa Delgado will be holding interviews for production assistants")
            .Hears("sent us your résumé").Says("I already sent one, but I can send another copy")
            .Hears("Rosa Delgado holds interviews on Tuesdays and Thursdays").Says("I could come in right now")
            .Hears("3 1 0, 5 5 5, 0 1 7 7").Says("Yes, that's it")
            .Hears("all written down for Rosa Delgado").IsHungUpOn();

        var call = await desk.OnlyCallAsync();
        Assert.Equal(("Paula Reyes", "+13105550177", ScriptStep.OfficeGoodbye), (call.SaidName, call.Number, call.Step));
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains(BetterHour, StringComparison.Ordinal) || turn.Said.Contains("follow up", StringComparison.OrdinalIgnoreCase));
        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((CallCode.CallAsap, CodeReason.Referred), (line.Code, line.CodeReason));
        Assert.Equal("Referred by Suzie Smith; wants the Art Department, hiring now; could come in at once", line.Why);
        Assert.Equal("Art production assistant, the Art Department", line.Regarding);
    }

    [Theory]
    [InlineData("13:15", "at lunch")]
    [InlineData("17:29", "at 5:29 pm")]
    [InlineData("22:00", "at night")]
    public async Task At_a_bad_hour_the_call_is_taken_all_the_same_and_the_better_hour_is_mentioned(string clock, string hour)
    {
        await using var desk = await OpenAsync(TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture) - new TimeOnly(10, 0));

        await RingsAndTellsAllAsync(desk, BetterHour);

        Assert.True(Assert.Single(await SheetAsync(desk)).Application is { Referred: false, Department: "the Art Department" }, hour);
    }

    [Fact]
    public async Task On_a_Sunday_the_line_is_not_unmanned_either()
    {
        await using var desk = await OpenAsync(TimeSpan.FromDays(6));

        await RingsAndTellsAllAsync(desk, BetterHour);

        Assert.Single(await SheetAsync(desk));
    }

    [Fact]
    public async Task A_listing_without_calls_is_mentioned_once_and_the_call_is_written_down()
    {
        await using var desk = await OpenAsync(TenInTheMorning);

        await desk.Telephone("stranger").Rings(OfficeLine)
            .Hears("full name").Says("Paula Reyes, nobody referred me")
            .Hears("Which job").Says("The costume coordinator listing")
            .Hears("asks for no calls").Says("Yes, I sent it")
            .Hears("message for Milo Hart").Says("By video")
            .Hears("best number").Says("yes")
            .Hears("Thank you").IsHungUpOn();

        var call = await desk.OnlyCallAsync();
        Assert.Single(call.Turns, turn => turn.Said.Contains("no calls", StringComparison.Ordinal));
        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((Availability.VideoNow, "Costume coordinator"), (line.Application?.Availability, line.Application?.Listing));
        Assert.Contains("the listing says no calls", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_who_rings_again_is_one_line_that_collects_every_call()
    {
        await using var desk = await OpenAsync(TenInTheMorning);

        await desk.Telephone("stranger").Rings(OfficeLine).Hears("full name").Says("Paula Reyes, I'm Jim Martin's associate").Hears("Which job").HangsUp();
        await desk.PassesAsync(TimeSpan.FromHours(1));
        await desk.Telephone("stranger").Rings(OfficeLine).Hears("full name").Says("Paula Reyes, no referral, about the grip department").Hears("?").HangsUp();

        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((2, "Jim Martin", "the grip department"), (line.TimesCalled, line.Application?.ReferredBy, line.Application?.Department));
        Assert.Equal("Referred by Jim Martin; wants the grip department; called 2 times", line.Why);
    }

    [Fact]
    public async Task A_silent_caller_is_asked_twice_and_is_on_the_sheet()
    {
        await using var desk = await OpenAsync(TenInTheMorning);

        await desk.Telephone("stranger").Rings(OfficeLine)
            .Hears("full name").StaysSilent().Hears("full name").StaysSilent()
            .Hears("refer you").StaysSilent().Hears("just say no").StaysSilent()
            .Hears("Which job").StaysSilent().Hears("Which job").StaysSilent()
            .Hears("résumé").StaysSilent().Hears("press 1").StaysSilent()
            .Hears("come in").StaysSilent().Hears("come in").StaysSilent()
            .Hears("best number").StaysSilent().Hears("Say yes or no").StaysSilent()
            .Hears("Thank you").IsHungUpOn();

        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((null, null), (line.Application, line.HungUpAt));
    }

    private static async Task RingsAndTellsAllAsync(DeskUnderTest desk, string atTheEnd) => await desk.Telephone("stranger").Rings(OfficeLine)
        .Hears("full name").Says("Paula Reyes, nobody referred me")
        .Hears("Which job").Says("Art production assistant")
        .Hears("résumé").Says("yes")
        .Hears("holds interviews").Says("tomorrow at ten")
        .Hears("best number").Says("yes")
        .Hears(atTheEnd).IsHungUpOn();

    private static async Task<DeskUnderTest> OpenAsync(TimeSpan afterTenOnMonday)
    {
        var house = await DeskUnderTest.OpenAsync();
        var office = Some.Desk("lighthouse", OfficeLine) with
        {
            BossName = "Dana Whitfield",
            Persona = "Robin",
            Hours = new DeskHours { WakingFrom = new(7, 0), WakingTo = new(22, 30), Opens = new(9, 0), Closes = new(18, 0) },
            Office = TheOffice.Lighthouse,
        };
        await house.Services.GetRequiredService<DeskBook>().SaveAsync(office, DeskUnderTest.Cancel);
        await house.PassesAsync(afterTenOnMonday);
        return house;
    }

    private static Task<IReadOnlyList<SheetLine>> SheetAsync(DeskUnderTest house) => house.Services.GetRequiredService<CurrentSheet>()
        .LinesAsync(house.Services.GetRequiredService<DeskBook>().Named("lighthouse")!.Id, DeskUnderTest.Cancel);
}
