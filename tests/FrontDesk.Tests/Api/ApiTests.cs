using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using Xunit;

namespace FrontDesk.Tests.Api;

public sealed class ApiTests : ApiTest
{
    private const string Desk = "/api/v1/desks/miller";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic YTph")]
    [InlineData("Bearer ")]
    public async Task Who_shows_no_good_token_gets_a_problem_and_nothing_else(string? authorization)
    {
        using var stranger = House.NewClient();
        if (authorization is not null)
        {
            stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach (var address in new[] { "/api/v1/desks", $"{Desk}/sheet", $"{Desk}/brief", "/api/nowhere" })
        {
            await AssertProblemAsync(HttpStatusCode.Unauthorized, await stranger.GetAsync(address, Cancel));
        }

        await AssertProblemAsync(HttpStatusCode.Unauthorized, await stranger.PostAsync($"{Desk}/calls/{Some.Id()}/returned", null, Cancel));
    }

    [Fact]
    public async Task A_token_taken_back_opens_nothing()
    {
        await House.Database.WriteAsync(work => work.ExecuteAsync("update tokens set revoked_at = 1"), Cancel);

        await AssertProblemAsync(HttpStatusCode.Unauthorized, await Client.GetAsync("/api/v1/desks", Cancel));
    }

    [Fact]
    public async Task The_desks_are_listed()
    {
        var desk = (await GetAsync("/api/v1/desks"))["desks"]![0]!;

        Assert.Equal(("miller", "Margaret Miller", "+13105550100"), ((string?)desk["name"], (string?)desk["bossName"], (string?)desk["lines"]![0]));
    }

    [Fact]
    public async Task The_sheets_lines_carry_what_the_contract_names()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());

        var line = (await GetAsync($"{Desk}/sheet"))["lines"]![0]!.AsObject();

        string[] named = ["id", "code", "codeReason", "why", "name", "pronunciation", "company", "numbers", "regarding", "receivedAt", "timesCalled", "ball", "version"];
        Assert.Empty(named.Except(line.Select(field => field.Key)));
        Assert.Equal((call, 4, "unknown", "ours", 1), ((Guid)line["id"]!, (int)line["code"]!, (string?)line["codeReason"], (string?)line["ball"], (int)line["timesCalled"]!));
        Assert.Equal("+13105550142", (string?)line["numbers"]![0]);
        Assert.Equal(Some.Morning, DateTimeOffset.Parse((string)line["receivedAt"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("returned")]
    [InlineData("talked-to")]
    [InlineData("let-go")]
    public async Task A_call_settled_by_a_program_is_off_the_sheet_and_undo_brings_it_back(string verb)
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());

        var act = await PostAsync($"{Desk}/calls/{call}/{verb}", new { version = 1 }, HttpStatusCode.OK);
        Assert.Empty((await GetAsync($"{Desk}/sheet"))["lines"]!.AsArray());
        await PostAsync($"{Desk}/calls/{call}/{verb}", null, HttpStatusCode.Conflict);

        var undone = await PostAsync($"{Desk}/calls/{call}/undo", null, HttpStatusCode.OK);
        Assert.Equal((string?)act["act"], (string?)undone["act"]);
        Assert.Single((await GetAsync($"{Desk}/sheet"))["lines"]!.AsArray());
        await PostAsync($"{Desk}/calls/{call}/undo", null, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Left_word_leaves_the_line_on_the_sheet_in_their_court()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());

        await PostAsync($"{Desk}/calls/{call}/left-word", null, HttpStatusCode.OK);

        Assert.Equal("theirs", (string?)(await GetAsync($"{Desk}/sheet"))["lines"]![0]!["ball"]);
    }

    [Fact]
    public async Task A_mark_on_what_has_changed_is_refused_with_the_line_as_it_stands()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await PostAsync($"{Desk}/calls/{call}/code", new { code = 2, why = "why not", version = 1 }, HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Desk}/calls/{call}/returned");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        var refused = await AssertProblemAsync(HttpStatusCode.PreconditionFailed, await Client.SendAsync(request, Cancel));

