using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Sheet;
using FrontDesk.Simulator;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R1: what reached the carrier while we were down is found in its lists, and stands on the sheet once.</summary>
public sealed class ReconcilingStories : MissedHouse
{
    [Fact]
    public async Task F12_a_caller_who_heard_only_the_carrier_s_error_is_on_the_sheet_when_we_are_up_again()
    {
        await WhileDownAsync(async () => await Desk.Telephone("John").Rings().Hears("application error").IsHungUpOn());

        var call = Assert.Single(await Desk.LogOnceAsync(log => log.Count > 0));
        var carriers = Assert.Single(Desk.Carrier.Calls);
        Assert.Equal((carriers.Sid, carriers.Created, ToTheSecond(carriers.Ended), CallStatus.Completed), (call.CallSid, call.ReceivedAt, call.EndedAt, call.Status));
        var line = Assert.Single(await SheetAsync());
        Assert.Equal(("John Smith", CallCode.CallSometime, true), (line.Name, line.Code, line.IsMissed));
        Assert.Equal("In the book, nothing pressing; missed while we were down: we do not know what they wanted", line.Why);
    }

    [Fact]
    public async Task The_boss_is_reminded_of_a_missed_call_as_its_caller_deserves()
    {
        await WhileDownAsync(async () => await Desk.Telephone("Danni").Rings().IsHungUpOn());

        await Desk.Telephone("boss").GetsText("ASAP Danni Okafor 310-555-0143 (missed while down)");
    }

    [Fact]
    public async Task F12_S5_five_hundred_calls_that_came_while_we_were_down_are_on_the_sheet_after_one_round_ranked_and_once()
    {
        var callers = Enumerable.Range(0, 500).Select(Number).ToList();
        var book = Desk.Services.GetRequiredService<PhoneBook>();
        await book.SaveAsync(Some.Contact(Desk.Desk, "Eleanor Voss", callers[77]) with { Standing = Standing.TooImportantNotTo }, DeskUnderTest.Cancel);
        await book.SaveAsync(Some.Contact(Desk.Desk, "Paula Reyes", callers[499]) with { WantsToTalk = true }, DeskUnderTest.Cancel);
        await book.SaveAsync(Some.Contact(Desk.Desk, "Sam Ito", callers[250]) with { Standing = Standing.Valued }, DeskUnderTest.Cancel);
        await book.SaveAsync(Some.Contact(Desk.Desk, "Ada Byron", callers[3]), DeskUnderTest.Cancel);

        await WhileDownAsync(async () =>
        {
            foreach (var some in callers.Chunk(100))
            {
                var calls = new List<PhoneCall>();
                foreach (var caller in some)
                {
                    calls.Add(await Desk.Carrier.Telephone(caller).DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel));
                }

                await Task.WhenAll(calls.Select(call => call.WaitUntilEndedAsync(DeskUnderTest.Cancel)));
            }
        });

