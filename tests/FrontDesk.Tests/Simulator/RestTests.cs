using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
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
}

/// <summary>Speaks to the carrier as a service would.</summary>
internal sealed class RestClient : IDisposable
{
    private readonly HttpClient http = new();
    private readonly string account;

    public RestClient(PretendDesk desk, string token = PretendDesk.Token)
    {
        account = $"{desk.Url}/2010-04-01/Accounts/{PretendDesk.Account}/";
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{PretendDesk.Account}:{token}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    public Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string path, params (string Name, string Value)[] form) =>
        ReadAsync(http.PostAsync(account + path, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken));

    public Task<(HttpStatusCode Status, JsonElement Json)> GetAsync(string path) =>
        ReadAsync(http.GetAsync(account + path, TestContext.Current.CancellationToken));

    public void Dispose() => http.Dispose();

    private static async Task<(HttpStatusCode Status, JsonElement Json)> ReadAsync(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonDocument.Parse(text).RootElement);
    }
}
