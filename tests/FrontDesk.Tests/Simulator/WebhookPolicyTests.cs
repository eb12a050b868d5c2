using System.Collections.Concurrent;
using FrontDesk.Simulator;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>Retries, time-outs, fallback and redirects, as Twilio's pages have them.</summary>
public sealed class WebhookPolicyTests
{
    private const string Danni = "+13105550142";
    private const string Sorry = "We are sorry, an application error has occurred. Goodbye.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_error_is_not_tried_again_but_falls_back_with_what_went_wrong()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceFallbackUrl = desk.At("fallback") });
        desk.Answers("answer", Fails);
        desk.Answers("fallback", "<Response><Say>We will call you back.</Say></Response>");

        var call = await CallAsync(desk);

        Assert.Single(desk.To("answer"));
        var fallback = Assert.Single(desk.To("fallback"));
        Assert.Equal("11200", fallback.Form["ErrorCode"]);
        Assert.Equal(desk.At("answer"), fallback.Form["ErrorUrl"]);
        Assert.Equal("We will call you back.", Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task A_broken_document_falls_back_as_well_and_takes_the_live_call_over()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceFallbackUrl = desk.At("fallback") });
        desk.Answers("answer", "<Response><Say>Hello</Say><Redirect>next</Redirect></Response>");
        desk.Answers("next", "<Response><Say>&</Say></Response>");
        desk.Answers("fallback", "<Response><Say>One moment.</Say></Response>");

        var call = await CallAsync(desk);

        Assert.Equal(["Hello", "One moment."], call.Heard.Select(heard => heard.Text));
        Assert.Equal("12100", Assert.Single(desk.To("fallback")).Form["ErrorCode"]);
        Assert.Equal("in-progress", Assert.Single(desk.To("fallback")).Form["CallStatus"]);
    }

    [Fact]
    public async Task Without_a_fallback_the_caller_hears_the_carrier_s_sentence()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", Fails);

        var call = await CallAsync(desk);

        Assert.Equal(Sorry, Assert.Single(call.Heard).Text);
        Assert.Equal("completed", Assert.Single(desk.To("status")).Form["CallStatus"]);
    }

    [Fact]
    public async Task What_the_overrides_name_is_tried_again_under_the_same_token()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = desk.At("answer") + "#rc=2&rp=5xx,ct" });
        var tries = 0;
        desk.Answers("answer", (request, context) => ++tries < 3 ? Fails(request, context) : HangUp(context));

        await CallAsync(desk);

        var requests = desk.To("answer");
        Assert.Equal(3, requests.Count);
        Assert.Single(requests.Select(request => request.Headers["I-Twilio-Idempotency-Token"]).Distinct());
        Assert.NotEqual(requests[0].Headers["I-Twilio-Idempotency-Token"], Assert.Single(desk.To("status")).Headers["I-Twilio-Idempotency-Token"]);
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Fact]
    public async Task No_more_is_tried_than_the_overrides_allow()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = desk.At("answer") + "#rc=5&rp=4xx" });
        desk.Answers("answer", (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

        await CallAsync(desk);

        Assert.Equal(6, desk.To("answer").Count);
    }

    [Fact]
    public async Task No_connection_is_tried_twice_by_itself()
    {
        await using var desk = await PretendDesk.OpenAsync(new Mischief { Voice = new WebhookMischief { Lost = 1 } });
        desk.Answers("answer", (_, context) => HangUp(context));

        var call = await CallAsync(desk);

        Assert.Empty(desk.To("answer"));
        Assert.Equal(2, call.Transcript.Lines.Count(line => line.Kind == TranscriptKind.Mischief));
        Assert.Equal(Sorry, Assert.Single(call.Heard).Text);
        Assert.Equal(10, (call.Heard[0].At - PretendDesk.Monday).TotalSeconds, 3);
    }

    [Fact]
    public async Task A_service_that_is_not_there_costs_the_call_and_says_so()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = "http://127.0.0.1:9/desk/answer", VoiceFallbackUrl = desk.At("fallback") });
        desk.Answers("fallback", (_, context) => HangUp(context));

        await CallAsync(desk);

        Assert.Equal("11205", Assert.Single(desk.To("fallback")).Form["ErrorCode"]);
    }

    [Fact]
    public async Task Whoever_answers_after_fifteen_seconds_has_done_it_for_nothing()
    {
        var late = new Mischief { Voice = new WebhookMischief { Late = 1, LateBy = TimeSpan.FromHours(10) } };
        await using var desk = await PretendDesk.OpenAsync(late);
        desk.Answers("answer", (_, context) => HangUp(context));

        var call = await CallAsync(desk);
        Assert.Empty(desk.To("answer"));
        Assert.Equal(15, (call.Heard[0].At - PretendDesk.Monday).TotalSeconds, 3);
        await desk.Clock.SkipAsync(TimeSpan.FromHours(10), Cancel);

        Assert.Single(desk.To("answer"));
        Assert.Equal(Sorry, Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task A_service_that_hangs_is_left_after_the_overridden_time()
    {
        await using var desk = await PretendDesk.OpenAsync(clock: SimulatorClock.Live());
        desk.Number(line => line with { VoiceUrl = desk.At("answer") + "#rt=300&tt=300", VoiceFallbackUrl = desk.At("fallback") });
        desk.Answers("answer", (_, context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        desk.Answers("fallback", (_, context) => HangUp(context));

        await CallAsync(desk);

        Assert.Equal("11205", Assert.Single(desk.To("fallback")).Form["ErrorCode"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_breaks_off_is_no_answer(bool begun)
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceFallbackUrl = desk.At("fallback") });
        desk.Answers("answer", async (_, context) =>
        {
            if (begun)
                await context.Response.WriteAsync("<Response>", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            context.Abort();
        });
        desk.Answers("fallback", (_, context) => HangUp(context));

        await CallAsync(desk);

        Assert.Single(desk.To("answer"));
        Assert.Equal("11200", Assert.Single(desk.To("fallback")).Form["ErrorCode"]);
    }

    [Fact]
    public async Task A_redirect_loses_what_was_said()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Gather input="speech" action="said"/></Response>""");
        desk.Answers("said", (_, context) =>
        {
            context.Response.Redirect("elsewhere");
            return Task.CompletedTask;
        });
        desk.Answers("elsewhere", (_, context) => HangUp(context));

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilListeningAsync(Cancel);
        await call.SayAsync("Danni Rose", Cancel);

        var elsewhere = Assert.Single(desk.To("elsewhere"));
        Assert.Equal("GET", elsewhere.Method);
        Assert.Empty(elsewhere.Form);
        Assert.DoesNotContain("Danni", elsewhere.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Ten_redirects_are_followed_and_no_more(int hops, bool arrives)
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = desk.At("hop") });
        var hop = 0;
        desk.Answers("hop", (_, context) =>
        {
            if (hop++ == hops)
                return HangUp(context);
            context.Response.Redirect("hop");
            return Task.CompletedTask;
        });

        var call = await CallAsync(desk);

        Assert.Equal(arrives, call.Heard.Count == 0);
        Assert.Equal(arrives ? 0 : 1, desk.Carrier.Warnings.Count(warning => warning.Contains(" 11215: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_number_that_says_GET_gets_everything_in_the_query_signed()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceMethod = "GET", VoiceUrl = desk.At("answer") + "?desk=1" });
        desk.Answers("answer", (_, context) => HangUp(context));

        await CallAsync(desk);

        var answer = Assert.Single(desk.To("answer"));
        Assert.StartsWith("?desk=1&AccountSid=", answer.Query, StringComparison.Ordinal);
        Assert.Contains("&From=%2B13105550142&", answer.Query, StringComparison.Ordinal);
        Assert.Equal(
            FrontDesk.Simulator.Webhooks.WebhookSigner.Sign(PretendDesk.Token, desk.At("answer") + answer.Query, []),
            answer.Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task Cookies_come_back_within_the_call_and_not_into_the_next()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var cookies = new ConcurrentQueue<string>();
        desk.Answers("answer", async (request, context) =>
        {
            cookies.Enqueue(request.Headers.GetValueOrDefault("Cookie", ""));
            context.Response.Cookies.Append("step", "one");
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync("<Response><Redirect>next</Redirect></Response>", Cancel);
        });
        desk.Answers("next", (request, context) =>
        {
            cookies.Enqueue(request.Headers.GetValueOrDefault("Cookie", ""));
            return HangUp(context);
        });

        await CallAsync(desk);
        await CallAsync(desk);

        Assert.Equal(["", "step=one", "", "step=one"], cookies);
    }

    [Fact]
    public async Task Requests_look_like_the_carrier_s_and_keep_plus_signs()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", (_, context) => HangUp(context));

        await CallAsync(desk);

        var answer = Assert.Single(desk.To("answer"));
        Assert.Equal("TwilioProxy/1.1", answer.Headers["User-Agent"]);
        Assert.Equal("*/*", answer.Headers["Accept"]);
        Assert.Equal("max-age=259200", answer.Headers["Cache-Control"]);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.Equal(Danni, answer.Form["From"]);
        Assert.Equal(answer.Form["From"], answer.Form["Caller"]);
        Assert.Equal(answer.Form["To"], answer.Form["Called"]);
        Assert.Matches("^CA[0-9a-f]{32}$", answer.Form["CallSid"]);
    }

    [Fact]
    public async Task Credentials_in_the_address_are_given_when_asked_for_and_never_signed()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = desk.At("answer").Replace("://", "://line:s%20ecret@", StringComparison.Ordinal) });
        desk.Answers("answer", (request, context) =>
        {
            if (request.Headers.ContainsKey("Authorization"))
                return HangUp(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });

        await CallAsync(desk);

        var requests = desk.To("answer");
        Assert.Equal(2, requests.Count);
        Assert.Equal("Basic " + Convert.ToBase64String("line:s ecret"u8), requests[1].Headers["Authorization"]);
        Assert.Equal(
            FrontDesk.Simulator.Webhooks.WebhookSigner.Sign(PretendDesk.Token, desk.At("answer"), requests[1].Form),
            requests[1].Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task A_public_address_is_signed_as_configured_wherever_it_really_is()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { VoiceUrl = "https://desk.example:8443/desk/answer" });
        desk.Carrier.Options = desk.Carrier.Options with
        {
            Route = address => address.Host == "desk.example" ? new Uri(new Uri(desk.Url), address.PathAndQuery) : address,
        };
        desk.Answers("answer", (_, context) => HangUp(context));

        await CallAsync(desk);

        var answer = Assert.Single(desk.To("answer"));
        Assert.Equal("desk.example:8443", answer.Headers["Host"]);
        Assert.Equal(
            FrontDesk.Simulator.Webhooks.WebhookSigner.Sign(PretendDesk.Token, "https://desk.example/desk/answer", answer.Form),
            answer.Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task A_status_callback_that_is_refused_is_a_warning_only()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", (_, context) => HangUp(context));
        desk.Answers("status", Fails);

        var call = await CallAsync(desk);

        Assert.Contains(" 15003: ", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
        Assert.Empty(call.Heard);
    }

    private static async Task<PhoneCall> CallAsync(PretendDesk desk)
    {
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);
        return call;
    }

    private static Task Fails(Received request, HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    private static Task HangUp(HttpContext context)
    {
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync("<Response><Hangup/></Response>", Cancel);
    }
}
