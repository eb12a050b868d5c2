using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>Lookup v2, as far as a desk asks it.</summary>
public sealed class LookupTests
{
    private const string Number = "+13105550177";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_told_to_who_asks_for_it_and_only_then()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Named("ACME PICTURES", "BUSINESS"));

        var (status, named) = await AskAsync(desk, "?Fields=caller_name");
        var name = named.GetProperty("caller_name");
        Assert.Equal((HttpStatusCode.OK, "ACME PICTURES", "BUSINESS", JsonValueKind.Null), (status, name.GetProperty("caller_name").GetString(), name.GetProperty("caller_type").GetString(), name.GetProperty("error_code").ValueKind));
        Assert.Equal(JsonValueKind.Null, (await AskAsync(desk, "")).Json.GetProperty("caller_name").ValueKind);
    }

    [Fact]
    public async Task A_field_may_fail_within_an_answer_that_does_not()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Fails(60600));

        var (status, answer) = await AskAsync(desk, "?Fields=caller_name");
        Assert.Equal((HttpStatusCode.OK, 60600), (status, answer.GetProperty("caller_name").GetProperty("error_code").GetInt32()));
    }

    [Fact]
    public async Task What_is_no_number_is_not_found_and_nobody_is_let_in_without_the_token()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Unknown());

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(desk, "?Fields=caller_name")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(desk, "", number: "310")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(desk, "", token: "another")).Status);
    }

    [Fact]
    public async Task It_may_take_its_time()
    {
        await using var desk = await OpenAsync(new CallerNameAnswer.Slow(TimeSpan.FromSeconds(30)));
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(desk, "?Fields=caller_name", cancel: impatient.Token));
    }

    private static async Task<PretendDesk> OpenAsync(CallerNameAnswer answer)
    {
        var desk = await PretendDesk.OpenAsync();
        desk.Carrier.Options = desk.Carrier.Options with { CallerNames = new Dictionary<string, CallerNameAnswer>(StringComparer.Ordinal) { [Number] = answer } };
        return desk;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(
        PretendDesk desk, string query, string number = Number, string token = PretendDesk.Token, CancellationToken? cancel = null)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{PretendDesk.Account}:{token}")));
        using var response = await http.GetAsync($"{desk.Url}/v2/PhoneNumbers/{Uri.EscapeDataString(number)}{query}", cancel ?? Cancel);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement);
    }
}
