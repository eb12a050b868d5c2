using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace FrontDesk.Tests.Simulator;

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

    public async Task<HttpStatusCode> DeleteAsync(string path)
    {
        using var response = await http.DeleteAsync(account + path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static async Task<(HttpStatusCode Status, JsonElement Json)> ReadAsync(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonDocument.Parse(text).RootElement);
    }
}
