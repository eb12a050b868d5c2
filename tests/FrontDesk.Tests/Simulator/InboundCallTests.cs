using FrontDesk.Simulator.Webhooks;
using Xunit;

namespace FrontDesk.Tests.Simulator;

public sealed class InboundCallTests
{
    private const string Danni = "+13105550142";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_is_greeted_asked_heard_and_the_end_is_reported()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Gather input="speech" action="said" timeout="5"><Say>Who is calling, please?</Say></Gather><Hangup/></Response>""");
        desk.Answers("said", """<Response><Say>Thank you.</Say><Hangup/></Response>""");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilListeningAsync(Cancel);
        await call.SayAsync("Danni Rose", Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        TestContext.Current.TestOutputHelper!.WriteLine(call.Transcript.ToString());
        Assert.Equal(["Who is calling, please?", "Thank you."], call.Heard.Select(heard => heard.Text));
        var answer = Assert.Single(desk.To("answer"));
        Assert.Equal("ringing", answer.Form["CallStatus"]);
        Assert.Equal(Danni, answer.Form["From"]);
        var said = Assert.Single(desk.To("said"));
        Assert.Equal("Danni Rose", said.Form["SpeechResult"]);
        Assert.Equal("0.9", said.Form["Confidence"]);
        Assert.Equal("in-progress", said.Form["CallStatus"]);
        var status = Assert.Single(desk.To("status"));
        Assert.Equal("completed", status.Form["CallStatus"]);
        Assert.Equal(call.CallSid, status.Form["CallSid"]);
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Fact]
    public async Task Every_webhook_is_signed_with_the_account_s_token()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", "<Response><Hangup/></Response>");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Equal(2, desk.Received.Count);
        Assert.All(desk.Received, request => Assert.Equal(
            WebhookSigner.Sign(PretendDesk.Token, desk.At(request.Path), request.Form),
            request.Headers["X-Twilio-Signature"]));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_asked_causes_no_action_only_the_report()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Gather action="said"><Say>Your number?</Say></Gather></Response>""");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilListeningAsync(Cancel);
        await call.HangUpAsync(Cancel);

        Assert.Empty(desk.To("said"));
        Assert.Equal("completed", Assert.Single(desk.To("status")).Form["CallStatus"]);
    }
}
