using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>Two processes on the same books, each with a browser.</summary>
public sealed class TwoNodesTests
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_made_on_one_node_reaches_a_page_that_hangs_on_the_other()
    {
        await using var first = await SheetHouse.OpenAsync();
        await first.Database.RingsAsync(first.Desk, new SeedCall());
        await using var second = first.OpenBeside();
        using var there = second.NewClient();
        using var wire = await OpenAsync(there, "old");
        var events = EventsAsync(wire);
        Assert.Equal("hello", await NextAsync(events));
        Assert.Equal("changed", await NextAsync(events));
        var before = second.Get<SheetChanges>().Stamp(first.Desk.Id);

        using var here = first.NewClient();
        await (await PaperPage.OpenAsync(here, "/")).PressAsync("button[value=Returned]");

        Assert.Equal("changed", await NextAsync(events));
        Assert.NotEqual(before, events.Current.EventId);
    }

    [Fact]
    public async Task What_a_node_did_itself_it_is_not_told_again()
    {
        await using var first = await SheetHouse.OpenAsync();
        var here = first.Get<SheetChanges>();
        var alone = here.Stamp(first.Desk.Id);
        await using var second = first.OpenBeside();
        var there = second.Get<SheetChanges>();
        // A node that starts bids the others look again.
        await UntilAsync(() => here.Stamp(first.Desk.Id) != alone);
        var before = there.Stamp(first.Desk.Id);
        here.Changed(first.Desk.Id);
        var after = here.Stamp(first.Desk.Id);

        await UntilAsync(() => there.Stamp(first.Desk.Id) != before);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancel);

        Assert.Equal(after, here.Stamp(first.Desk.Id));
    }

    [Fact]
    public async Task Settings_saved_on_one_node_hold_on_the_other_without_a_restart()
    {
        await using var first = await SheetHouse.OpenAsync();
        await using var second = first.OpenBeside();

        await first.Get<DeskBook>().SaveAsync(first.Desk with { Persona = "Robin" }, Cancel);

        await UntilAsync(() => second.Get<DeskBook>().Named("miller")!.Persona == "Robin");
    }

    [Fact]
    public async Task A_node_that_goes_tells_its_pages_when_to_come_back_and_the_other_takes_them()
    {
        await using var first = await SheetHouse.OpenAsync();
        await using var second = first.OpenBeside();
        using var client = second.NewClient();
        using var wire = await OpenAsync(client, second.Get<SheetChanges>().Stamp(first.Desk.Id));
        var events = EventsAsync(wire);
        Assert.Equal("hello", await NextAsync(events));
        var seen = events.Current.EventId!;

        second.Get<IHostApplicationLifetime>().StopApplication();

        string last;
        do
        {
            last = await NextAsync(events);
        }
        while (last == "changed");
        Assert.Equal("leaving", last);
        Assert.InRange(events.Current.ReconnectionInterval!.Value, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(1500));
        Assert.False(await events.MoveNextAsync());
        using var elsewhere = first.NewClient();
        using var again = await OpenAsync(elsewhere, seen);
        var there = EventsAsync(again);
        Assert.Equal(["hello", "changed"], [await NextAsync(there), await NextAsync(there)]);
    }

    [Fact]
    public async Task A_node_that_goes_says_so_at_once_and_still_serves_whoever_comes()
    {
        await using var house = await SheetHouse.OpenAsync(demo: true, ("Nodes:LeaveSeconds", "5"));
        using var client = house.NewClient();
        Assert.Equal("ready", await client.GetStringAsync("/health/ready", Cancel));

        house.Get<IHostApplicationLifetime>().StopApplication();
        using var ready = await client.GetAsync("/health/ready", Cancel);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "This node is going."), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_node_whose_books_a_newer_version_has_brought_further_goes_on_taking_calls()
    {
        await using var house = await SheetHouse.OpenAsync(demo: true);
        using var client = house.NewClient();
        await house.Database.WriteAsync(work => work.ExecuteAsync("insert into schema_journal (number, name, hash, applied_at) values (9001, '9001_more', 'x', 0)"), Cancel);
        Assert.Equal("ready", await client.GetStringAsync("/health/ready", Cancel));

        await house.Database.WriteAsync(work => work.ExecuteAsync("delete from schema_journal where number = 22"), Cancel);
        using var ready = await client.GetAsync("/health/ready", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("run migrate", await ready.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engine_tells_when_it_last_ran_and_what_is_left_undone()
    {
        await using var house = await SheetHouse.OpenAsync();
        using var client = house.NewClient();
        var callId = await house.Database.RingsAsync(house.Desk, new SeedCall());
        await UntilAsync(async () => Number(await EngineAsync(client), "secondsSinceLastRound") is not null);
        Assert.Null(Number(await EngineAsync(client), "secondsOldestReminderIsDue"));

        // The round sleeps, for the clock stands: what falls due now is late.
        await house.Database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into reminders (id, desk_id, call_id, kind, slot, due_at, rung, state, version) values (@id, @desk, @callId, 1, 0, @due, 0, 1, 0)
                """,
                new { id = Some.Id(), desk = house.Desk.Id, callId, due = house.Clock.GetUtcNow().AddMinutes(-3) }),
            Cancel);
        await house.Database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into intents (id, desk_id, channel, purpose, to_number, from_number, state, attempt, leased_until, created_at, version)
                values (@id, @desk, 1, 3, '+13105550101', '+13105550100', 3, 1, @due, @due, 0)
                """,
                new { id = Some.Id(), desk = house.Desk.Id, due = house.Clock.GetUtcNow().AddMinutes(-3) }),
            Cancel);
        var engine = await EngineAsync(client);

        Assert.Equal((180, 1), (Number(engine, "secondsOldestReminderIsDue"), Number(engine, "intentsInDoubt")));
        Assert.True(engine.TryGetProperty("lastReconciliation", out _));
    }

    [Fact]
    public async Task Who_signed_in_on_one_node_is_signed_in_on_both()
    {
        await using var first = await SheetHouse.OpenAsync(demo: false);
        await first.Database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into users (id, name, password_hash, failures, stamp, created_at) values (@id, 'jamie', @hash, 0, 'first', @now)",
                new { id = Some.Id(), hash = new PasswordHasher<string>().HashPassword("jamie", Password), now = Some.Morning }),
            Cancel);
        await using var second = first.OpenBeside();
        using var client = first.NewClient();
        var door = await PaperPage.OpenAsync(client, "/signin");
        await door.PressAsync("main button", fields => (fields["Name"], fields["Password"]) = ("jamie", Password));

        var there = await client.GetAsync(new Uri(second.ClientOptions.BaseAddress, "/log"), Cancel);

        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient client, string after) =>
        await client.GetAsync($"/changes?desk=miller&after={after}", HttpCompletionOption.ResponseHeadersRead, Cancel);

    private static IAsyncEnumerator<SseItem<string>> EventsAsync(HttpResponseMessage wire) =>
        SseParser.Create(wire.Content.ReadAsStream(Cancel)).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        do
        {
            Assert.True(await events.MoveNextAsync(), "The wire went dead.");
        }
        while (events.Current.EventType == "beat");
        return events.Current.EventType;
    }

    private static async Task<JsonElement> EngineAsync(HttpClient client) => JsonElement.Parse(await client.GetStringAsync("/health/engine", Cancel));

    private static double? Number(JsonElement engine, string name) => engine.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSoAsync)
    {
        for (var looks = 0; looks < 300; looks++)
        {
            if (await isSoAsync())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        Assert.Fail("It did not come to be so.");
    }
}
