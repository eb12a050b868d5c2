using System.Net;
using System.Security.Cryptography;
using System.Text;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private SheetHouse house = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await SheetHouse.OpenAsync(demo: false);
        client = house.NewClient();
        await house.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into users (id, name, password_hash, failures, stamp, created_at) values (@id, 'jamie', @hash, 0, 'first', @now)",
                new { id = Some.Id(), hash = new PasswordHasher<string>().HashPassword("jamie", Password), now = Some.Morning }),
            Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_door_and_after_the_password_to_where_they_wanted()
    {
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var turnedAway = await client.GetAsync("/log?desk=miller", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, turnedAway.StatusCode);
        Assert.StartsWith("/signin?returnUrl=", turnedAway.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        var inside = await SignInAsync(Password, turnedAway.Headers.Location!.PathAndQuery);

        Assert.Equal("Log", inside.Text("h1"));
        Assert.Equal("jamie", inside.Text(".who span"));
        var outside = await inside.PressAsync(".who button");
        Assert.Equal("Sign in", outside.Text("h1"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Nobody_but_who_has_signed_in_sees_or_changes_how_a_desk_works()
    {
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var ladder = new FormUrlEncodedContent([KeyValuePair.Create("Reminders.Rungs[0].After", "5"), KeyValuePair.Create("Reminders.Rungs[0].By", "Text")]);

        Assert.StartsWith("/signin?returnUrl=", (await client.GetAsync("/settings?desk=miller", Cancel)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/settings?desk=miller", ladder, Cancel)).StatusCode);
        Assert.Equal(house.Desk.Version, house.Get<DeskBook>().Named("miller")!.Version);
    }

    [Fact]
    public async Task The_cookies_are_for_this_site_over_https_and_no_script()
    {
        using var bare = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = client.BaseAddress };
        var door = await bare.GetAsync("/signin", Cancel);
        var form = Assert.Single(door.Headers.GetValues("Set-Cookie"));
        Assert.Contains("secure", form, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", form, StringComparison.OrdinalIgnoreCase);

        var token = Between(await door.Content.ReadAsStringAsync(Cancel), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", "\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signin")
        {
            Content = new FormUrlEncodedContent([new("Name", "jamie"), new("Password", Password), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", form.Split(';')[0]);
        var welcome = await bare.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
        var session = Assert.Single(welcome.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("frontdesk=", StringComparison.Ordinal));
        Assert.Contains("secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", Assert.Single(welcome.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_door_stays_shut_even_for_the_right_password_and_longer_each_time()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync("wrong")).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(Password)).Status);
        house.Clock.Skip(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync("wrong")).Status);
        house.Clock.Skip(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(Password)).Status);
        house.Clock.Skip(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(Password)).Status);
    }

    [Fact]
    public async Task Who_tries_does_not_learn_whether_there_is_such_a_user()
    {
        var wrongPassword = await SignInAsync("wrong");
        var nobody = await SignInAsync("wrong", name: "nobody");

        Assert.Equal(wrongPassword.Status, nobody.Status);
        Assert.Equal(wrongPassword.Text(".notice"), nobody.Text(".notice"));
    }

    [Fact]
    public async Task The_way_back_never_leads_elsewhere()
    {
        foreach (var returnUrl in new[] { "https://evil.example.org/", "//evil.example.org/", "/\\evil.example.org", "javascript:alert(1)" })
        {
            using var fresh = house.NewClient();
            var door = await PaperPage.OpenAsync(fresh, $"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}");
            var inside = await door.PressAsync("main button", fields => (fields["Name"], fields["Password"]) = ("jamie", Password));

            Assert.Equal("Margaret Miller", inside.Text("h1"));
        }
    }

    [Fact]
    public async Task A_new_stamp_ends_every_session()
    {
        await SignInAsync(Password);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Cancel)).StatusCode);

        await house.Database.WriteAsync(work => work.ExecuteAsync("update users set stamp = 'second'"), Cancel);

        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync("/", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_served_to_a_stranger_and_no_program_is_redirected()
    {
        string[] shut = ["GET /", "GET /log", "GET /changes?desk=miller", "GET /health/ready", "GET /openapi/v1.json", "GET /nowhere", "POST /?handler=Mark", "GET /simulator"];
        Assert.All(await AnswersAsync(shut), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        // The carrier's own door says no by itself, and sends nobody elsewhere either (F19).
        Assert.All(await AnswersAsync("POST /twilio/voice", "POST /twilio/nowhere"), answer => Assert.Equal(HttpStatusCode.Forbidden, answer));
    }

    [Fact]
    public async Task A_stranger_sees_the_door_and_what_it_is_painted_with() =>
        Assert.All(await AnswersAsync("GET /signin", "GET /css/desk.css", "GET /mark.svg", "GET /health/live"), answer => Assert.Equal(HttpStatusCode.OK, answer));

    [Fact]
    public async Task The_service_is_ready_for_whoever_may_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        await house.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into tokens (id, name, hash, created_at) values (@id, 'watch', @hash, @now)",
                new { id = Some.Id(), hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("watch-token"))), now = Some.Morning }),
            Cancel);
        request.Headers.Authorization = new("Bearer", "watch-token");

        var ready = await client.SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.OK, "ready"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancel)));
    }

    private async Task<PaperPage> SignInAsync(string password, string address = "/signin", string name = "jamie") =>
        await (await PaperPage.OpenAsync(client, address)).PressAsync("main button", fields => (fields["Name"], fields["Password"]) = (name, password));

    private async Task<IReadOnlyList<HttpStatusCode>> AnswersAsync(params IReadOnlyList<string> requests)
    {
        var answers = new List<HttpStatusCode>();
        foreach (var line in requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(line.Split(' ')[0]), line.Split(' ')[1]);
            request.Headers.Accept.ParseAdd("*/*");
            answers.Add((await client.SendAsync(request, Cancel)).StatusCode);
        }

        return answers;
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
