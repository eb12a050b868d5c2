using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Api;

/// <summary>A house, and a program that shows a good token at its API.</summary>
public abstract class ApiTest : IAsyncLifetime
{
    protected SheetHouse House { get; private set; } = null!;

    protected HttpClient Client { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        House = await SheetHouse.OpenAsync();
        Client = House.NewClient();
        await ShowsATokenAsync(Client, House.Database);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts a token on these books; the client shows it from now on.</summary>
    public static async Task ShowsATokenAsync(HttpClient client, Database books)
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", "a-token");
        await books.WriteAsync(
            work => work.ExecuteAsync(
                "insert into tokens (id, name, hash, created_at) values (@id, 'the intranet', @hash, @now)",
                new { id = Some.Id(), hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("a-token"))), now = Some.Morning }),
            Cancel);
    }

    protected static async Task<JsonObject> AssertProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonObject>(await response.Content.ReadAsStringAsync(Cancel))!;
        Assert.Equal((int)status, (int)problem["status"]!);
        return problem;
    }
}
