using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FrontDesk.Calls;
using FrontDesk.Tests.Api;
using FrontDesk.Tests.Contacts;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Whatever is said, at whatever question: it is kept as it was said, spoken as words, and handed on as text.</summary>
public sealed class HostileSpeechStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ScriptStep> Questions =>
        [.. Enum.GetValues<ScriptStep>().Where(step => step is > ScriptStep.Ring and < ScriptStep.OfficeWho && !step.IsGoodbye())];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task S91_what_is_said_to_do_harm_is_only_words(ScriptStep question)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        foreach (var said in Hostile.Sayings)
        {
            var sid = desk.NewSid();
            await desk.PostAsync(desk.Ringing(sid));
            await desk.PostAsync(desk.Said(sid, (int)ScriptStep.WhoIsCalling, 1, "John Smith"));
            var answer = await desk.PostAsync(desk.Said(sid, (int)question, 2, said));

            var say = Assert.Single(XDocument.Parse(answer).Descendants("Say"));
            Assert.False(say.HasElements, answer);
            Assert.DoesNotContain(say.Value, letter => char.IsControl(letter) || letter is '<' or '>' or '{' or '}' or '\u202e' or '\u2066');
            Assert.DoesNotContain(XDocument.Parse(answer).Descendants(), element => element.Name.LocalName is not ("Response" or "Gather" or "Say" or "Hangup"));
        }

        var kept = (await desk.LogAsync()).Select(call => call.Heard.Last());
        Assert.Equal(Hostile.Sayings.Select(said => said.Replace("\0", "", StringComparison.Ordinal).Normalize()).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.Equal(Hostile.Sayings.Length, (await CallsAsync(desk)).Count(call => Hostile.Sayings.Contains((string)call["turns"]!.AsArray()[^1]!["heard"]!)) + 1);
    }

    /// <summary>As another program gets them; the one with a NUL in it is without.</summary>
    private static async Task<IReadOnlyList<JsonNode>> CallsAsync(DeskUnderTest desk)
    {
        using var client = new HttpClient { BaseAddress = desk.Reached };
        await ApiTest.ShowsATokenAsync(client, desk.Books);
        var page = await client.GetFromJsonAsync<JsonNode>($"/api/v1/desks/{desk.Desk.Name}/calls?turns=true", Cancel);
        return [.. page!["calls"]!.AsArray().OfType<JsonNode>()];
    }
}
