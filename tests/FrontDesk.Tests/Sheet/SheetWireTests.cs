using System.Net.ServerSentEvents;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class SheetWireTests : IAsyncLifetime
{
    private SheetHouse house = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SheetChanges Changes => house.Get<SheetChanges>();

    public async ValueTask InitializeAsync()
    {
        house = await SheetHouse.OpenAsync();
        client = house.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task It_says_hello_first_and_then_tells_of_each_change()
    {
        await using var wire = await OpenAsync($"/changes?desk=miller&after={Changes.Stamp(house.Desk.Id)}");
        var hello = await wire.NextAsync();
        Changes.Changed(house.Desk.Id);
        var changed = await wire.NextAsync();

        Assert.Equal(("hello", "changed"), (hello.EventType, changed.EventType));
        Assert.Equal(Changes.Stamp(house.Desk.Id), changed.EventId);
        Assert.NotEqual(hello.EventId, changed.EventId);
    }

    [Fact]
    public async Task What_changed_while_the_page_was_loading_is_told_at_once()
    {
        var page = await PaperPage.OpenAsync(client, "/");
        var seen = page.Document.QuerySelector("[data-sheet]")!.GetAttribute("data-stamp");
        Changes.Changed(house.Desk.Id);

        await using var wire = await OpenAsync($"/changes?desk=miller&after={seen}");

        Assert.Equal("hello", (await wire.NextAsync()).EventType);
        Assert.Equal("changed", (await wire.NextAsync()).EventType);
    }

    [Fact]
    public async Task Who_comes_back_is_told_what_was_missed_and_nothing_when_nothing_was()
    {
        var before = Changes.Stamp(house.Desk.Id);
        Changes.Changed(house.Desk.Id);
        await using var missed = await OpenAsync("/changes?desk=miller&after=old", lastSeen: before);
        Assert.Equal(["hello", "changed"], [(await missed.NextAsync()).EventType, (await missed.NextAsync()).EventType]);

        var now = Changes.Stamp(house.Desk.Id);
        await using var upToDate = await OpenAsync("/changes?desk=miller&after=old", lastSeen: now);
        Assert.Equal("hello", (await upToDate.NextAsync()).EventType);
        Changes.Changed(house.Desk.Id);
        var next = await upToDate.NextAsync();
        Assert.Equal(("changed", Changes.Stamp(house.Desk.Id)), (next.EventType, next.EventId));
    }

    [Fact]
    public async Task A_desk_hears_of_its_own_changes_and_of_unclaimed_lines_only()
    {
        await using var wire = await OpenAsync($"/changes?desk=miller&after={Changes.Stamp(house.Desk.Id)}");
        await wire.NextAsync();
        Changes.Changed(Some.Id());
        Changes.Changed(SheetChanges.NoDesk);

        var heard = await wire.NextAsync();

        Assert.Equal(("changed", Changes.Stamp(house.Desk.Id)), (heard.EventType, heard.EventId));
    }

    [Fact]
    public async Task A_mark_made_on_one_page_reaches_the_other()
    {
        await house.Database.RingsAsync(house.Desk, new SeedCall());
        await using var wire = await OpenAsync($"/changes?desk=miller&after={Changes.Stamp(house.Desk.Id)}");
        await wire.NextAsync();

        await (await PaperPage.OpenAsync(client, "/")).PressAsync("button[value=Returned]");

        Assert.Equal("changed", (await wire.NextAsync()).EventType);
    }

    [Fact]
    public async Task A_desk_nobody_has_has_no_wire() =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/changes?desk=nobody", Cancel)).StatusCode);

    private async Task<Wire> OpenAsync(string address, string? lastSeen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastSeen is not null)
        {
            request.Headers.Add("Last-Event-ID", lastSeen);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new Wire(response, SseParser.Create(await response.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel));
    }

    private sealed class Wire(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        public async Task<SseItem<string>> NextAsync()
        {
            do
            {
                Assert.True(await events.MoveNextAsync(), "The wire went dead.");
            }
            while (string.Equals(events.Current.EventType, "beat", StringComparison.Ordinal));
            return events.Current;
        }

        public async ValueTask DisposeAsync()
        {
            await events.DisposeAsync();
            response.Dispose();
        }
    }
}
