using System.Net;
using System.Text.Json;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

public sealed class RestTests
{
    private const string Boss = "+13105550143";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_asked_for_reaches_the_telephone_and_is_reported_step_by_step()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);

        var (status, created) = await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "Call Danni"), ("StatusCallback", desk.At("text/status")));
        await desk.Carrier.Telephone(Boss).WaitForTextsAsync(1, Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(2), Cancel);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("queued", created.GetProperty("status").GetString());
        Assert.Equal("Call Danni", Assert.Single(desk.Carrier.Telephone(Boss).Texts).Body);
        Assert.Equal(["queued", "sending", "sent", "delivered"], desk.To("text/status").Select(request => request.Form["MessageStatus"]));
    }

    [Fact]
    public async Task A_call_asked_for_rings_is_answered_and_only_then_asks_what_to_say()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("reach", "<Response><Say>This is your desk.</Say></Response>");

        var (status, created) = await rest.PostAsync("Calls.json", ("To", Boss), ("From", PretendDesk.Line), ("Url", desk.At("reach")), ("StatusCallback", desk.At("reach/status")),
            ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"), ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        var call = await desk.Carrier.Telephone(Boss).PickUpAsync(Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("queued", created.GetProperty("status").GetString());
        Assert.Equal("in-progress", Assert.Single(desk.To("reach")).Form["CallStatus"]);
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], desk.To("reach/status").Select(request => request.Form["CallStatus"]));
        Assert.Equal("This is your desk.", Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task Inline_documents_are_carried_out_up_to_four_thousand_characters()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        var (_, tooLong) = await rest.PostAsync("Calls.json", ("To", Boss), ("From", PretendDesk.Line), ("Twiml", $"<Response><Say>{new string('x', 4000)}</Say></Response>"));
        Assert.Equal(32018, tooLong.GetProperty("code").GetInt32());

        await rest.PostAsync("Calls.json", ("To", Boss), ("From", PretendDesk.Line), ("Twiml", "<Response><Say>Call Danni.</Say></Response>"));
        var call = await desk.Carrier.Telephone(Boss).PickUpAsync(Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Equal("Call Danni.", Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task Calls_start_one_a_second_and_those_in_line_can_be_cancelled_without_a_word()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        var sids = new List<string>();
        foreach (var number in new[] { "+13105550151", "+13105550152", "+13105550153" })
            sids.Add((await CallAsync(number)).GetProperty("sid").GetString()!);

        var (_, cancelled) = await rest.PostAsync($"Calls/{sids[2]}.json", ("Status", "canceled"));
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(10), Cancel);

        Assert.Equal("canceled", cancelled.GetProperty("status").GetString());
        var initiated = desk.To("reach/status").Where(request => request.Form["CallStatus"] == "initiated").Select(request => (request.At - PretendDesk.Monday).TotalSeconds);
        Assert.Equal([0, 1], initiated);
        Assert.DoesNotContain(desk.To("reach/status"), request => request.Form["CallSid"] == sids[2]);
        var (_, second) = await rest.GetAsync($"Calls/{sids[1]}.json");
        Assert.Equal("1000", second.GetProperty("queue_time").GetString());

        async Task<JsonElement> CallAsync(string to) => (await rest.PostAsync("Calls.json", ("To", to), ("From", PretendDesk.Line), ("Url", desk.At("reach")),
            ("StatusCallback", desk.At("reach/status")), ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "completed"))).Json;
    }

    [Theory]
    [InlineData("busy", 486)]
    [InlineData("no-answer", 480)]
    [InlineData("failed", 404)]
    public async Task A_call_that_is_not_answered_never_asks_what_to_say(string status, int sip)
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Carrier.Telephone(Boss).Behaviour = status switch
        {
            "busy" => new Behaviour.Busy(),
            "no-answer" => new Behaviour.NoAnswer(),
            _ => new Behaviour.Fails(),
        };

        await rest.PostAsync("Calls.json", ("To", Boss), ("From", PretendDesk.Line), ("Url", desk.At("reach")), ("Timeout", "20"), ("StatusCallback", desk.At("reach/status")));
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);

        Assert.Empty(desk.To("reach"));
        var end = Assert.Single(desk.To("reach/status")).Form;
        Assert.Equal(status, end["CallStatus"]);
        Assert.Equal(sip.ToString(System.Globalization.CultureInfo.InvariantCulture), end["SipResponseCode"]);
        Assert.Equal("0", end["CallDuration"]);
    }

    [Fact]
    public async Task A_live_call_is_moved_to_another_document_and_ended_over_REST()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", """<Response><Pause length="1"/><Gather timeout="600"/></Response>""");
        desk.Answers("moved", """<Response><Say>Moved.</Say><Pause length="600"/></Response>""");
        var call = await desk.Carrier.Telephone(Boss).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilListeningAsync(Cancel);

        await rest.PostAsync($"Calls/{call.CallSid}.json", ("Url", desk.At("moved")));
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(5), Cancel);
        var (_, ended) = await rest.PostAsync($"Calls/{call.CallSid}.json", ("Status", "completed"));
        var (late, fault) = await rest.PostAsync($"Calls/{call.CallSid}.json", ("Status", "completed"));

        Assert.Equal("Moved.", Assert.Single(call.Heard).Text);
        Assert.Equal("completed", ended.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, late);
        Assert.Equal(21220, fault.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Lists_come_in_pages_that_do_not_shift_while_they_are_read()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", "<Response><Hangup/></Response>");
        for (var call = 0; call < 5; call++)
            await CallAsync();
        var seen = new List<string>();

        for (var path = "Calls.json?PageSize=2"; path is not null;)
        {
            var (_, page) = await rest.GetAsync(path);
            seen.AddRange(page.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("sid").GetString()!));
            Assert.Equal(2, page.GetProperty("page_size").GetInt32());
            path = page.GetProperty("next_page_uri").GetString()?.Split($"/{PretendDesk.Account}/")[1];
            await CallAsync();
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());

        async Task CallAsync()
        {
            await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);
            await (await desk.Carrier.Telephone(Boss).DialAsync(PretendDesk.Line, Cancel)).WaitUntilEndedAsync(Cancel);
        }
    }

    [Fact]
    public async Task R59_pages_may_shift_so_that_what_came_in_meanwhile_shows_entries_again_and_what_was_deleted_hides_some()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", "<Response><Hangup/></Response>");
        desk.Carrier.Options = desk.Carrier.Options with { LargestPage = 2, PagesShift = true };
        var sids = new List<string>();
        for (var call = 0; call < 4; call++)
            sids.Insert(0, await CallAsync());

        var first = await PageAsync("Calls.json?PageSize=1000");
        sids.Insert(0, await CallAsync());
        Assert.Equal(sids[1..3], first.Sids);
        Assert.Equal(sids[2..4], (await PageAsync(first.Next!)).Sids);

        var newest = await PageAsync("Calls.json");
        Assert.Equal(HttpStatusCode.NoContent, await rest.DeleteAsync($"Calls/{sids[0]}.json"));
        Assert.Equal(sids[3..5], (await PageAsync(newest.Next!)).Sids);
        Assert.Equal(HttpStatusCode.NotFound, await rest.DeleteAsync($"Calls/{sids[0]}.json"));

        async Task<string> CallAsync()
        {
            await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);
            var call = await desk.Carrier.Telephone(Boss).DialAsync(PretendDesk.Line, Cancel);
            await call.WaitUntilEndedAsync(Cancel);
            return call.CallSid;
        }

        async Task<(List<string> Sids, string? Next)> PageAsync(string path)
        {
            var (_, page) = await rest.GetAsync(path);
            return (
                [.. page.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("sid").GetString()!)],
                page.GetProperty("next_page_uri").GetString()?.Split($"/{PretendDesk.Account}/")[1]);
        }
    }

    [Fact]
    public async Task A_call_under_way_keeps_its_record()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", """<Response><Pause length="60"/></Response>""");
        var call = await desk.Carrier.Telephone(Boss).DialAsync(PretendDesk.Line, Cancel);

        Assert.Equal(HttpStatusCode.Conflict, await rest.DeleteAsync($"Calls/{call.CallSid}.json"));
        await call.HangUpAsync(Cancel);
        await call.WaitUntilEndedAsync(Cancel);
        Assert.Equal(HttpStatusCode.NoContent, await rest.DeleteAsync($"Calls/{call.CallSid}.json"));
    }

    [Fact]
    public async Task Dates_filter_by_whole_days_in_UTC()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", "<Response><Hangup/></Response>");
        for (var day = 0; day < 3; day++)
        {
            await (await desk.Carrier.Telephone(Boss).DialAsync(PretendDesk.Line, Cancel)).WaitUntilEndedAsync(Cancel);
            await desk.Clock.SkipAsync(TimeSpan.FromDays(1), Cancel);
        }

        Assert.Equal(1, await CountAsync("StartTime=2026-11-24"));
        Assert.Equal(1, await CountAsync("StartTime=2026-11-24T23:59:00Z"));
        Assert.Equal(2, await CountAsync("StartTime%3E=2026-11-24"));
        Assert.Equal(1, await CountAsync("StartTime%3C=2026-11-24"));
        Assert.Equal(3, await CountAsync($"To={Uri.EscapeDataString(PretendDesk.Line)}&Status=completed"));
        Assert.Equal(0, await CountAsync($"To={Uri.EscapeDataString(Boss)}"));

        async Task<int> CountAsync(string filter) => (await rest.GetAsync($"Calls.json?{filter}")).Json.GetProperty("calls").GetArrayLength();
    }

    [Fact]
    public async Task A_call_is_shown_with_Twilio_s_fields()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Answers("answer", """<Response><Say>Hi</Say><Pause length="3"/></Response>""");
        var call = await desk.Carrier.Telephone(Boss).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        var (_, shown) = await rest.GetAsync($"Calls/{call.CallSid}.json");

        Assert.Equal("(310) 555-0143", shown.GetProperty("from_formatted").GetString());
        Assert.Equal("inbound", shown.GetProperty("direction").GetString());
        Assert.Equal("4", shown.GetProperty("duration").GetString());
        Assert.Equal("Mon, 23 Nov 2026 18:00:00 +0000", shown.GetProperty("start_time").GetString());
        Assert.StartsWith("PN", shown.GetProperty("phone_number_sid").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rest.GetAsync("Calls/CA00000000000000000000000000000000.json")).Status);
        Assert.Equal(20404, (await rest.GetAsync("Conferences.json")).Json.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_number_shows_where_its_calls_go()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);

        var (_, list) = await rest.GetAsync($"IncomingPhoneNumbers.json?PhoneNumber={Uri.EscapeDataString(PretendDesk.Line)}");

        var number = Assert.Single(list.GetProperty("incoming_phone_numbers").EnumerateArray());
        Assert.Equal(desk.At("answer"), number.GetProperty("voice_url").GetString());
        Assert.Equal("POST", number.GetProperty("voice_method").GetString());
        Assert.Equal(desk.At("status"), number.GetProperty("status_callback").GetString());
        Assert.Equal(desk.At("text"), number.GetProperty("sms_url").GetString());
    }
}
