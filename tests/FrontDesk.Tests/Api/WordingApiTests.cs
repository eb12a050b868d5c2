using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace FrontDesk.Tests.Api;

public sealed class WordingApiTests : ApiTest
{
    private const string Address = "/api/v1/desks/miller/wording";

    [Fact]
    public async Task A_program_puts_a_sentence_in_other_words_and_gives_it_back()
    {
        var all = await Client.GetAsync(Address, Cancel);
        var said = await PutAsync("goodbye", "Thank you. {She'll} call.", all.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Equal("Thank you. She'll call.", (await said.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["heard"]!.GetValue<string>());

        var given = await PutAsync("goodbye", null, said.Headers.ETag!.Tag);
        var sentence = (await given.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal(sentence["house"]!.GetValue<string>(), sentence["words"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_program_is_refused_what_the_page_refuses()
    {
        var tag = (await Client.GetAsync(Address, Cancel)).Headers.ETag!.Tag;

        var refused = await PutAsync("goodbye", "{She's} at lunch.", tag);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("at lunch", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync("goodbye", "Thank you.", "\"99\"")).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PutAsync("goodbye", "Thank you.", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync("nothing", "Thank you.", tag)).StatusCode);
    }

    private Task<HttpResponseMessage> PutAsync(string sentence, string? words, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Address}/{sentence}") { Content = JsonContent.Create(new { words }) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return Client.SendAsync(request, Cancel);
    }
}