        Assert.Equal(500, (await Desk.LogOnceAsync(log => log.Count >= 500)).Count);
        var lines = await SheetAsync();
        Assert.Equal(500, lines.Count);
        Assert.Equal(["Paula Reyes", "Eleanor Voss", "Sam Ito", "Ada Byron"], lines.Take(4).Select(line => line.Name));
        Assert.All(lines.Skip(4), line => Assert.Equal((CallCode.CallMaybe, true), (line.Code, line.IsMissed)));
        await Desk.Telephone("boss").GetsText("Paula Reyes").GetsText("Eleanor Voss");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RoundAsync()));
        await Desk.RestartAsync();
        await RoundAsync();

        Assert.Equal(Desk.Carrier.Calls.Select(call => call.Sid).Order(StringComparer.Ordinal), (await Desk.LogAsync()).Select(call => call.CallSid).Order(StringComparer.Ordinal));
        Assert.Equal(500, (await SheetAsync()).Count);
    }

    [Fact]
    public async Task Who_rang_several_times_is_one_line_and_who_withheld_the_number_is_nobody_twice()
    {
        await WhileDownAsync(async () =>
        {
            await Desk.Telephone("stranger").Rings().IsHungUpOn();
            await Desk.PassesAsync(TimeSpan.FromMinutes(3));
            await Desk.Telephone("stranger").Rings().IsHungUpOn();
            await Desk.Withheld().Rings().IsHungUpOn();
            await Desk.Withheld("+266696687").Rings().IsHungUpOn();
        });

        await Desk.LogOnceAsync(log => log.Count == 4);
        Assert.Equal([1, 1, 2], (await SheetAsync()).Select(line => line.TimesCalled).Order());
    }

    [Fact]
    public async Task A_call_we_took_and_one_whose_fallback_we_took_are_not_doubled()
    {
        await Desk.Telephone("stranger").Rings().Hears("who's calling").HangsUp();
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere" });
        Desk.Expects("11200");
        await Desk.Telephone("John").Rings().Hears("who's calling").Says("John Smith").Hears("?").HangsUp();

        var run = await RoundAsync();

        Assert.Equal((2, 0), (run.CallsRead, run.CallsMissed));
        Assert.Equal(2, (await Desk.LogAsync()).Count);
    }

    [Fact]
    public async Task A_call_under_way_right_now_is_not_missed_and_once_it_is_over_unheard_it_is()
    {
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        Desk.Expects("11200");
        var call = await Desk.Carrier.Telephone("+13105550177").DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel);

        Desk.Services.GetRequiredService<ReconcileClock>().Ask();
        await RoundsAsync("left_for_later = 1 and calls_missed = 0 and finished_at is not null");

        Assert.Empty(await Desk.LogAsync());
        await call.WaitUntilEndedAsync(DeskUnderTest.Cancel);
        // Not in an hour, as else: in five minutes.
        await Desk.PassesAsync(TimeSpan.FromMinutes(6));

        Assert.Equal("+13105550177", Assert.Single(await Desk.LogOnceAsync(log => log.Count > 0)).CallerFrom);
    }

    [Fact]
    public async Task A_late_word_of_a_missed_call_is_written_on_it_and_it_is_missed_no_more()
    {
        await WhileDownAsync(async () => await Desk.Telephone("stranger").Rings().IsHungUpOn());
        var call = Assert.Single(await Desk.LogOnceAsync(log => log.Count > 0));

        await Desk.PostAsync(Desk.Said(call.CallSid!, 1, 1, "Paula Reyes about the lease"));

        Assert.Equal("Paula Reyes", (await Desk.OnlyCallAsync()).SaidName);
        Assert.False(Assert.Single(await SheetAsync()).IsMissed);
    }

    [Fact]
    public async Task R59_whatever_shifts_from_page_to_page_while_it_is_read_each_call_is_found_once()
    {
        Desk.Carrier.Options = Desk.Carrier.Options with { LargestPage = 5, PagesShift = true };
        await WhileDownAsync(() => RingAsync(0, 23));
        await Desk.LogOnceAsync(log => log.Count == 23);

        // More come, and go from the list, while it is read.
        var unheard = Desk.Carrier.Options.Numbers;
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        Desk.Expects("11200");
        var ringing = RingAsync(23, 40);
        while (!ringing.IsCompleted)
        {
            await RoundAsync();
        }

        await ringing;
        Desk.Carrier.Options = Desk.Carrier.Options with { Numbers = unheard };
        await RoundAsync();

        Assert.Equal(Desk.Carrier.Calls.Select(call => call.Sid).Order(StringComparer.Ordinal), (await Desk.LogAsync()).Select(call => call.CallSid).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R50_while_the_carrier_fails_now_and_then_what_was_read_counts_and_the_next_rounds_go_on()
    {
        Desk.Carrier.Options = Desk.Carrier.Options with
        {
            LargestPage = 5,
            Mischief = new Mischief { Rest = new RestMischief { ErrorAfterAcceptance = 0.15, GarbageAfterAcceptance = 0.1 } },
        };
        await WhileDownAsync(() => RingAsync(0, 23));
        var runs = new List<ReconcileRun>();
        while (runs.Count < 100 && (runs is [] || runs[^1].State != RunState.Complete))
        {
            runs.Add(await RoundAsync());
        }

        Assert.Contains(runs, run => run is { State: RunState.BrokenOff, Why: not null });
        Assert.Equal(23, (await Desk.LogAsync()).Count);
    }
}
