using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>Dial and its whisper, with everything that can be at the other end.</summary>
public sealed class DialTests
{
    private const string Danni = "+13105550142";
    private const string Cell = "+13105550143";
    private const string Home = "+13105550144";
    private const string PressOne = """<Response><Gather numDigits="1" action="pressed" timeout="5"><Say>Danni Rose is on the line. Press 1.</Say></Gather><Hangup/></Response>""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_boss_presses_one_and_the_two_are_connected()
    {
        await using var desk = await DialsAsync($"""<Dial action="after" timeout="20"><Number url="whisper">{Cell}</Number></Dial>""");
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        var boss = await desk.Carrier.Telephone(Cell).PickUpAsync(Cancel);

        await boss.WaitUntilListeningAsync(Cancel);
        Assert.Equal("[ringing]", Assert.Single(caller.Heard).Text);
        await boss.PressAsync("1", Cancel);
        await caller.WaitUntilListeningAsync(Cancel);
        await caller.SayAsync("It is Danni", Cancel);
        await boss.SayAsync("At last", Cancel);
        await boss.HangUpAsync(Cancel);

        Assert.Equal("It is Danni", boss.Heard[^1].Text);
        Assert.Contains("At last", caller.Heard.Select(heard => heard.Text));
        var whisper = Assert.Single(desk.To("whisper")).Form;
        Assert.Equal(caller.CallSid, whisper["ParentCallSid"]);
        Assert.Equal("outbound-dial", whisper["Direction"]);
        Assert.Equal(Danni, whisper["From"]);
        var after = Assert.Single(desk.To("after")).Form;
        Assert.Equal("completed", after["DialCallStatus"]);
        Assert.Equal("true", after["DialBridged"]);
        Assert.Equal(boss.CallSid, after["DialCallSid"]);
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Fact]
    public async Task A_voicemail_that_answers_first_is_not_the_boss()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number url="whisper">{Cell}</Number></Dial>""");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.Voicemail("You have reached the cell. Leave a message.", 6);

        await CallAsync(desk);

        var after = Assert.Single(desk.To("after")).Form;
        Assert.Equal("false", after["DialBridged"]);
        Assert.Empty(desk.To("pressed"));
    }

    [Fact]
    public async Task A_screening_robot_asks_and_never_presses()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number url="whisper">{Cell}</Number></Dial>""");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.ScreeningRobot();

        await CallAsync(desk);

        Assert.Equal("false", Assert.Single(desk.To("after")).Form["DialBridged"]);
        var robot = Assert.Single(desk.Carrier.Telephone(Cell).Calls);
        Assert.Contains(robot.Transcript.Lines, line => line.Kind == TranscriptKind.Said && line.Text.Contains("your name", StringComparison.Ordinal));
        Assert.Contains(robot.Heard, heard => heard.Text.Contains("Danni Rose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_asked_of_a_robot_is_answered_by_its_question()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number url="whisper">{Cell}</Number></Dial>""");
        desk.Answers("whisper", """<Response><Gather input="speech" action="heard" timeout="10"/><Hangup/></Response>""");
        desk.Answers("heard", "<Response><Hangup/></Response>");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.ScreeningRobot { Question = "Who is calling?" };

        await CallAsync(desk);

        Assert.Equal("Who is calling?", Assert.Single(desk.To("heard")).Form["SpeechResult"]);
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("no-answer")]
    [InlineData("failed")]
    public async Task What_became_of_the_phone_is_told(string status)
    {
        await using var desk = await DialsAsync($"""<Dial action="after" timeout="10"><Number statusCallback="leg" statusCallbackEvent="initiated ringing answered completed">{Cell}</Number></Dial>""");
        desk.Carrier.Telephone(Cell).Behaviour = status switch
        {
            "busy" => new Behaviour.Busy(),
            "no-answer" => new Behaviour.NoAnswer(),
            _ => new Behaviour.Fails(),
        };

        await CallAsync(desk);

        var after = Assert.Single(desk.To("after")).Form;
        Assert.Equal(status, after["DialCallStatus"]);
        Assert.DoesNotContain("DialCallDuration", after.Keys);
        Assert.Equal(["initiated", "ringing", status], desk.To("leg").Select(request => request.Form["CallStatus"]));
        Assert.Equal(["0", "1", "2"], desk.To("leg").Select(request => request.Form["SequenceNumber"]));
    }

    [Fact]
    public async Task A_phone_rings_about_five_seconds_longer_than_asked()
    {
        await using var desk = await DialsAsync($"""<Dial action="after" timeout="10"><Number>{Cell}</Number></Dial>""");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.NoAnswer();

        await CallAsync(desk);

        Assert.Equal(10 + 5 + 0.5, (Assert.Single(desk.To("after")).At - PretendDesk.Monday).TotalSeconds, 3);
    }

    [Fact]
    public async Task Of_phones_ringing_together_the_first_to_pick_up_wins_and_the_others_stop()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number url="whisper">{Cell}</Number><Number url="whisper">{Home}</Number></Dial>""");
        desk.Carrier.Telephone(Home).Behaviour = new Behaviour.Voicemail("Nobody home.", 3) { RingsFor = 4 };

        await CallAsync(desk);

        Assert.Equal(PhoneCallState.Over, Assert.Single(desk.Carrier.Telephone(Cell).Calls).State);
        Assert.Empty(desk.Carrier.Telephone(Cell).Ringing);
        Assert.Equal(CarrierCallStatus.Canceled, desk.Carrier.Calls.Single(call => call.To == Cell).Status);
        Assert.Equal(desk.Carrier.Telephone(Home).Calls[0].CallSid, Assert.Single(desk.To("after")).Form["DialCallSid"]);
    }

    [Fact]
    public async Task Phones_in_sequence_ring_one_after_the_other()
    {
        await using var desk = await DialsAsync($"""<Dial action="after" sequential="true" timeout="10"><Number>{Cell}</Number><Number>{Home}</Number></Dial>""");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.Busy();
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        var home = await desk.Carrier.Telephone(Home).PickUpAsync(Cancel);
        await home.WaitUntilListeningAsync(Cancel);
        await home.SayAsync("Hello?", Cancel);
        await caller.HangUpAsync(Cancel);

        Assert.Equal("Hello?", caller.Heard[^1].Text);
        Assert.Equal(PhoneCallState.Over, home.State);
        Assert.Equal("completed", Assert.Single(desk.To("after")).Form["DialCallStatus"]);
    }

    [Fact]
    public async Task A_caller_who_gives_up_stops_the_ringing_and_the_outcome_is_still_told()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number>{Cell}</Number></Dial>""");
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(3), Cancel);
        Assert.Single(desk.Carrier.Telephone(Cell).Ringing);

        await caller.HangUpAsync(Cancel);

        Assert.Empty(desk.Carrier.Telephone(Cell).Ringing);
        Assert.Equal("canceled", Assert.Single(desk.To("after")).Form["DialCallStatus"]);
        Assert.DoesNotContain(caller.Heard, heard => heard.Text == "Goodbye.");
    }

    [Fact]
    public async Task The_boss_declining_with_the_phone_is_busy()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number url="whisper">{Cell}</Number></Dial>""");
        await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(2), Cancel);

        await Assert.Single(desk.Carrier.Telephone(Cell).Ringing).HangUpAsync(Cancel);

        Assert.Equal("busy", Assert.Single(desk.To("after")).Form["DialCallStatus"]);
    }

    [Fact]
    public async Task Dialling_on_from_a_whisper_is_not_allowed()
    {
        await using var desk = await DialsAsync($"""<Dial action="after"><Number url="whisper">{Cell}</Number></Dial>""");
        desk.Answers("whisper", $"<Response><Dial>{Home}</Dial></Response>");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.DeadAir();

        await CallAsync(desk);

        Assert.Contains(" 13201: ", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
        Assert.Empty(desk.Carrier.Telephone(Home).Calls);
    }

    [Fact]
    public async Task A_caller_ID_that_is_neither_the_caller_s_nor_the_account_s_is_refused()
    {
        await using var desk = await DialsAsync($"""<Dial action="after" callerId="+13105550177"><Number>{Cell}</Number></Dial>""");

        await CallAsync(desk);

        Assert.Equal("failed", Assert.Single(desk.To("after")).Form["DialCallStatus"]);
        Assert.Contains(" 13214: ", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voicemail_keeps_what_it_hears_after_its_beep()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.Voicemail("You have reached the cell. Leave a message.", 6);
        desk.Answers("reach", """<Response><Say>lost lost lost</Say><Pause length="8"/><Say>Please call the desk.</Say></Response>""");

        await rest.PostAsync("Calls.json", ("To", Cell), ("From", PretendDesk.Line), ("Url", desk.At("reach")));
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(2), Cancel);

        var left = Assert.Single(desk.Carrier.Telephone(Cell).Voicemails);
        Assert.Equal("Please call the desk.", left.Words);
        Assert.Equal(PretendDesk.Line, left.From);
    }

    [Fact]
    public async Task A_boss_s_phone_that_forwards_to_the_line_brings_the_call_round_again()
    {
        await using var desk = await DialsAsync($"""<Dial action="after" timeout="30"><Number>{Cell}</Number></Dial>""");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.Forwards(PretendDesk.Line, AfterSeconds: 10);
        var first = true;
        desk.Answers("answer", _ =>
        {
            var twiml = first ? $"""<Response><Dial action="after"><Number>{Cell}</Number></Dial></Response>""" : "<Response><Reject/></Response>";
            first = false;
            return twiml;
        });

        await CallAsync(desk);

        var round = desk.To("answer")[1].Form;
        Assert.Equal(Danni, round["From"]);
        Assert.Equal(Cell, round["ForwardedFrom"]);
        Assert.Equal("busy", Assert.Single(desk.To("after")).Form["DialCallStatus"]);
    }

    [Fact]
    public async Task Calling_one_of_the_account_s_own_numbers_makes_a_second_call_of_its_own()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", """<Response><Say>You have reached the desk.</Say><Pause length="20"/></Response>""");
        desk.Answers("reach", """<Response><Gather input="speech" action="heard" timeout="10"/></Response>""");
        desk.Answers("heard", "<Response><Hangup/></Response>");

        await rest.PostAsync("Calls.json", ("To", PretendDesk.Line), ("From", PretendDesk.Line), ("Url", desk.At("reach")));
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);

        Assert.Equal(2, desk.Carrier.Calls.Count);
        Assert.Equal("You have reached the desk.", Assert.Single(desk.To("heard")).Form["SpeechResult"]);
        Assert.All(desk.Carrier.Calls, call => Assert.Equal(CarrierCallStatus.Completed, call.Status));
    }

    private static async Task<PretendDesk> DialsAsync(string dial)
    {
        var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", $"<Response>{dial}</Response>");
        desk.Answers("whisper", PressOne);
        desk.Answers("pressed", "<Response/>");
        desk.Answers("after", "<Response><Say>Goodbye.</Say></Response>");
        return desk;
    }

    private static async Task CallAsync(PretendDesk desk)
    {
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await caller.WaitUntilEndedAsync(Cancel);
        Assert.Equal("Goodbye.", caller.Heard[^1].Text);
    }
}
