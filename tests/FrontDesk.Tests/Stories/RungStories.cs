using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Simulator;
using FrontDesk.Tests.Api;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>A desk with its own ladder, an assistant with a phone, a boss who travels: what the telephones saw, and what the desk shows of it.</summary>
public sealed class RungStories
{
    private const string Jamies = "+13105550104";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task R14_the_boss_is_texted_then_rung_on_one_phone_and_the_next_and_then_the_assistant_is_told_and_the_API_shows_each_rung()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("was rung and nobody expected it");
        await ChangeAsync(desk, as_was => as_was with
        {
            AssistantNumber = PhoneNumber.Parse(Jamies),
            Phones = [.. as_was.Phones, new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550102"), Label = "home", TakesTexts = false }],
            Reminding = new Reminding
            {
                Ladder = new ReminderLadder([new(RungWay.Text, TimeSpan.Zero), new(RungWay.Call, 10 * Minute), new(RungWay.NextPhone, 10 * Minute), new(RungWay.Assistant, 10 * Minute)], TimeSpan.FromHours(1)),
            },
        });
        desk.Carrier.Telephone("+13105550101").Behaviour = new Behaviour.NoAnswer();
        desk.Carrier.Telephone("+13105550102").Behaviour = new Behaviour.NoAnswer();
        await DanniRingsAsync(desk);
        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        await desk.PassesAsync(31 * Minute);
        await desk.Telephone(Jamies).GetsText("not returned yet: ASAP Danni Okafor");

        Assert.Equal(["+13105550101", "+13105550102"], desk.Carrier.Calls.Where(call => call.Direction != CarrierCallDirection.Inbound).Select(call => call.To));
        var tries = (await GetAsync(desk, "reminders"))["reminders"]!.AsArray().SelectMany(reminder => reminder!["tries"]!.AsArray()).ToList();
        Assert.Equal(["text", "call", "nextPhone", "assistant"], tries.Select(tried => (string?)tried!["by"]));
        Assert.Equal(["+13105550101", "+13105550101", "+13105550102", Jamies], tries.Select(tried => (string?)tried!["phone"]));
        Assert.Equal(["done", "failed", "failed", "done"], tries.Select(tried => (string?)tried!["state"]));
    }

    [Fact]
    public async Task T83_a_boss_whose_stay_a_program_has_put_in_is_not_woken_at_midnight_where_she_is_and_is_told_her_own_time()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        using var client = await ClientAsync(desk);
        var version = desk.Services.GetRequiredService<DeskBook>().All[0].Version;
        using var put = new HttpRequestMessage(HttpMethod.Put, "/api/v1/desks/miller/stays")
        {
            // Ten in the morning at the desk is three in the night in Tokyo.
            Content = JsonContent.Create(new { stays = new[] { new { zone = "Asia/Tokyo", from = "2026-11-22T08:00", until = "2026-11-27T20:00" } } }),
            Headers = { IfMatch = { new($"\"{version}\"") } },
        };
        var answer = await client.SendAsync(put, DeskUnderTest.Cancel);
        Assert.Equal("Asia/Tokyo", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(DeskUnderTest.Cancel))!["zoneNow"]);

        await DanniRingsAsync(desk);
        await desk.PassesAsync(TimeSpan.FromHours(3.8));
        Assert.Empty(desk.Carrier.Telephone("+13105550101").Texts);
        await desk.PassesAsync(TimeSpan.FromMinutes(11.97));
        await desk.Telephone("boss").GetsText("ASAP Danni Okafor 310-555-0143, 03:0");
    }

    [Fact]
    public async Task B64_the_assistant_is_told_once_a_day_of_a_phone_of_the_boss_that_sends_our_calls_back_to_the_line()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("+13105550101 was rung and nobody expected it");
        await ChangeAsync(desk, as_was => as_was with { AssistantNumber = PhoneNumber.Parse(Jamies) });
        desk.Carrier.Telephone("+13105550101").Behaviour = new Behaviour.Forwards(DeskUnderTest.Line);
        await desk.Telephone("boss").Texts("STOP").GetsText("unsubscribed");
        await DanniRingsAsync(desk);
        await desk.PassesAsync(TimeSpan.FromHours(2));

        Assert.True(desk.Carrier.Calls.Count(call => call.ForwardedFrom == "+13105550101") > 1, "It was tried again and came back again.");
        await desk.Telephone(Jamies).GetsText("FrontDesk: Margaret Miller's cell (..01) sent our own call back to the line");
        Assert.Single(desk.Carrier.Telephone(Jamies).Texts);

        await desk.PassesAsync(TimeSpan.FromHours(24));
        Assert.Equal(2, desk.Carrier.Telephone(Jamies).Texts.Count);
        await desk.Telephone(Jamies).GetsText("sent our own call back to the line");
    }

    private static async Task DanniRingsAsync(DeskUnderTest desk) => await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();

    private static async Task ChangeAsync(DeskUnderTest desk, Func<Desk, Desk> change)
    {
        var book = desk.Services.GetRequiredService<DeskBook>();
        await book.SaveAsync(change(book.All[0]), DeskUnderTest.Cancel);
    }

    private static async Task<HttpClient> ClientAsync(DeskUnderTest desk)
    {
        var client = new HttpClient { BaseAddress = desk.Reached };
        await ApiTest.ShowsATokenAsync(client, desk.Books);
        return client;
    }

    private static async Task<JsonNode> GetAsync(DeskUnderTest desk, string what)
    {
        using var client = await ClientAsync(desk);
        return JsonNode.Parse(await client.GetStringAsync($"/api/v1/desks/miller/{what}", DeskUnderTest.Cancel))!;
    }
}
