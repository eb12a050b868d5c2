using System.Globalization;
using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Simulator;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R1: what reached the carrier while we were down is found in its lists, and stands on the sheet once.</summary>
public sealed class ReconcilingStories : IAsyncLifetime
{
    private DeskUnderTest desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskUnderTest.OpenAsync();
        await RoundAsync();
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task F12_a_caller_who_heard_only_the_carrier_s_error_is_on_the_sheet_when_we_are_up_again()
    {
        await WhileDownAsync(async () => await desk.Telephone("John").Rings().Hears("application error").IsHungUpOn());

        var call = Assert.Single(await desk.LogOnceAsync(log => log.Count > 0));
        var carriers = Assert.Single(desk.Carrier.Calls);
        Assert.Equal((carriers.Sid, carriers.Created, ToTheSecond(carriers.Ended), CallStatus.Completed), (call.CallSid, call.ReceivedAt, call.EndedAt, call.Status));
        var line = Assert.Single(await SheetAsync());
        Assert.Equal(("John Smith", CallCode.CallSometime, true), (line.Name, line.Code, line.IsMissed));
        Assert.Equal("In the book, nothing pressing; missed while we were down: we do not know what they wanted", line.Why);
    }

    [Fact]
    public async Task The_boss_is_reminded_of_a_missed_call_as_its_caller_deserves()
    {
        await WhileDownAsync(async () => await desk.Telephone("Danni").Rings().IsHungUpOn());

        await desk.Telephone("boss").GetsText("ASAP Danni Okafor 310-555-0143 (missed while down)");
    }

    [Fact]
    public async Task F12_S5_five_hundred_calls_that_came_while_we_were_down_are_on_the_sheet_after_one_round_ranked_and_once()
    {
        var callers = Enumerable.Range(0, 500).Select(Number).ToList();
        var book = desk.Services.GetRequiredService<PhoneBook>();
        await book.SaveAsync(Some.Contact(desk.Desk, "Eleanor Voss", callers[77]) with { Standing = Standing.TooImportantNotTo }, DeskUnderTest.Cancel);
        await book.SaveAsync(Some.Contact(desk.Desk, "Paula Reyes", callers[499]) with { WantsToTalk = true }, DeskUnderTest.Cancel);
        await book.SaveAsync(Some.Contact(desk.Desk, "Sam Ito", callers[250]) with { Standing = Standing.Valued }, DeskUnderTest.Cancel);
        await book.SaveAsync(Some.Contact(desk.Desk, "Ada Byron", callers[3]), DeskUnderTest.Cancel);

        await WhileDownAsync(async () =>
        {
            foreach (var some in callers.Chunk(100))
            {
                var calls = new List<PhoneCall>();
                foreach (var caller in some)
                {
                    calls.Add(await desk.Carrier.Telephone(caller).DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel));
                }

                await Task.WhenAll(calls.Select(call => call.WaitUntilEndedAsync(DeskUnderTest.Cancel)));
            }
        });

