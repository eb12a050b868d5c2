using FrontDesk.Ledger;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>What else the carrier's lists tell: of texts, of what we sent, of whom we forgot on purpose, and of where its numbers lead.</summary>
public sealed class ReconciledStories : MissedHouse
{
    [Fact]
    public async Task A_text_that_never_reached_us_is_on_file_once_and_is_not_obeyed()
    {
        await Desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await Desk.Telephone("boss").GetsText("ASAP Danni");
        await WhileDownAsync(async () =>
        {
            await Desk.Telephone("boss").Texts("1");
            await Desk.Telephone("stranger").Texts("When is the shoot?");
            await Desk.PassesAsync(TimeSpan.FromMinutes(6));
        });
        await RoundAsync();
        await RoundAsync();

        var texts = await Desk.Books.ReadAsync(
            look => look.QueryAsync<string>("select body from texts where direction = 1 and found_at is not null order by at, body"), DeskUnderTest.Cancel);
        Assert.Equal(["1", "When is the shoot?"], texts);
        Assert.Equal(Ball.Ours, (await Desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task Our_own_texts_and_calls_are_nobody_s_call_and_none_is_unknown_to_us()
    {
        await Desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await Desk.Telephone("boss").GetsText("ASAP Danni").Texts("3").GetsText("I will call you now").PicksUp();
        await Desk.Telephone("boss").HangsUp();
        await Desk.PassesAsync(TimeSpan.FromMinutes(5));

        var run = await RoundAsync();

        Assert.Equal((0, 0, 0), (run.CallsMissed, run.TextsMissed, run.ForeignSeen));
        Assert.True(run is { CallsRead: >= 2, TextsRead: >= 2 });
        Assert.Equal(1, (await Desk.LogAsync()).Count(call => call.CallerFrom == "+13105550143"));
    }

    [Fact]
    public async Task Whoever_was_talked_to_after_the_call_we_missed_waits_for_nothing()
    {
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        Desk.Expects("11200");
        await Desk.Telephone("stranger").Rings().IsHungUpOn();
        Change(number => number with { VoiceUrl = "https://desk.example.org/twilio/voice" });
        await Desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("?").HangsUp();
        var line = Assert.Single(await SheetAsync());
        await Desk.Services.GetRequiredService<SheetMarks>().MarkAsync(new SheetMark { CallId = line.Id, Version = line.Version, Kind = MarkKind.Returned, By = "Jamie" }, DeskUnderTest.Cancel);
        await Desk.PassesAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await RoundAsync()).CallsMissed);

        Assert.Empty(await SheetAsync());
        Assert.Equal(2, (await Desk.LogAsync()).Count);
    }

    [Fact]
    public async Task S108_who_was_erased_does_not_come_back_and_who_rings_again_does()
    {
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        Desk.Expects("11200");
        await Desk.Telephone("stranger").Rings().IsHungUpOn();
        await Desk.PassesAsync(TimeSpan.FromMinutes(2));
        await Desk.Books.WriteAsync(work => Tombstones.RaiseForNumberAsync(work, PhoneNumber.Parse("+13105550177"), Desk.Clock.GetUtcNow()), DeskUnderTest.Cancel);
        await Desk.PassesAsync(TimeSpan.FromMinutes(2));

        var run = await RoundAsync();
        Assert.Equal((1, 0), (run.ErasedPassed, run.CallsMissed));
        Assert.Empty(await Desk.LogAsync());

        await WhileDownAsync(async () => await Desk.Telephone("stranger").Rings().IsHungUpOn());
        Assert.Single(await Desk.LogOnceAsync(log => log.Count > 0));
    }

    [Fact]
    public async Task A_number_whose_address_was_changed_at_the_carrier_is_told_and_left_as_it_is()
    {
        Change(number => number with { VoiceUrl = "https://elsewhere.example.com/voice" });

        await RoundAsync();

        var told = Assert.Single(await Desk.Services.GetRequiredService<RunBook>().DifferencesAsync(DeskUnderTest.Cancel));
        Assert.Equal((DeskUnderTest.Line, "https://elsewhere.example.com/voice"), (told.Difference.Number, told.Difference.Theirs));
        Assert.Equal("https://elsewhere.example.com/voice", Desk.Carrier.Options.Numbers[0].VoiceUrl);

        Change(number => number with { VoiceUrl = "https://desk.example.org/twilio/voice" });
        await RoundAsync();
        Assert.Empty(await Desk.Services.GetRequiredService<RunBook>().DifferencesAsync(DeskUnderTest.Cancel));
    }

    [Fact]
    public async Task A_call_to_a_number_that_leads_to_us_and_no_desk_has_claimed_is_missed_too()
    {
        await WhileDownAsync(async () => await Desk.Telephone("stranger").Rings("+13105550109").IsHungUpOn());

        Assert.Null(Assert.Single(await Desk.LogOnceAsync(log => log.Count > 0)).DeskId);
    }
}
