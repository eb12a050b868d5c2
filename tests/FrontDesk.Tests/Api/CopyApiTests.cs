using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FrontDesk.Ledger;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Api;

public sealed class CopyApiTests : ApiTest
{
    private const string Address = "/api/v1/desks/miller/copies";

    [Fact]
    public async Task A_program_makes_a_copy_reads_it_and_finds_it_in_the_list()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        var made = await Client.PostAsJsonAsync(Address, new { note = "Ann rings at four." }, Cancel);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        var copy = (await Client.GetFromJsonAsync<JsonObject>(made.Headers.Location, Cancel))!;
        Assert.Equal((1, "program", "the intranet", "Ann rings at four."), ((int)copy["number"]!, (string?)copy["reason"], (string?)copy["madeBy"], (string?)copy["note"]));
        var line = Assert.Single(copy["lines"]!.AsArray())!;
        Assert.Equal((1, "toReturn", call, 1, "John Smith"), ((int)line["place"]!, (string?)line["part"], (Guid)line["id"]!, (int)line["version"]!, (string?)line["name"]));
        Assert.Equal("+13105550142", (string?)line["numbers"]![0]);

        var list = (await Client.GetFromJsonAsync<JsonObject>(Address, Cancel))!;
        Assert.Equal((string?)copy["id"], (string?)Assert.Single(list["copies"]!.AsArray())!["id"]);
        Assert.Null(list["next"]);
    }

    [Fact]
    public async Task The_next_copy_tells_a_program_what_is_new_and_what_became_of_the_rest()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await MakeAsync();
        await House.Get<SheetMarks>().MarkAsync(new SheetMark { CallId = call, Kind = MarkKind.LetGo, By = "Jamie" }, Cancel);
        await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Some.Id(), Party = "Ann", SaidName = "Ann Other" });

        var copy = await MakeAsync();

        Assert.Equal("new", (string?)Assert.Single(copy["lines"]!.AsArray())!["news"]);
        var gone = Assert.Single(copy["gone"]!.AsArray())!;
        Assert.Equal((call, 1, "letGo", "Jamie"), ((Guid)gone["id"]!, (int)gone["was"]!, (string?)gone["became"], (string?)gone["by"]));
    }

    [Fact]
    public async Task The_same_request_twice_makes_one_copy()
    {
        var id = Some.Id();
        Assert.Equal(HttpStatusCode.Created, (await Client.PostAsJsonAsync(Address, new { id }, Cancel)).StatusCode);
        var again = await Client.PostAsJsonAsync(Address, new { id }, Cancel);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(1, (int)(await again.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["number"]!);
    }

    [Fact]
    public async Task Without_a_body_a_copy_is_made_too_and_what_is_wrong_is_said_in_problem_details()
    {
        Assert.Equal(HttpStatusCode.Created, (await Client.PostAsync(Address, null, Cancel)).StatusCode);
        await AssertProblemAsync(HttpStatusCode.UnprocessableEntity, await Client.PostAsJsonAsync(Address, new { note = new string('x', 1001) }, Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.PostAsync("/api/v1/desks/nobody/copies", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/api/v1/desks/nobody/copies", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"{Address}/{Some.Id()}", Cancel)).StatusCode);
        Client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.Unauthorized, (await Client.PostAsync(Address, null, Cancel)).StatusCode);
    }

    private async Task<JsonObject> MakeAsync() => (await (await Client.PostAsync(Address, null, Cancel)).Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
}
