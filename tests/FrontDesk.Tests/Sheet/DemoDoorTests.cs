using System.Net;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class DemoDoorTests : PageTest
{
    [Fact]
    public async Task The_demo_opens_on_this_computer_only()
    {
        foreach (var address in new[] { "/", "/log", "/changes?desk=miller", "/nowhere", "/simulator", "/simulator/clock", "/health/ready", "/openapi/v1.json" })
        {
            Assert.NotEqual(HttpStatusCode.Forbidden, await GetAsync(address));
            Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(address, (SheetHouse.FromHeader, "203.0.113.7")));
            Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(address, (SheetHouse.FromHeader, "192.168.1.20")));
        }
    }

    [Fact]
    public async Task A_tunnel_or_another_name_for_this_computer_does_not_open_it()
    {
        (string, string)[] signs =
        [
            ("X-Forwarded-For", "203.0.113.7"),
            ("Forwarded", "for=203.0.113.7"),
            ("X-Forwarded-Host", "demo.example.org"),
            ("Host", "demo.example.org"),
            ("Host", "127.0.0.1.example.org"),
        ];
        foreach (var sign in signs)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await GetAsync("/", sign));
        }
    }

    [Fact]
    public async Task Who_is_refused_is_told_so_plainly()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add(SheetHouse.FromHeader, "203.0.113.7");
        var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("opens only in a browser on the computer it runs on", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_it_lives_may_be_asked_from_anywhere() =>
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/health/live", (SheetHouse.FromHeader, "203.0.113.7")));

    private async Task<HttpStatusCode> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
