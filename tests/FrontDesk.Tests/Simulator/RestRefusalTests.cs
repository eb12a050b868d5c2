using System.Net;
using System.Text.Json;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

public sealed class RestRefusalTests
{
    private const string Boss = "+13105550143";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Calls.json", "wrong")]
    [InlineData("Messages.json", "wrong")]
    [InlineData("IncomingPhoneNumbers.json", "")]
    public async Task Nobody_gets_in_without_the_token(string path, string token)
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk, token);

        var (status, fault) = await rest.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(20003, fault.GetProperty("code").GetInt32());
        Assert.Equal(401, fault.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task The_secondary_token_lets_in_as_well_and_signs_nothing()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Carrier.Options = desk.Carrier.Options with { SecondaryAuthToken = "next" };
        using var rest = new RestClient(desk, "next");

        Assert.Equal(HttpStatusCode.OK, (await rest.GetAsync("Calls.json")).Status);
    }

    [Theory]
    [InlineData("", PretendDesk.Line, "http://desk.example/x", 21201)]
    [InlineData(Boss, "", "http://desk.example/x", 21213)]
    [InlineData(Boss, "5551234", "http://desk.example/x", 21212)]
    [InlineData("555-0142", PretendDesk.Line, "http://desk.example/x", 21217)]
    [InlineData("nobody", PretendDesk.Line, "http://desk.example/x", 21211)]
    [InlineData(Boss, "+13105550188", "http://desk.example/x", 21210)]
    [InlineData(Boss, PretendDesk.Line, "", 21205)]
    [InlineData(Boss, PretendDesk.Line, "desk", 21205)]
    [InlineData(Boss, PretendDesk.Line, "ftp://desk.example/x", 21205)]
    [InlineData("+15005550001", "+15005550006", "http://desk.example/x", 21217)]
    [InlineData("+15005550002", "+15005550006", "http://desk.example/x", 21214)]
    [InlineData("+15005550003", "+15005550006", "http://desk.example/x", 21215)]
    [InlineData("+15005550004", "+15005550006", "http://desk.example/x", 21216)]
    [InlineData(Boss, "+15005550001", "http://desk.example/x", 21212)]
    [InlineData(Boss, "+15005550009", "http://desk.example/x", 21210)]
    public async Task A_call_that_cannot_be_made_is_refused_with_its_code(string to, string from, string url, int code)
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);

        var (status, fault) = await rest.PostAsync("Calls.json", ("To", to), ("From", from), ("Url", url));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, fault.GetProperty("code").GetInt32());
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", fault.GetProperty("more_info").GetString());
        Assert.Empty(desk.Carrier.Calls);
    }

    [Theory]
    [InlineData("", PretendDesk.Line, "x", 21604)]
    [InlineData(Boss, PretendDesk.Line, "", 21602)]
    [InlineData("boss", PretendDesk.Line, "x", 21211)]
    [InlineData(Boss, "+13105550188", "x", 21606)]
    [InlineData("+4420", PretendDesk.Line, "x", 21211)]
    [InlineData("+442079460958", PretendDesk.Line, "x", 21408)]
    [InlineData("+15005550001", "+15005550006", "x", 21211)]
    [InlineData("+15005550002", "+15005550006", "x", 21612)]
    [InlineData("+15005550003", "+15005550006", "x", 21408)]
    [InlineData("+15005550004", "+15005550006", "x", 21610)]
    [InlineData("+15005550009", "+15005550006", "x", 21614)]
    [InlineData(Boss, "+15005550001", "x", 21212)]
    [InlineData(Boss, "+15005550007", "x", 21606)]
    [InlineData(Boss, "+15005550008", "x", 21611)]
    public async Task A_text_that_cannot_be_sent_is_refused_with_its_code(string to, string from, string body, int code)
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Carrier.Options = desk.Carrier.Options with { AllowedPrefixes = ["+1"] };
        using var rest = new RestClient(desk);

        var (status, fault) = await rest.PostAsync("Messages.json", ("To", to), ("From", from), ("Body", body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, fault.GetProperty("code").GetInt32());
        Assert.Empty(desk.Carrier.Messages);
    }

    [Fact]
    public async Task A_landline_takes_no_texts_and_a_long_one_nobody()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);
        desk.Carrier.Telephone(Boss).IsMobile = false;

        Assert.Equal(21614, await CodeAsync("x"));
        Assert.Equal(21617, await CodeAsync(new string('x', 1601)));

        async Task<int> CodeAsync(string body) =>
            (await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", body))).Json.GetProperty("code").GetInt32();
    }

    [Fact]
    public async Task Good_magic_numbers_are_answered_and_place_nothing()
    {
        await using var desk = await PretendDesk.OpenAsync();
        using var rest = new RestClient(desk);

        var (called, call) = await rest.PostAsync("Calls.json", ("To", Boss), ("From", "+15005550006"), ("Url", desk.At("reach")));
        var (sent, text) = await rest.PostAsync("Messages.json", ("To", Boss), ("From", "+15005550006"), ("Body", "x"));
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(2), Cancel);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (called, sent));
        Assert.Equal("queued", call.GetProperty("status").GetString());
        Assert.Equal("queued", text.GetProperty("status").GetString());
        Assert.Empty(desk.Carrier.Calls);
        Assert.Empty(desk.Received);
    }

    [Theory]
    [InlineData("429", HttpStatusCode.TooManyRequests, 0)]
    [InlineData("503", HttpStatusCode.ServiceUnavailable, 0)]
    [InlineData("500", HttpStatusCode.InternalServerError, 1)]
    public async Task Refusals_do_nothing_and_errors_may_have_done_it(string kind, HttpStatusCode expected, int sent)
    {
        await using var desk = await PretendDesk.OpenAsync(new Mischief
        {
            Rest = kind switch
            {
                "429" => new RestMischief { TooMany = 1 },
                "503" => new RestMischief { Unavailable = 1 },
                _ => new RestMischief { ErrorAfterAcceptance = 1 },
            },
        });
        using var rest = new RestClient(desk);

        var (status, _) = await rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "x"));

        Assert.Equal(expected, status);
        Assert.Equal(sent, desk.Carrier.Messages.Count);
        Assert.Contains(desk.Carrier.RestTranscript.Lines, line => line.Kind == TranscriptKind.Mischief);
    }

    [Fact]
    public async Task A_broken_connection_and_a_page_of_HTML_hide_that_it_was_done()
    {
        await using var desk = await PretendDesk.OpenAsync(new Mischief { Rest = new RestMischief { ResetAfterAcceptance = 1 } });
        using var rest = new RestClient(desk);

        await Assert.ThrowsAsync<HttpRequestException>(() => rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "x")));
        desk.Carrier.Options = desk.Carrier.Options with { Mischief = new Mischief { Rest = new RestMischief { GarbageAfterAcceptance = 1 } } };
        await Assert.ThrowsAnyAsync<JsonException>(() => rest.PostAsync("Messages.json", ("To", Boss), ("From", PretendDesk.Line), ("Body", "x")));

        Assert.Equal(2, desk.Carrier.Messages.Count);
    }
}
