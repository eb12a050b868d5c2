using System.Globalization;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>What goes wrong goes wrong by seed, in order, and on the record.</summary>
public sealed class MischiefTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_seed_gives_the_same_transcripts_byte_for_byte_and_another_seed_others()
    {
        await using var desk = await PretendDesk.OpenAsync();
        Answers(desk);

        var once = await AfternoonAsync(desk, seed: 7);
        var again = await AfternoonAsync(desk, seed: 7);
        var other = await AfternoonAsync(desk, seed: 8);

        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
        Assert.Contains("Mischief", once, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_at_the_same_time_have_the_same_ids_and_the_same_luck_in_whatever_order_they_come()
    {
        await using var desk = await PretendDesk.OpenAsync();
        Answers(desk);

        var once = await RushAsync(desk, reversed: false);
        var again = await RushAsync(desk, reversed: true);

        Assert.Equal(once, again);
    }

    [Fact]
    public async Task A_duplicate_is_the_same_request_under_the_same_token()
    {
        await using var desk = await PretendDesk.OpenAsync(new Mischief { Voice = new WebhookMischief { Duplicate = 1 } });
        desk.Answers("answer", """<Response><Pause length="10"/></Response>""");

        await (await desk.Carrier.Telephone("+13105550142").DialAsync(PretendDesk.Line, Cancel)).WaitUntilEndedAsync(Cancel);

        var twice = desk.To("answer");
        Assert.Equal(2, twice.Count);
        Assert.Equal(twice[0].Form, twice[1].Form);
        Assert.Equal(twice[0].Headers["I-Twilio-Idempotency-Token"], twice[1].Headers["I-Twilio-Idempotency-Token"]);
        Assert.Equal(twice[0].Headers["X-Twilio-Signature"], twice[1].Headers["X-Twilio-Signature"]);
        Assert.InRange((twice[1].At - twice[0].At).TotalSeconds, 0, 3);
    }

    [Fact]
    public async Task Two_copies_at_once_are_under_way_together()
    {
        await using var desk = await PretendDesk.OpenAsync(new Mischief { Voice = new WebhookMischief { DuplicateAtOnce = 1 } });
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inside = 0;
        desk.Answers("answer", async (_, context) =>
        {
            // Each waits for the other: one after the other would never end.
            if (Interlocked.Increment(ref inside) == 2)
                both.SetResult();
            await both.Task.WaitAsync(Cancel);
            context.Response.StatusCode = 204;
        });

        await (await desk.Carrier.Telephone("+13105550142").DialAsync(PretendDesk.Line, Cancel)).WaitUntilEndedAsync(Cancel);

        Assert.Equal(2, desk.To("answer").Count);
    }

    [Fact]
    public async Task A_lost_answer_was_worked_for_all_the_same()
    {
        await using var desk = await PretendDesk.OpenAsync(new Mischief { Voice = new WebhookMischief { AnswerLost = 1 } });
        desk.Number(line => line with { VoiceFallbackUrl = desk.At("fallback") });
        desk.Answers("answer", "<Response><Say>Never heard.</Say></Response>");

        var call = await desk.Carrier.Telephone("+13105550142").DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Single(desk.To("answer"));
        Assert.Equal("11205", Assert.Single(desk.To("fallback")).Form["ErrorCode"]);
        Assert.DoesNotContain(call.Heard, heard => heard.Text == "Never heard.");
    }

    [Fact]
    public async Task Callbacks_overtake_one_another_and_keep_their_numbers()
    {
        var overtaken = 0;
        for (var seed = 1; seed <= 10 && overtaken == 0; seed++)
        {
            await using var desk = await PretendDesk.OpenAsync(new Mischief { TextStatus = new WebhookMischief { Reordered = 0.5 } }, seed);
            using var rest = new RestClient(desk);
            await rest.PostAsync("Messages.json", ("To", "+13105550143"), ("From", PretendDesk.Line), ("Body", "x"), ("StatusCallback", desk.At("reported")));
            await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);

            var reported = desk.To("reported").Select(request => request.Form["MessageStatus"]).ToArray();
            Assert.Equal(["delivered", "queued", "sending", "sent"], reported.Order(StringComparer.Ordinal));
            overtaken += reported is ["queued", "sending", "sent", "delivered"] ? 0 : 1;
        }

        Assert.NotEqual(0, overtaken);
    }

    [Fact]
    public async Task A_thousand_callers_at_once_are_all_heard()
    {
        await using var desk = await PretendDesk.OpenAsync();
        Answers(desk);

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(caller => CallAsync(desk, string.Create(CultureInfo.InvariantCulture, $"+1310{caller:0000000}"), $"caller {caller}")));

        Assert.Equal(1000, desk.To("name").Select(request => request.Form["SpeechResult"]).Distinct().Count());
        Assert.Equal(1000, desk.To("status").Count);
        Assert.All(desk.Carrier.Calls, call => Assert.Equal(CarrierCallStatus.Completed, call.Status));
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Fact]
    public async Task Calls_of_a_live_clock_run_side_by_side()
    {
        await using var desk = await PretendDesk.OpenAsync(clock: SimulatorClock.Live());
        desk.Answers("answer", """<Response><Gather action="name" numDigits="1" timeout="30"/></Response>""");
        desk.Answers("name", "<Response><Hangup/></Response>");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async caller =>
        {
            var call = await desk.Carrier.Telephone(string.Create(CultureInfo.InvariantCulture, $"+1310555{caller:0000}")).DialAsync(PretendDesk.Line, Cancel);
            await call.WaitUntilListeningAsync(Cancel);
            await call.PressAsync("1", Cancel);
            await call.WaitUntilEndedAsync(Cancel);
        }));

        Assert.Equal(50, desk.To("name").Count);
        Assert.Empty(desk.Carrier.Warnings);
    }

    private static void Answers(PretendDesk desk)
    {
        desk.Answers("answer", """<Response><Gather input="speech" action="name" timeout="5"><Say>Who is calling, please?</Say></Gather><Hangup/></Response>""");
        desk.Answers("name", """<Response><Gather action="number" timeout="5" actionOnEmptyResult="true"><Say>And your number?</Say></Gather></Response>""");
        desk.Answers("number", "<Response><Say>She will call you back.</Say></Response>");
        desk.Answers("fallback", "<Response><Say>One moment.</Say><Redirect>name</Redirect></Response>");
    }

    private static async Task<string> AfternoonAsync(PretendDesk desk, int seed)
    {
        await using var carrier = Carrier(desk, seed);
        for (var caller = 0; caller < 10; caller++)
            await CallAsync(carrier, string.Create(CultureInfo.InvariantCulture, $"+1310555014{caller}"), $"caller {caller}");
        await carrier.Clock.SkipAsync(TimeSpan.FromHours(4), Cancel);
        return string.Join('\n', carrier.Transcripts);
    }

    private static async Task<string> RushAsync(PretendDesk desk, bool reversed)
    {
        await using var carrier = Carrier(desk, seed: 7);
        var callers = Enumerable.Range(0, 20).Select(caller => string.Create(CultureInfo.InvariantCulture, $"+131055501{caller:00}"));
        await Task.WhenAll((reversed ? callers.Reverse() : callers).Select(async number =>
        {
            var call = await carrier.Telephone(number).DialAsync(PretendDesk.Line, Cancel);
            await call.WaitUntilEndedAsync(Cancel);
        }));
        await carrier.Clock.SkipAsync(TimeSpan.FromHours(4), Cancel);
        return string.Join('\n', carrier.Transcripts.Select(call => call.ToString()).Order(StringComparer.Ordinal));
    }

    private static Carrier Carrier(PretendDesk desk, int seed)
    {
        var clock = SimulatorClock.Stepped(PretendDesk.Monday);
        clock.Settle = _ => Task.CompletedTask;
        var line = desk.Carrier.Options.Numbers[0] with { VoiceFallbackUrl = desk.At("fallback") };
        return new Carrier(desk.Carrier.Options with { Seed = seed, Numbers = [line], Mischief = Mischief.Everywhere(0.08) }, clock);
    }

    private static Task CallAsync(PretendDesk desk, string number, string name) => CallAsync(desk.Carrier, number, name);

    private static async Task CallAsync(Carrier carrier, string number, string name)
    {
        var call = await carrier.Telephone(number).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilListeningAsync(Cancel);
        await call.SayAsync(name, Cancel);
        await call.WaitUntilListeningAsync(Cancel);
        await call.PressAsync("3105550142#", Cancel);
        await call.WaitUntilEndedAsync(Cancel);
    }
}
