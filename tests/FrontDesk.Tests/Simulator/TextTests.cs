using System.Net;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

public sealed class TextTests
{
    private const string Boss = "+13105550143";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_to_the_line_is_brought_to_the_service_and_its_answer_back()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("text", "<Response><Message>Returned: Danni Rose.</Message></Response>");

        var sent = await desk.Carrier.Telephone(Boss).SendTextAsync(PretendDesk.Line, "1", Cancel);
        await desk.Carrier.Telephone(Boss).WaitForTextsAsync(1, Cancel);

        var form = Assert.Single(desk.To("text")).Form;
        Assert.Equal("1", form["Body"]);
        Assert.Equal(sent.Sid, form["MessageSid"]);
        Assert.Equal(form["MessageSid"], form["SmsSid"]);
        Assert.Equal("0", form["NumMedia"]);
        Assert.Equal("Returned: Danni Rose.", Assert.Single(desk.Carrier.Telephone(Boss).Texts).Body);
        Assert.Equal(CarrierMessageDirection.OutboundReply, desk.Carrier.Messages[^1].Direction);
    }

    [Theory]
    [InlineData("<Response/>")]
    [InlineData(null)]
    public async Task An_empty_answer_and_no_content_are_both_no_reply(string? twiml)
    {
        await using var desk = await PretendDesk.OpenAsync();
        if (twiml is not null)
            desk.Answers("text", twiml);

        await desk.Carrier.Telephone(Boss).SendTextAsync(PretendDesk.Line, "hello", Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);

        Assert.Empty(desk.Carrier.Telephone(Boss).Texts);
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Fact]
    public async Task STOP_closes_the_number_for_texts_until_START_and_the_service_is_told_of_both()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        var boss = desk.Carrier.Telephone(Boss);

        await boss.SendTextAsync(PretendDesk.Line, " Stop ", Cancel);
        Assert.True(boss.OptedOut);
        var (status, refused) = await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "Call Danni"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(21610, refused.GetProperty("code").GetInt32());

        await boss.SendTextAsync(PretendDesk.Line, "START", Cancel);
        Assert.False(boss.OptedOut);
        Assert.Equal(HttpStatusCode.Created, (await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "Call Danni"))).Status);
        Assert.Equal([" Stop ", "START"], desk.To("text").Select(request => request.Form["Body"]));
        Assert.Equal(2, boss.Texts.Count);
    }

    [Fact]
    public async Task A_sentence_with_stop_in_it_stops_nothing()
    {
        await using var desk = await PretendDesk.OpenAsync();

        await desk.Carrier.Telephone(Boss).SendTextAsync(PretendDesk.Line, "stop by at noon", Cancel);

        Assert.False(desk.Carrier.Telephone(Boss).OptedOut);
    }

    [Theory]
    [InlineData("undelivered", "undelivered", 30003)]
    [InlineData("failed", "failed", 30007)]
    [InlineData("never", "sent", null)]
    public async Task What_becomes_of_a_text_is_reported_as_the_telephone_has_it(string outcome, string last, int? code)
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Carrier.Telephone(Boss).TextOutcome = outcome switch
        {
            "undelivered" => new TextOutcome.Undelivered(30003),
            "failed" => new TextOutcome.Failed(30007),
            _ => new TextOutcome.NeverReported(),
        };

        var (_, created) = await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "Call Danni"), ("StatusCallback", desk.At("reported")));
        await desk.Clock.SkipAsync(TimeSpan.FromHours(1), Cancel);

        var report = desk.To("reported")[^1].Form;
        Assert.Equal(last, report["MessageStatus"]);
        Assert.Equal(code?.ToString(System.Globalization.CultureInfo.InvariantCulture), report.GetValueOrDefault("ErrorCode"));
        var (_, shown) = await rest.GetAsync($"Messages/{created.GetProperty("sid").GetString()}.json");
        Assert.Equal(last, shown.GetProperty("status").GetString());
        Assert.Equal(code, shown.GetProperty("error_code").ValueKind == System.Text.Json.JsonValueKind.Null ? null : shown.GetProperty("error_code").GetInt32());
    }

    [Fact]
    public async Task Texts_leave_one_a_second()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        for (var text = 0; text < 4; text++)
            await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "Call Danni"));

        await desk.Carrier.Telephone(Boss).WaitForTextsAsync(4, Cancel);

        var at = desk.Carrier.Telephone(Boss).Texts.Select(text => text.At).ToArray();
        Assert.Equal([1.0, 1.0, 1.0], at.Zip(at.Skip(1), (one, next) => (next - one).TotalSeconds));
    }

    [Fact]
    public async Task A_service_that_fails_a_text_is_asked_at_its_fallback_once()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Number(line => line with { SmsFallbackUrl = desk.At("text/fallback") });
        desk.Answers("text", "no document");

        await desk.Carrier.Telephone(Boss).SendTextAsync(PretendDesk.Line, "1", Cancel);

        Assert.Equal("12100", Assert.Single(desk.To("text/fallback")).Form["ErrorCode"]);
    }

    [Theory]
    [InlineData(160, 'a', "1")]
    [InlineData(161, 'a', "2")]
    [InlineData(80, '€', "1")]
    [InlineData(81, '€', "2")]
    [InlineData(70, 'ж', "1")]
    [InlineData(71, 'ж', "2")]
    public async Task Segments_are_counted_as_they_travel(int letters, char letter, string segments)
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);

        var (_, created) = await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", new string(letter, letters)));

        Assert.Equal(segments, created.GetProperty("num_segments").GetString());
    }
}
