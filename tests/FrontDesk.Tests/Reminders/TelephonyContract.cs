using FrontDesk.Web;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FrontDesk.Tests.Reminders;

/// <summary>What every way to the carrier does, whoever carries it.</summary>
public abstract class TelephonyContract
{
    private static readonly OutgoingText Text = new(
        PhoneNumber.Parse("+13105550100"), PhoneNumber.Parse("+13105550101"), "John Smith +13105550142", new Uri("https://desk.example.org/twilio/text/status?intent=1"));

    private static readonly OutgoingCall Call = new(
        PhoneNumber.Parse("+13105550100"), PhoneNumber.Parse("+13105550101"), new Uri("https://desk.example.org/twilio/reminder-call?intent=1"),
        new Uri("https://desk.example.org/twilio/voice/status?intent=1"), TimeSpan.FromSeconds(25));

    private protected abstract ITelephony To(CarrierDoor door, TwilioSettings settings);

    private ITelephony To(OddCarrier carrier, TimeProvider? time = null, TimeSpan? patience = null) => To(carrier.Door(time, patience), carrier.Settings);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_posted_with_the_account_s_credentials_and_the_callback_in_it()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(201, $$"""{"sid":"{{OddCarrier.Sid}}","status":"queued"}""");

        Assert.Equal(new SendOutcome.Accepted(OddCarrier.Sid), await To(carrier).SendTextAsync(Text, Cancel));

        var request = Assert.Single(carrier.Requests);
        Assert.Equal($"POST /2010-04-01/Accounts/{OddCarrier.Account}/Messages.json Basic " + Convert.ToBase64String("AC00000000000000000000000000000001:a-token"u8), request);
        Assert.Equal(
            [("Body", "John Smith +13105550142"), ("From", "+13105550100"), ("StatusCallback", "https://desk.example.org/twilio/text/status?intent=1"), ("To", "+13105550101")],
            carrier.Form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public async Task What_others_may_have_taken_over_does_not_leave()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(201, $$"""{"sid":"{{OddCarrier.Sid}}","status":"queued"}""");
        var machine = new StandingClock(DateTimeOffset.UnixEpoch);
        var hold = new Hold(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), machine.GetTimestamp(), machine.GetUtcNow(), machine);
        machine.Now += TimeSpan.FromSeconds(3.9);
        Assert.IsType<SendOutcome.Accepted>(await To(carrier).SendTextAsync(Text with { Hold = hold }, Cancel));
        var before = carrier.Form.Count;

        machine.Now += TimeSpan.FromSeconds(0.1);

