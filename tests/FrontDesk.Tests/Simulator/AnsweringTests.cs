using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>What the first verbs do to a call that is still ringing, and Record.</summary>
public sealed class AnsweringTests
{
    private const string Danni = "+13105550142";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<Reject/>", CarrierCallStatus.NoAnswer, false)]
    [InlineData("<Reject reason=\"busy\"/>", CarrierCallStatus.Busy, false)]
    [InlineData("<Pause length=\"5\"/><Reject reason=\"busy\"/>", CarrierCallStatus.Busy, false)]
    [InlineData("<Hangup/>", CarrierCallStatus.Completed, true)]
    [InlineData("<Say>Hello</Say>", CarrierCallStatus.Completed, true)]
    [InlineData("", CarrierCallStatus.Completed, true)]
    public async Task The_first_verb_decides_whether_the_call_is_answered(string verbs, CarrierCallStatus status, bool answered)
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", $"<Response>{verbs}</Response>");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        var kept = Assert.Single(desk.Carrier.Calls);
        Assert.Equal(status, kept.Status);
        Assert.Equal(answered, kept.Answered is not null);
        Assert.Equal(status == CarrierCallStatus.NoAnswer ? "no-answer" : kept.Status.ToString().ToLowerInvariant(), Assert.Single(desk.To("status")).Form["CallStatus"]);
    }

    [Fact]
    public async Task A_pause_first_lets_it_ring_on()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Pause length="4"/><Say>Hello</Say></Response>""");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Equal(PretendDesk.Monday.AddSeconds(4), Assert.Single(desk.Carrier.Calls).Answered);
    }

    [Fact]
    public async Task Whoever_gives_up_while_it_rings_was_not_answered()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Pause length="30"/><Say>Hello</Say></Response>""");
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(3), Cancel);

        await call.HangUpAsync(Cancel);

        Assert.Equal("no-answer", Assert.Single(desk.To("status")).Form["CallStatus"]);
        Assert.Equal("0", Assert.Single(desk.To("status")).Form["CallDuration"]);
    }

    [Fact]
    public async Task A_withheld_number_arrives_in_its_spelling()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", "<Response><Hangup/></Response>");

        foreach (var spelling in new[] { "anonymous", "+266696687", "" })
            await (await desk.Carrier.WithheldTelephone(spelling).DialAsync(PretendDesk.Line, Cancel)).WaitUntilEndedAsync(Cancel);

        Assert.Equal(["anonymous", "+266696687", ""], desk.To("answer").Select(request => request.Form["From"]));
        Assert.Equal(3, desk.Carrier.Calls.Select(call => call.Sid).Distinct().Count());
    }

    [Fact]
    public async Task What_else_the_call_carries_is_passed_on_and_signed()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Carrier.Telephone(Danni).Place = new Place("LOS ANGELES", "CA", "90012", "US");
        desk.Answers("answer", "<Response><Hangup/></Response>");

        await (await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel, new DialExtras
        {
            From = "sip:danni@example.org",
            ForwardedFrom = "+13105550199",
            CallerName = "ROSE DANNI",
            StirVerstat = "TN-Validation-Passed-A",
            More = [new("NeverSeenBefore", "42")],
        })).WaitUntilEndedAsync(Cancel);

        var form = Assert.Single(desk.To("answer")).Form;
        Assert.Equal("sip:danni@example.org", form["From"]);
        Assert.Equal("+13105550199", form["ForwardedFrom"]);
        Assert.Equal("ROSE DANNI", form["CallerName"]);
        Assert.Equal("TN-Validation-Passed-A", form["StirVerstat"]);
        Assert.Equal("42", form["NeverSeenBefore"]);
        Assert.Equal("LOS ANGELES", form["FromCity"]);
        Assert.Equal("LOS ANGELES", form["CallerCity"]);
    }

    [Fact]
    public async Task A_number_without_an_address_loses_its_calls_without_a_word()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = "" });

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Empty(call.Heard);
        Assert.Empty(desk.Carrier.Warnings);
        Assert.Equal(CarrierCallStatus.Failed, Assert.Single(desk.Carrier.Calls).Status);
    }

    [Fact]
    public async Task A_message_is_recorded_until_there_is_silence_and_told_of()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Record action="kept" timeout="3" transcribe="true" transcribeCallback="words" recordingStatusCallback="ready"/></Response>""");
        desk.Answers("kept", "<Response><Hangup/></Response>");
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        await call.WaitUntilListeningAsync(Cancel);
        await call.SayAsync("one two three four five six seven eight nine ten", Cancel);
        await call.WaitUntilEndedAsync(Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);

        var kept = Assert.Single(desk.To("kept")).Form;
        Assert.Equal("4", kept["RecordingDuration"]);
        Assert.DoesNotContain("Digits", kept.Keys);
        Assert.Equal(kept["RecordingSid"], Assert.Single(desk.To("ready")).Form["RecordingSid"]);
        Assert.Equal("one two three four five six seven eight nine ten", Assert.Single(desk.To("words")).Form["TranscriptionText"]);
    }

    [Fact]
    public async Task Hanging_up_on_a_recording_keeps_it_and_nobody_hears_the_answer()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Record action="kept"/></Response>""");
        desk.Answers("kept", "<Response><Say>Thank you.</Say></Response>");
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        await call.WaitUntilListeningAsync(Cancel);
        await call.SayAsync("call me back", Cancel);
        await call.HangUpAsync(Cancel);

        Assert.Equal("hangup", Assert.Single(desk.To("kept")).Form["Digits"]);
        Assert.Equal("[beep]", Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task A_recording_of_silence_alone_goes_on_to_the_next_verb()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Record action="kept" timeout="2"/><Say>Goodbye.</Say></Response>""");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Empty(desk.To("kept"));
        Assert.Equal("Goodbye.", call.Heard[^1].Text);
    }

    [Fact]
    public async Task A_key_ends_a_recording()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Record action="kept" finishOnKey="#"/></Response>""");
        desk.Answers("kept", "<Response/>");
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        await call.WaitUntilListeningAsync(Cancel);
        await call.SayAsync("call me back", Cancel);
        await call.PressAsync("1#", Cancel);

        Assert.Equal("#", Assert.Single(desk.To("kept")).Form["Digits"]);
    }

    [Fact]
    public async Task Media_is_fetched_and_lasts_as_long_as_it_is()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", "<Response><Play>hold.wav</Play><Play>gone.wav</Play><Hangup/></Response>");
        desk.Answers("hold.wav", async (_, context) =>
        {
            var wave = new byte[44 + 16000];
            "RIFF"u8.CopyTo(wave);
            BitConverter.TryWriteBytes(wave.AsSpan(28), 8000);
            context.Response.ContentType = "audio/wav";
            await context.Response.Body.WriteAsync(wave, Cancel);
        });
        desk.Answers("gone.wav", (_, context) =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Equal(2, Assert.Single(call.Heard).Seconds, 3);
        Assert.Contains("gone.wav", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
    }
}
