using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FrontDesk.Tests.Sheet;
using Xunit;

namespace FrontDesk.Tests.Api;

public sealed class ContactApiTests : ApiTest
{
    private const string Contacts = "/api/v1/desks/miller/contacts";

    [Fact]
    public async Task A_preferred_answer_that_gives_something_away_is_refused_and_one_that_does_not_is_kept()
    {
        object CardSaying(string answer) => new { name = "John Smith", preferredAnswer = answer, assistants = new[] { new { name = "Priya", number = "+13105550148", notes = "Mondays off" } } };
        var problem = await AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, await Client.PostAsJsonAsync(Contacts, CardSaying("She'll call you by five."), Cancel));
        Assert.Contains("promises a time", (string?)problem["errors"]!["preferredAnswer"]![0], StringComparison.Ordinal);

        var made = await Client.PostAsJsonAsync(Contacts, CardSaying("I'm sorry, John, {she's} not available."), Cancel);

        var card = await GetAsync(made.Headers.Location!.ToString());
        Assert.Equal(("I'm sorry, John, {she's} not available.", "Mondays off"), ((string?)card["preferredAnswer"], (string?)card["assistants"]![0]!["notes"]));
    }

    [Fact]
    public async Task Programs_merge_split_and_drop_cards_and_take_it_back()
    {
        var (kept, other) = (await MakeAsync("John Smith"), await MakeAsync("Jon Smith", "+13105550143"));

        var merged = await PostAsync($"{Contacts}/{kept}/merge", new { version = 1, other, otherVersion = 1 }, HttpStatusCode.OK);
        Assert.Equal(2, (await GetAsync($"{Contacts}/{kept}"))["numbers"]!.AsArray().Count);
        await PostAsync($"{Contacts}/acts/{merged["act"]}/undo", null, HttpStatusCode.OK);
        await PostAsync($"{Contacts}/acts/{merged["act"]}/undo", null, HttpStatusCode.NotFound);
        await PostAsync($"{Contacts}/{kept}/split", new { version = 1, number = "+13105550142", name = "Tom" }, HttpStatusCode.PreconditionFailed);
        await PostAsync($"{Contacts}/{kept}/split", new { version = 3, number = "555", name = "Tom" }, HttpStatusCode.UnprocessableEntity);
        await PostAsync($"{Contacts}/{kept}/split", new { version = 3, number = "+13105550142", name = "Tom" }, HttpStatusCode.OK);

        await AssertProblemAsync(HttpStatusCode.PreconditionRequired, await Client.DeleteAsync($"{Contacts}/{other}", Cancel));
        using var drop = new HttpRequestMessage(HttpMethod.Delete, $"{Contacts}/{other}");
        drop.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(drop, Cancel)).StatusCode);
        await AssertProblemAsync(HttpStatusCode.NotFound, await Client.GetAsync($"{Contacts}/{other}", Cancel));
    }

    [Fact]
    public async Task Programs_forget_somebody_by_card_or_number_after_a_rehearsal()
    {
        const string Erasures = "/api/v1/desks/miller/erasures";
        var john = await MakeAsync("John Smith", "+13105550198");
        await House.Database.RingsAsync(House.Desk, new SeedCall { ContactId = john, Party = john.ToString(), CallerFrom = "+13105550198", Number = "+13105550198" });

        var rehearsed = await PostAsync(Erasures, new { number = "+13105550198", rehearse = true }, HttpStatusCode.OK);
        Assert.Equal((false, 1, 1), ((bool)rehearsed["waits"]!, (int)rehearsed["calls"]!, (int)rehearsed["cards"]!));
        await GetAsync($"{Contacts}/{john}");
        await AssertProblemAsync(HttpStatusCode.UnprocessableEntity, await Client.PostAsJsonAsync(Erasures, new { number = "555" }, Cancel));
        await AssertProblemAsync(HttpStatusCode.UnprocessableEntity, await Client.PostAsJsonAsync(Erasures, new { contact = john, number = "+13105550198" }, Cancel));
        await AssertProblemAsync(HttpStatusCode.Conflict, await Client.PostAsJsonAsync(Erasures, new { number = "+13105550100" }, Cancel));
        await PostAsync(Erasures, new { contact = john }, HttpStatusCode.OK);

        await AssertProblemAsync(HttpStatusCode.NotFound, await Client.GetAsync($"{Contacts}/{john}", Cancel));
        await AssertProblemAsync(HttpStatusCode.NotFound, await Client.PostAsJsonAsync(Erasures, new { contact = john }, Cancel));
        Assert.DoesNotContain("5550198", await Client.GetStringAsync("/api/v1/desks/miller/calls", Cancel), StringComparison.Ordinal);
    }

    private async Task<Guid> MakeAsync(string name, string number = "+13105550142")
    {
        var made = await Client.PostAsJsonAsync(Contacts, new { name, numbers = new[] { new { number, label = "cell" } } }, Cancel);
        return (Guid)(await made.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!;
    }

    private async Task<JsonObject> GetAsync(string address)
    {
        var response = await Client.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private async Task<JsonObject> PostAsync(string address, object? body, HttpStatusCode expected)
    {
        var response = await Client.PostAsync(address, body is null ? null : JsonContent.Create(body), Cancel);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }
}