        Assert.True(Assert.IsType<SendOutcome.NotProcessed>(await To(carrier).SendTextAsync(Text with { Hold = hold }, Cancel)).AtOnce);
        Assert.True(Assert.IsType<SendOutcome.NotProcessed>(await To(carrier).PlaceCallAsync(Call with { Hold = hold }, Cancel)).AtOnce);
        Assert.Equal(before, carrier.Form.Count);
    }

    [Fact]
    public async Task A_call_is_placed_with_the_address_of_what_it_will_say()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(201, $$"""{"sid":"{{OddCarrier.Sid.Replace("SM", "CA", StringComparison.Ordinal)}}","status":"queued"}""");

        Assert.IsType<SendOutcome.Accepted>(await To(carrier).PlaceCallAsync(Call, Cancel));
        Assert.Contains(carrier.Form, field => field is { Key: "Url", Value: "https://desk.example.org/twilio/reminder-call?intent=1" });
        Assert.Contains(carrier.Form, field => field is { Key: "Timeout", Value: "25" });
    }

    [Theory]
    [InlineData(429, """{"code":20429,"message":"Too Many Requests","status":429}""")]
    [InlineData(429, "")]
    [InlineData(503, "<html>busy</html>")]
    public async Task R47_what_was_not_processed_may_be_tried_again(int status, string body)
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(status, body);
        Assert.IsType<SendOutcome.NotProcessed>(await To(carrier).SendTextAsync(Text, Cancel));
        Assert.Single(carrier.Requests);
    }

    [Theory]
    [InlineData(500, """{"code":20500,"message":"Internal Server Error","status":500}""")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(504, "")]
    public async Task R48_a_server_error_leaves_it_unknown_and_is_not_tried_again(int status, string body)
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(status, body);
        Assert.IsType<SendOutcome.Unknown>(await To(carrier).SendTextAsync(Text, Cancel));
        Assert.Single(carrier.Requests);
    }

    [Fact]
    public async Task R48_a_connection_lost_after_the_request_leaves_it_unknown_even_on_a_connection_used_before()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        var rest = To(carrier);
        carrier.Answer = OddCarrier.Says(201, $$"""{"sid":"{{OddCarrier.Sid}}"}""");
        await rest.SendTextAsync(Text, Cancel);
        carrier.Answer = OddCarrier.BreaksOff;

        Assert.IsType<SendOutcome.Unknown>(await rest.SendTextAsync(Text, Cancel));
        Assert.Equal(2, carrier.Requests.Count);
    }

    [Fact]
    public async Task R48_no_answer_in_time_leaves_it_unknown()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        var never = new TaskCompletionSource();
        carrier.Answer = context => never.Task.WaitAsync(context.RequestAborted);
        Assert.IsType<SendOutcome.Unknown>(await To(carrier, patience: TimeSpan.FromMilliseconds(300)).SendTextAsync(Text, Cancel));
    }

    [Fact]
    public async Task A_carrier_that_cannot_be_reached_at_all_was_not_asked()
    {
        var carrier = await OddCarrier.OpenAsync();
        var rest = To(carrier);
        await carrier.DisposeAsync();
        Assert.IsType<SendOutcome.NotProcessed>(await rest.SendTextAsync(Text, Cancel));
    }

    [Fact]
    public async Task R49_refused_credentials_open_the_circuit_and_are_tried_again_only_after_minutes()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        var time = new StandingClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        var rest = To(carrier, time);
        carrier.Answer = OddCarrier.Says(401, """{"code":20003,"message":"Authenticate","status":401}""");

        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<SendOutcome.NotProcessed>(await rest.SendTextAsync(Text, Cancel));
        }

        Assert.Single(carrier.Requests);
        time.Now += TimeSpan.FromMinutes(5);
        carrier.Answer = OddCarrier.Says(201, $$"""{"sid":"{{OddCarrier.Sid}}"}""");
        Assert.IsType<SendOutcome.Accepted>(await rest.SendTextAsync(Text, Cancel));
        Assert.IsType<SendOutcome.Accepted>(await rest.SendTextAsync(Text, Cancel));
    }

    [Theory]
    [InlineData(21610, true)]
    [InlineData(21211, true)]
    [InlineData(21210, true)]
    [InlineData(21215, true)]
    [InlineData(21611, false)]
    public async Task R51_a_refusal_says_its_code_and_whether_it_will_pass(int code, bool permanent)
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(400, $$"""{"code":{{code}},"message":"no","more_info":"x","status":400}""");
        Assert.Equal(new SendOutcome.Refused(code, permanent, "no"), await To(carrier).SendTextAsync(Text, Cancel));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(201, "<html>Welcome to the hotel's network</html>")]
    [InlineData(201, """{"sid":"not an id"}""")]
    [InlineData(201, """{"sid":"SM0123456789abcdef0123456789abcdeg"}""")]
    [InlineData(201, """["sid"]""")]
    [InlineData(302, "")]
    [InlineData(404, "<html>Not found</html>")]
    [InlineData(400, """{"code":"twenty"}""")]
    public async Task R58_garbage_from_something_in_between_leaves_it_unknown(int status, string body)
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(status, body);
        Assert.IsType<SendOutcome.Unknown>(await To(carrier).SendTextAsync(Text, Cancel));
    }

    [Fact]
    public async Task R59_a_list_is_read_page_by_page_to_its_end_and_rows_seen_twice_count_once()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = context => context.Response.WriteAsync(context.Request.Query["Page"] == "1"
            ? """{"messages":[{"sid":"SM2","body":"b","date_created":"Sat, 21 Nov 2026 12:00:05 +0000"},{"sid":"SM3"}],"next_page_uri":null,"uri":"/2010-04-01/Accounts/AC1/Messages.json?Page=1"}"""
            : """{"messages":[{"sid":"SM1","error_code":30003},{"sid":"SM2"}],"next_page_uri":"/2010-04-01/Accounts/AC1/Messages.json?Page=1","uri":"/2010-04-01/Accounts/AC1/Messages.json"}""");

        var found = Assert.IsType<LookUp<IReadOnlyList<CarrierText>>.Found>(
            await To(carrier).ListTextsAsync(Text.To, new DateOnly(2026, 11, 21), Cancel)).Value;

        Assert.Equal(["SM1", "SM2", "SM3"], found.Select(text => text.Sid));
        Assert.Equal(30003, found[0].ErrorCode);
        Assert.All(["To=%2B13105550101", "DateSent=2026-11-21", "PageSize=1000"], part => Assert.Contains(part, carrier.Requests.First(), StringComparison.Ordinal));
        Assert.StartsWith("GET /2010-04-01/Accounts/AC1/Messages.json?Page=1 ", carrier.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R59_a_day_s_calls_come_page_by_page_and_end_where_a_page_cannot_be_had()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = context => context.Request.Query["Page"] == "1"
            ? OddCarrier.Says(500, "")(context)
            : context.Response.WriteAsync("""{"calls":[{"sid":"CA1","direction":"inbound","forwarded_from":"+13105550101"},null],"next_page_uri":"/2010-04-01/Accounts/AC1/Calls.json?Page=1"}""");

        var pages = await To(carrier).CallsOfAsync(new DateOnly(2026, 11, 21), Cancel).ToListAsync(Cancel);

        var first = Assert.Single(Assert.IsType<LookUp<IReadOnlyList<CarrierCall>>.Found>(pages[0]).Value);
        Assert.Equal(("CA1", "inbound", "+13105550101"), (first.Sid, first.Direction, first.ForwardedFrom));
        Assert.Equal(new LookUp<IReadOnlyList<CarrierCall>>.Unreachable("HTTP 500"), pages[1]);
        Assert.Equal(2, pages.Count);
        Assert.Contains("/Calls.json?StartTime=2026-11-21&PageSize=1000 ", carrier.Requests.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/2010-04-01/Accounts/AC1/Calls.json?Page=1")]
    [InlineData("//elsewhere.example.com/2010-04-01/Accounts/AC1/Calls.json")]
    [InlineData("/admin")]
    public async Task S95_a_page_that_names_another_place_is_not_followed(string next)
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(200, $$"""{"calls":[],"next_page_uri":"{{next}}"}""");

        var pages = await To(carrier).CallsOfAsync(new DateOnly(2026, 11, 21), Cancel).ToListAsync(Cancel);

        Assert.Equal(new LookUp<IReadOnlyList<CarrierCall>>.Unreachable("the next page is not the carrier's"), pages[^1]);
        Assert.Single(carrier.Requests);
    }

    [Fact]
    public async Task A_list_that_leads_back_to_itself_ends()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(200, """{"messages":[],"next_page_uri":"/2010-04-01/Accounts/AC1/Messages.json?Page=1"}""");

        var pages = await To(carrier).TextsOfAsync(new DateOnly(2026, 11, 21), Cancel).ToListAsync(Cancel);

        Assert.Equal(new LookUp<IReadOnlyList<CarrierText>>.Unreachable("the list has no end"), pages[^1]);
        Assert.Equal(2, carrier.Requests.Count);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_it()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = async context =>
        {
            var much = new byte[1024 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(much, context.RequestAborted);
            }
        };

        Assert.IsType<LookUp<IReadOnlyList<CarrierText>>.Unreachable>(
            Assert.Single(await To(carrier).TextsOfAsync(new DateOnly(2026, 11, 21), Cancel).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Where_a_number_leads_is_read_back()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(200, """
            {"incoming_phone_numbers":[{"phone_number":"+13105550100","voice_url":"https://elsewhere.example.com/voice","sms_application_sid":"AP1","capabilities":{"voice":true,"sms":false}}],"next_page_uri":null}
            """);

        var line = Assert.Single(Assert.IsType<LookUp<IReadOnlyList<CarrierLine>>.Found>(Assert.Single(await To(carrier).LinesAsync(Cancel).ToListAsync(Cancel))).Value);

        Assert.Equal(("+13105550100", "https://elsewhere.example.com/voice", "AP1", false), (line.PhoneNumber, line.VoiceUrl, line.SmsApplicationSid, line.Capabilities!.Sms));
        Assert.StartsWith($"GET /2010-04-01/Accounts/{OddCarrier.Account}/IncomingPhoneNumbers.json?PageSize=1000 ", Assert.Single(carrier.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "<html></html>")]
    [InlineData(200, """{"calls":[]}""")]
    public async Task R58_a_list_that_is_none_proves_nothing(int status, string body)
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(status, body);
        Assert.IsType<LookUp<IReadOnlyList<CarrierText>>.Unreachable>(await To(carrier).ListTextsAsync(Text.To, new DateOnly(2026, 11, 21), Cancel));
    }

    [Fact]
    public async Task A_text_the_carrier_does_not_know_is_nothing_and_one_it_knows_is_found()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        carrier.Answer = OddCarrier.Says(404, """{"code":20404,"message":"not found","status":404}""");
        Assert.IsType<LookUp<CarrierText>.Nothing>(await To(carrier).FetchTextAsync(OddCarrier.Sid, Cancel));

        carrier.Answer = OddCarrier.Says(200, """{"sid":"SM1","status":"delivered","date_created":"Sat, 21 Nov 2026 12:00:05 +0000"}""");
        var found = Assert.IsType<LookUp<CarrierText>.Found>(await To(carrier).FetchTextAsync(OddCarrier.Sid, Cancel)).Value;
        Assert.Equal("delivered", found.Status);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 12, 0, 5, TimeSpan.Zero), found.CreatedAt);
    }
}