        Assert.Equal(500, (await desk.LogOnceAsync(log => log.Count >= 500)).Count);
        var lines = await SheetAsync();
        Assert.Equal(500, lines.Count);
        Assert.Equal(["Paula Reyes", "Eleanor Voss", "Sam Ito", "Ada Byron"], lines.Take(4).Select(line => line.Name));
        Assert.All(lines.Skip(4), line => Assert.Equal((CallCode.CallMaybe, true), (line.Code, line.IsMissed)));
        await desk.Telephone("boss").GetsText("Paula Reyes").GetsText("Eleanor Voss");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RoundAsync()));
        await desk.RestartAsync();
        await RoundAsync();

        Assert.Equal(desk.Carrier.Calls.Select(call => call.Sid).Order(StringComparer.Ordinal), (await desk.LogAsync()).Select(call => call.CallSid).Order(StringComparer.Ordinal));
        Assert.Equal(500, (await SheetAsync()).Count);
    }

    [Fact]
    public async Task Who_rang_several_times_is_one_line_and_who_withheld_the_number_is_nobody_twice()
    {
        await WhileDownAsync(async () =>
        {
            await desk.Telephone("stranger").Rings().IsHungUpOn();
            await desk.PassesAsync(TimeSpan.FromMinutes(3));
            await desk.Telephone("stranger").Rings().IsHungUpOn();
            await desk.Withheld().Rings().IsHungUpOn();
            await desk.Withheld("+266696687").Rings().IsHungUpOn();
        });

        await desk.LogOnceAsync(log => log.Count == 4);
        Assert.Equal([1, 1, 2], (await SheetAsync()).Select(line => line.TimesCalled).Order());
    }

    [Fact]
    public async Task A_call_we_took_and_one_whose_fallback_we_took_are_not_doubled()
    {
        await desk.Telephone("stranger").Rings().Hears("who's calling").HangsUp();
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere" });
        desk.Expects("11200");
        await desk.Telephone("John").Rings().Hears("who's calling").Says("John Smith").Hears("?").HangsUp();

        var run = await RoundAsync();

        Assert.Equal((2, 0), (run.CallsRead, run.CallsMissed));
        Assert.Equal(2, (await desk.LogAsync()).Count);
    }

    [Fact]
    public async Task A_call_under_way_right_now_is_not_missed_and_once_it_is_over_unheard_it_is()
    {
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        desk.Expects("11200");
        var call = await desk.Carrier.Telephone("+13105550177").DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel);

        desk.Services.GetRequiredService<ReconcileClock>().Ask();
        await RoundsAsync("left_for_later = 1 and calls_missed = 0 and finished_at is not null");

        Assert.Empty(await desk.LogAsync());
        await call.WaitUntilEndedAsync(DeskUnderTest.Cancel);
        // Not in an hour, as else: in five minutes.
        await desk.PassesAsync(TimeSpan.FromMinutes(6));

        Assert.Equal("+13105550177", Assert.Single(await desk.LogOnceAsync(log => log.Count > 0)).CallerFrom);
    }

    [Fact]
    public async Task A_late_word_of_a_missed_call_is_written_on_it_and_it_is_missed_no_more()
    {
        await WhileDownAsync(async () => await desk.Telephone("stranger").Rings().IsHungUpOn());
        var call = Assert.Single(await desk.LogOnceAsync(log => log.Count > 0));

        await desk.PostAsync(desk.Said(call.CallSid!, 1, 1, "Paula Reyes about the lease"));

        Assert.Equal("Paula Reyes", (await desk.OnlyCallAsync()).SaidName);
        Assert.False(Assert.Single(await SheetAsync()).IsMissed);
    }

    [Fact]
    public async Task R59_whatever_shifts_from_page_to_page_while_it_is_read_each_call_is_found_once()
    {
        desk.Carrier.Options = desk.Carrier.Options with { LargestPage = 5, PagesShift = true };
        await WhileDownAsync(() => RingAsync(0, 23));
        await desk.LogOnceAsync(log => log.Count == 23);

        // More come, and go from the list, while it is read.
        var unheard = desk.Carrier.Options.Numbers;
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        desk.Expects("11200");
        var ringing = RingAsync(23, 40);
        while (!ringing.IsCompleted)
        {
            await RoundAsync();
        }

        await ringing;
        desk.Carrier.Options = desk.Carrier.Options with { Numbers = unheard };
        await RoundAsync();

        Assert.Equal(desk.Carrier.Calls.Select(call => call.Sid).Order(StringComparer.Ordinal), (await desk.LogAsync()).Select(call => call.CallSid).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R50_while_the_carrier_fails_now_and_then_what_was_read_counts_and_the_next_rounds_go_on()
    {
        desk.Carrier.Options = desk.Carrier.Options with
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
        Assert.Equal(23, (await desk.LogAsync()).Count);
    }

    [Fact]
    public async Task A_text_that_never_reached_us_is_on_file_once_and_is_not_obeyed()
    {
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await desk.Telephone("boss").GetsText("ASAP Danni");
        await WhileDownAsync(async () =>
        {
            await desk.Telephone("boss").Texts("1");
            await desk.Telephone("stranger").Texts("When is the shoot?");
            await desk.PassesAsync(TimeSpan.FromMinutes(6));
        });
        await RoundAsync();
        await RoundAsync();

        var texts = await desk.Books.ReadAsync(
            look => look.QueryAsync<string>("select body from texts where direction = 1 and found_at is not null order by at, body"), DeskUnderTest.Cancel);
        Assert.Equal(["1", "When is the shoot?"], texts);
        Assert.Equal(Ball.Ours, (await desk.OnlyCallAsync()).Ball);
    }

    [Fact]
    public async Task Our_own_texts_and_calls_are_nobody_s_call_and_none_is_unknown_to_us()
    {
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await desk.Telephone("boss").GetsText("ASAP Danni").Texts("3").GetsText("I will call you now").PicksUp();
        await desk.Telephone("boss").HangsUp();
        await desk.PassesAsync(TimeSpan.FromMinutes(5));

        var run = await RoundAsync();

        Assert.Equal((0, 0, 0), (run.CallsMissed, run.TextsMissed, run.ForeignSeen));
        Assert.True(run is { CallsRead: >= 2, TextsRead: >= 2 });
        Assert.Equal(1, (await desk.LogAsync()).Count(call => call.CallerFrom == "+13105550143"));
    }

    [Fact]
    public async Task Whoever_was_talked_to_after_the_call_we_missed_waits_for_nothing()
    {
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        desk.Expects("11200");
        await desk.Telephone("stranger").Rings().IsHungUpOn();
        Change(number => number with { VoiceUrl = "https://desk.example.org/twilio/voice" });
        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("?").HangsUp();
        var line = Assert.Single(await SheetAsync());
        await desk.Services.GetRequiredService<SheetMarks>().MarkAsync(new SheetMark { CallId = line.Id, Version = line.Version, Kind = MarkKind.Returned, By = "Jamie" }, DeskUnderTest.Cancel);
        await desk.PassesAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await RoundAsync()).CallsMissed);

        Assert.Empty(await SheetAsync());
        Assert.Equal(2, (await desk.LogAsync()).Count);
    }

    [Fact]
    public async Task S108_who_was_erased_does_not_come_back_and_who_rings_again_does()
    {
        Change(number => number with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        desk.Expects("11200");
        await desk.Telephone("stranger").Rings().IsHungUpOn();
        await desk.PassesAsync(TimeSpan.FromMinutes(2));
        await desk.Books.WriteAsync(work => Tombstones.RaiseForNumberAsync(work, PhoneNumber.Parse("+13105550177"), desk.Clock.GetUtcNow()), DeskUnderTest.Cancel);
        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        var run = await RoundAsync();
        Assert.Equal((1, 0), (run.ErasedPassed, run.CallsMissed));
        Assert.Empty(await desk.LogAsync());

        await WhileDownAsync(async () => await desk.Telephone("stranger").Rings().IsHungUpOn());
        Assert.Single(await desk.LogOnceAsync(log => log.Count > 0));
    }

    [Fact]
    public async Task A_number_whose_address_was_changed_at_the_carrier_is_told_and_left_as_it_is()
    {
        Change(number => number with { VoiceUrl = "https://elsewhere.example.com/voice" });

        await RoundAsync();

        var told = Assert.Single(await desk.Services.GetRequiredService<RunBook>().DifferencesAsync(DeskUnderTest.Cancel));
        Assert.Equal((DeskUnderTest.Line, "https://elsewhere.example.com/voice"), (told.Difference.Number, told.Difference.Theirs));
        Assert.Equal("https://elsewhere.example.com/voice", desk.Carrier.Options.Numbers[0].VoiceUrl);

        Change(number => number with { VoiceUrl = "https://desk.example.org/twilio/voice" });
        await RoundAsync();
        Assert.Empty(await desk.Services.GetRequiredService<RunBook>().DifferencesAsync(DeskUnderTest.Cancel));
    }

    [Fact]
    public async Task A_call_to_a_number_that_leads_to_us_and_no_desk_has_claimed_is_missed_too()
    {
        await WhileDownAsync(async () => await desk.Telephone("stranger").Rings("+13105550109").IsHungUpOn());

        Assert.Null(Assert.Single(await desk.LogOnceAsync(log => log.Count > 0)).DeskId);
    }

    private static string Number(int caller) =>
        $"+1{new[] { "212", "213", "323", "415", "702" }[caller / 100]}55501{(caller % 100).ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>The carrier's lists know nothing finer.</summary>
    private static DateTimeOffset? ToTheSecond(DateTimeOffset? at) => at?.AddTicks(-(at.Value.Ticks % TimeSpan.TicksPerSecond));

    private async Task RingAsync(int from, int to)
    {
        for (var caller = from; caller < to; caller++)
        {
            var call = await desk.Carrier.Telephone(Number(100 + caller)).DialAsync(DeskUnderTest.Line, DeskUnderTest.Cancel);
            await call.WaitUntilEndedAsync(DeskUnderTest.Cancel);
        }
    }

    private void Change(Func<CarrierNumber, CarrierNumber> change) => desk.Carrier.Options = desk.Carrier.Options with
    {
        Numbers = [change(desk.Carrier.Options.Numbers[0]), .. desk.Carrier.Options.Numbers.Skip(1)],
    };

    private async Task WhileDownAsync(Func<Task> meanwhile)
    {
        // The carrier's debugger shows that nobody answers it.
        desk.Expects("11205");
        await desk.GoesDownAsync();
        await meanwhile();
        desk.ComesUp();
    }

    /// <summary>One round made by hand, once no other is under way.</summary>
    private async Task<ReconcileRun> RoundAsync()
    {
        while (true)
        {
            if (await desk.Services.GetRequiredService<Reconciliation>().RunAsync(TimeSpan.Zero, DeskUnderTest.Cancel) is { } run)
            {
                return run;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, DeskUnderTest.Cancel);
        }
    }

    /// <summary>Waits until the desk has made one like this by itself.</summary>
    private async Task RoundsAsync(string like)
    {
        for (var looks = 0; looks < 300; looks++)
        {
            if (await desk.Books.ReadAsync(look => look.FirstOrDefaultAsync<int>($"select count(*) from reconciliations where {like}"), DeskUnderTest.Cancel) > 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, DeskUnderTest.Cancel);
        }

        Assert.Fail($"No round was like this: {like}");
    }

    private async Task<IReadOnlyList<SheetLine>> SheetAsync() => await desk.Services.GetRequiredService<CurrentSheet>().LinesAsync(desk.Desk.Id, DeskUnderTest.Cancel);
}
