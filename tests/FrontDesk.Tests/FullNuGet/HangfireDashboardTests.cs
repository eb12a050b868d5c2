using System.Net;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.FullNuGet;

public sealed class HangfireDashboardTests
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("margaret", HttpStatusCode.OK)]
    [InlineData("jamie", HttpStatusCode.Forbidden)]
    public async Task S103_only_an_owner_who_signed_in_sees_the_dashboard(string name, HttpStatusCode status)
    {
        await HangfireTables.SkipWhereRefusedAsync(TestBooks.OfDesks);
        await using var house = await SheetHouse.OpenAsync(demo: false, ("Reminders:Clock", "Hangfire"), ("Owners:0", "margaret"));
        await house.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into users (id, name, password_hash, failures, stamp, created_at) values (@id, @name, @hash, 0, 'first', @now)",
                new { id = Some.Id(), name, hash = new PasswordHasher<string>().HashPassword(name, Password), now = Some.Morning }),
            Cancel);
        using var client = house.NewClient();
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync("/hangfire", Cancel)).StatusCode);

        await (await PaperPage.OpenAsync(client, "/signin")).PressAsync("main button", fields => (fields["Name"], fields["Password"]) = (name, Password));
        var seen = await client.GetAsync("/hangfire", Cancel);

        Assert.Equal(status, seen.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, (await seen.Content.ReadAsStringAsync(Cancel)).Contains("Hangfire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_hangfire_s_clock_there_is_no_dashboard()
    {
        await using var house = await SheetHouse.OpenAsync(demo: true, ("Owners:0", "margaret"));
        using var client = house.NewClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/hangfire", Cancel)).StatusCode);
    }
}