        Assert.Equal((2, 2), ((int)refused["current"]!["code"]!, (int)refused["current"]!["version"]!));
        Assert.Equal("the intranet says: why not", ((string?)refused["current"]!["why"])![..26]);
    }

    [Fact]
    public async Task A_code_needs_a_version_a_reason_and_a_code_there_is()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());

        await PostAsync($"{Desk}/calls/{call}/code", new { code = 2, why = "why not" }, HttpStatusCode.PreconditionRequired);
        await PostAsync($"{Desk}/calls/{call}/code", new { code = 2, why = " ", version = 1 }, HttpStatusCode.UnprocessableEntity);
        await PostAsync($"{Desk}/calls/{call}/code", new { code = 7, why = "why not", version = 1 }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(4, (int)(await GetAsync($"{Desk}/sheet"))["lines"]![0]!["code"]!);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_another_desks_is_not_found()
    {
        var unclaimed = await House.Database.RingsAsync(null, new SeedCall());

        foreach (var address in new[] { "/api/v1/desks/nobody/sheet", "/api/v1/desks/nobody/calls", $"{Desk}/calls/{unclaimed}", $"{Desk}/contacts/{Some.Id()}", "/api/v1/desks/nobody/brief", $"{Desk}/reach", "/api/v2/desks" })
        {
            await AssertProblemAsync(HttpStatusCode.NotFound, await Client.GetAsync(address, Cancel));
        }

        await PostAsync($"{Desk}/calls/{unclaimed}/returned", null, HttpStatusCode.NotFound);
        await PostAsync($"{Desk}/calls/{Some.Id()}/returned", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_program_that_keeps_up_reads_every_call_once_with_its_transcript()
    {
        for (var number = 0; number < 230; number++)
        {
            await House.Database.RingsAsync(House.Desk, new SeedCall { ReceivedAt = Some.Morning.AddMinutes(number / 7), Ball = Ball.Nobody });
        }

        var call = await House.Database.RingsAsync(House.Desk, new SeedCall { ReceivedAt = Some.Morning.AddDays(1) });
        await House.Database.SaysAsync(call, ScriptStep.WhoIsCalling, 1, "John Smith", "She's not available.", 0.9);

        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await GetAsync($"{Desk}/calls?turns=true{(after is null ? "" : $"&after={after}")}");
            seen.AddRange(page["calls"]!.AsArray().Select(entry => (Guid)entry!["id"]!));
            after = (string?)page["next"];
        }
        while (after is not null);

        Assert.Equal((231, 231), (seen.Count, seen.Distinct().Count()));
        var since = await GetAsync($"{Desk}/calls?turns=true&since={Uri.EscapeDataString(Some.Morning.AddDays(1).ToString("O"))}");
        var turn = Assert.Single(since["calls"]!.AsArray())!["turns"]![0]!;
        Assert.Equal(("whoIsCalling", "words", "John Smith", "She's not available."), ((string?)turn["step"], (string?)turn["heardKind"], (string?)turn["heard"], (string?)turn["said"]));
        Assert.Null((await GetAsync($"{Desk}/calls"))["calls"]![0]!["turns"]);
        await AssertProblemAsync(HttpStatusCode.UnprocessableEntity, await Client.GetAsync($"{Desk}/calls?after=nonsense", Cancel));
    }

    [Fact]
    public async Task A_card_is_made_read_and_changed_by_who_has_read_it()
    {
        var made = await Client.PostAsJsonAsync($"{Desk}/contacts", Card("John Smith"), Cancel);
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.StatusCode, made.Headers.ETag!.Tag));
        var address = made.Headers.Location!.ToString();
        Assert.Equal("tooImportantNotTo", (string?)(await GetAsync(address))["standing"]);

        await AssertProblemAsync(HttpStatusCode.PreconditionRequired, await Client.PutAsJsonAsync(address, Card("Jon Smyth"), Cancel));
        var changed = await PutAsync(address, Card("Jon Smyth"), "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag!.Tag));
        var stale = await AssertProblemAsync(HttpStatusCode.PreconditionFailed, await PutAsync(address, Card("Third"), "\"1\""));
        Assert.Equal("Jon Smyth", (string?)stale["current"]!["name"]);

        var listed = Assert.Single((await GetAsync($"{Desk}/contacts"))["contacts"]!.AsArray(), contact => (string?)contact!["name"] == "Jon Smyth")!;
        Assert.Equal(("+13105550142", "merger"), ((string?)listed["numbers"]![0]!["number"], (string?)listed["matters"]![0]!["words"]![0]));
    }

    [Fact]
    public async Task A_card_that_cannot_be_is_refused_field_by_field()
    {
        var refused = await Client.PostAsJsonAsync($"{Desk}/contacts", new { name = "", numbers = new[] { new { number = "555", label = "cell" } } }, Cancel);

        var problem = await AssertProblemAsync(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal(["name", "numbers"], problem["errors"]!.AsObject().Select(field => field.Key));
        await AssertProblemAsync(HttpStatusCode.BadRequest, await Client.PostAsync($"{Desk}/contacts", new StringContent("{", Encoding.UTF8, "application/json"), Cancel));
    }

    [Fact]
    public async Task A_card_that_makes_its_caller_important_moves_the_line()
    {
        var made = await Client.PostAsJsonAsync($"{Desk}/contacts", Card("John Smith") with { Standing = "ordinary", Matters = [] }, Cancel);
        var id = (Guid)(await made.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!;
        await House.Database.RingsAsync(House.Desk, new SeedCall { ContactId = id, Party = id.ToString() });

        await PutAsync(made.Headers.Location!.ToString(), Card("John Smith") with { WantsToTalk = true, Wakes = true }, "\"1\"");

        Assert.True((bool)(await GetAsync(made.Headers.Location!.ToString()))["wakes"]!);
        Assert.Equal("wantsToTalk", (string?)(await GetAsync($"{Desk}/sheet"))["lines"]![0]!["codeReason"]);
    }

    [Fact]
    public async Task Reminders_and_texts_are_listed()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.RemindsAsync(House.Desk, call, 1, ReminderState.Pending);
        await House.Database.RemindsAsync(House.Desk, call, 0, ReminderState.Delivered);
        await House.Database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into texts (id, desk_id, direction, from_number, to_number, body, status, at)
                values (@id, @desk, 2, '+13105550100', '+13105550101', 'John Smith waits', 10, @now)
                """,
                new { id = Some.Id(), desk = House.Desk.Id, now = Some.Morning }),
            Cancel);

        var reminders = (await GetAsync($"{Desk}/reminders"))["reminders"]!.AsArray();
        Assert.Equal(["delivered", "pending"], reminders.Select(reminder => (string?)reminder!["state"]));
        var text = Assert.Single((await GetAsync($"{Desk}/texts"))["texts"]!.AsArray())!;
        Assert.Equal(("+13105550100", "+13105550101", "outbound", "delivered"), ((string?)text["from"], (string?)text["to"], (string?)text["direction"], (string?)text["status"]));
    }

    [Fact]
    public async Task A_program_that_storms_is_told_to_wait()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 320).Select(_ => Client.GetAsync("/api/v1/desks", Cancel)));

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await AssertProblemAsync(HttpStatusCode.TooManyRequests, refused);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_description_names_every_path_and_the_token()
    {
        var document = await GetAsync("/openapi/v1.json");

        Assert.Equal(
            """
            DELETE /api/v1/desks/{desk}/contacts/{id}
            GET /api/v1/desks
            GET /api/v1/desks/{desk}/brief
            GET /api/v1/desks/{desk}/calls
            GET /api/v1/desks/{desk}/calls/{id}
            GET /api/v1/desks/{desk}/contacts
            GET /api/v1/desks/{desk}/contacts/{id}
            GET /api/v1/desks/{desk}/copies
            GET /api/v1/desks/{desk}/copies/{id}
            GET /api/v1/desks/{desk}/reach-attempts
            GET /api/v1/desks/{desk}/reminders
            GET /api/v1/desks/{desk}/sheet
            GET /api/v1/desks/{desk}/stays
            GET /api/v1/desks/{desk}/texts
            GET /api/v1/desks/{desk}/wording
            GET /api/v1/reconciliation
            POST /api/v1/desks/{desk}/calls/{id}/code
            POST /api/v1/desks/{desk}/calls/{id}/left-word
            POST /api/v1/desks/{desk}/calls/{id}/let-go
            POST /api/v1/desks/{desk}/calls/{id}/returned
            POST /api/v1/desks/{desk}/calls/{id}/talked-to
            POST /api/v1/desks/{desk}/calls/{id}/undo
            POST /api/v1/desks/{desk}/contacts
            POST /api/v1/desks/{desk}/contacts/acts/{act}/undo
            POST /api/v1/desks/{desk}/contacts/{id}/merge
            POST /api/v1/desks/{desk}/contacts/{id}/split
            POST /api/v1/desks/{desk}/copies
            POST /api/v1/desks/{desk}/erasures
            PUT /api/v1/desks/{desk}/contacts/{id}
            PUT /api/v1/desks/{desk}/stays
            PUT /api/v1/desks/{desk}/wording/{sentence}
            """,
            string.Join('\n', document["paths"]!.AsObject()
                .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"))
                .Order(StringComparer.Ordinal)));
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["token"]!["scheme"]);
        Assert.True(document["security"]![0]!.AsObject().ContainsKey("token"));
    }

    private static CardBody Card(string name) => new(
        name, "tooImportantNotTo", WantsToTalk: false, [new { number = "+13105550142", label = "cell" }], [new { name = "Big Merger", words = new[] { "merger" } }]);

    private async Task<JsonObject> GetAsync(string address)
    {
        var response = await Client.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private async Task<JsonObject> PostAsync(string address, object? body, HttpStatusCode expected)
    {
        var response = await Client.PostAsync(address, body is null ? null : JsonContent.Create(body), Cancel);
        if (expected != HttpStatusCode.OK)
        {
            return await AssertProblemAsync(expected, response);
        }

        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private Task<HttpResponseMessage> PutAsync(string address, object body, string seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        return Client.SendAsync(request, Cancel);
    }

    private sealed record CardBody(string Name, string Standing, bool WantsToTalk, object[] Numbers, object[] Matters, bool Wakes = false);
}
