using System.Net;
using System.Text;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Show 5: who is not the carrier does nothing.</summary>
public sealed class ForgeryStories
{
    private static readonly string[] Targets =
    [
        "/twilio/voice", "/twilio/voice/heard?step=1&attempt=1", "/twilio/voice/status", "/twilio/voice/fallback", "/twilio/text", "/twilio/text/status", "/twilio/anything",
    ];

    [Fact]
    public async Task Ten_thousand_forged_requests_are_refused_without_a_word_and_leave_no_row()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 8 });
        var before = await CountAsync(desk);

        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = DeskUnderTest.Cancel }, async (i, cancel) =>
        {
            using var forged = Forge(desk, i);
            using var response = await client.SendAsync(forged, cancel);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"Forgery {i} got {response.StatusCode}.");
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(cancel));
        });

        Assert.Equal(before, await CountAsync(desk));
    }

    [Fact]
    public async Task After_rotation_the_old_token_opens_nothing()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        Assert.Equal(403, await desk.PostUnheardAsync((desk.Ringing(desk.NewSid()) with { Token = "the token before" }).To(desk.Reached)));
        Assert.Empty(await desk.LogAsync());
    }

    [Fact]
    public async Task A_genuine_text_replayed_counts_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var text = desk.Webhook("/twilio/text", desk.NewSid(), ("MessageSid", "SM" + new string('7', 32)), ("Body", "hello"), ("NumMedia", "0"));

        for (var i = 0; i < 5; i++)
        {
            await desk.PostAsync(text);
        }

        var texts = await desk.Books.ReadAsync(look => look.QueryAsync<string>("select body from texts where direction = 1"), DeskUnderTest.Cancel);
        Assert.Equal(["hello"], texts);
    }

    [Fact]
    public async Task Every_address_below_the_root_is_behind_the_door()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        var endpoints = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(TelephonySetup.Root, StringComparison.OrdinalIgnoreCase))
            .ToList();

        Assert.True(endpoints.Count > 6);
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<WebhookDoor>()));
    }

    private static HttpRequestMessage Forge(DeskUnderTest desk, int i)
    {
        var signed = desk.Webhook(Targets[i % Targets.Length], $"CA{i:x32}", ("SpeechResult", "I am the boss"), ("MessageSid", $"SM{i:x32}"), ("Body", "1"));
        var request = (i / Targets.Length % 9) switch
        {
            0 => (signed with { Token = $"guess {i}" }).To(desk.Reached),
            1 => (signed with { Address = $"https://desk{i}.example.org" }).To(desk.Reached),
            2 => (signed with { Address = "http://desk.example.org" }).To(desk.Reached),
            3 => (signed with { Address = "https://desk.example.org:8443" }).To(desk.Reached),
            4 => (signed with { Fields = [.. signed.Fields.Select(field => field.Name == "AccountSid" ? ("AccountSid", $"AC{i:x32}") : field)] }).To(desk.Reached),
            5 => Elsewhere(signed.To(desk.Reached), SignedRequest.Exactly(desk.Reached, signed.Target + (signed.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "x=1")),
            6 => Elsewhere(signed.To(desk.Reached), SignedRequest.Exactly(desk.Reached, signed.Target.Replace("/twilio", "/Twilio", StringComparison.Ordinal))),
            7 => WithBody(signed.To(desk.Reached), (signed with { Fields = [.. signed.Fields, ("More", "words")] }).Body()),
            _ => signed.To(desk.Reached),
        };
        if (i / Targets.Length % 9 == 8)
        {
            request.Headers.Remove("X-Twilio-Signature");
        }

        return request;
    }

    private static HttpRequestMessage Elsewhere(HttpRequestMessage request, Uri address)
    {
        request.RequestUri = address;
        return request;
    }

    private static HttpRequestMessage WithBody(HttpRequestMessage request, HttpContent body)
    {
        request.Content = body;
        return request;
    }

    private static async Task<string> CountAsync(DeskUnderTest desk)
    {
        var counts = new StringBuilder();
        foreach (var table in new[] { "calls", "turns", "filed_calls", "texts", "inbox", "reminders", "intents", "marks" })
        {
            counts.Append(table).Append(' ').Append(await desk.Books.ReadAsync(look => look.FirstOrDefaultAsync<long>($"select count(*) from {table}"), DeskUnderTest.Cancel)).Append(' ');
        }

        return counts.ToString();
    }
}
