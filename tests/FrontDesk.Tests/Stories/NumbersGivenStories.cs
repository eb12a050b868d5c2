using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FrontDesk.Contacts;
using FrontDesk.Tests.Api;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Contacts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R5: what a friend says of their numbers is on their card when they have hung up, and can be taken off again.</summary>
public sealed class NumbersGivenStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_friend_s_new_numbers_are_on_the_card_when_the_call_is_over()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await RingsAsync(desk, "John Smith");

        Assert.Equal(
            ["+13105550142 cell", "+13105550188 cell, given on a call", "+12135550108 office, ext. 204, given on a call"],
            (await CardAsync(desk, "John Smith")).Numbers.Select(entry => $"{entry.Number} {entry.Label}"));
        var given = (await CallAsync(desk))["numbersGiven"]!.AsArray();
        Assert.Equal(["+13105550188 cell", "+12135550108 office 204"], given.Select(number => $"{number!["number"]} {number["label"]} {number["extension"]}".TrimEnd()));

        await desk.Telephone("+12135550108").Rings().Hears("who's calling").Says("John Smith").Hears("good to hear from you again").HangsUp();
    }

    [Fact]
    public async Task It_is_in_the_card_s_history_and_can_be_taken_back()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await RingsAsync(desk, "John Smith");

        var card = await CardAsync(desk, "John Smith");
        var act = Assert.Single((await desk.Services.GetRequiredService<Timeline>().PageAsync(card, null, 50, Cancel)).Entries.OfType<TimelineEntry.OfAct>()).Act;
        Assert.Equal((BookActKind.Changed, "the desk, on a call"), (act.Kind, act.ByWhom));
        Assert.IsType<TakeBackOutcome.TakenBack>(await desk.Services.GetRequiredService<BookUndo>().TakeBackAsync(act.Id, Cancel));

        Assert.Single((await CardAsync(desk, "John Smith")).Numbers);
    }

    [Fact]
    public async Task A_number_of_another_card_stays_where_it_is()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Telephone("John").Rings()
            .Hears("who's calling").Says("John Smith")
            .Hears("not available").Says("Yes, at 310-555-0144")
            .Hears("3 1 0, 5 5 5, 0 1 4 4").Says("yes")
            .Hears("regarding").Says("the lease").IsHungUpOn();

        Assert.Equal(["+13105550142"], (await CardAsync(desk, "John Smith")).Numbers.Select(entry => entry.Number.E164));
        Assert.Equal("+13105550144", (await desk.OnlyCallAsync()).Number);
    }

    [Theory]
    [InlineData(DeskUnderTest.Line)]
    [InlineData("+13105550101")]
    public async Task Neither_the_line_itself_nor_a_phone_of_the_boss_becomes_a_caller_s(string ours)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Telephone("John").Rings()
            .Hears("who's calling").Says("John Smith")
            .Hears("not available").Says($"Yes, at {PhoneNumber.Parse(ours).Shown}")
            .Hears("Can she reach you").Says("yes")
            .Hears("regarding").Says("the lease").IsHungUpOn();

        Assert.Single((await CardAsync(desk, "John Smith")).Numbers);
    }

    [Fact]
    public async Task Whoever_else_speaks_on_a_friend_s_phone_adds_nothing_to_the_friend_s_card()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await RingsAsync(desk, "Paula Reyes");

        Assert.Single((await CardAsync(desk, "John Smith")).Numbers);
        Assert.Equal(2, (await CallAsync(desk))["numbersGiven"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_end_told_twice_and_words_that_come_after_it_add_a_number_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Telephone("John").Rings().Hears("who's calling").Says("John Smith").Hears("not available").HangsUp();
        var sid = (await desk.OnlyCallAsync()).CallSid!;
        await desk.PostAsync(desk.Status(sid, "completed", ("CallDuration", "9")));

        await desk.PostAsync(desk.Said(sid, 2, 1, "yes, my cell is 310-555-0188"));
        await desk.PostAsync(desk.Said(sid, 2, 1, "yes, my cell is 310-555-0188"));

        Assert.Equal(["+13105550142", "+13105550188"], (await CardAsync(desk, "John Smith")).Numbers.Select(entry => entry.Number.E164));
    }

    private static async Task RingsAsync(DeskUnderTest desk, string name) => await desk.Telephone("John").Rings()
        .Hears("who's calling").Says(name)
        .Hears("not available").Says("Yes")
        .Hears("reach you at").Says("No, my cell is 310-555-0188 and my office is 213-555-0108 extension 204")
        .Hears("3 1 0, 5 5 5, 0 1 8 8").Says("yes")
        .Hears("regarding").Says("the lease").IsHungUpOn();

    private static async Task<Contact> CardAsync(DeskUnderTest desk, string name) =>
        (await desk.Services.GetRequiredService<PhoneBook>().AllAsync(desk.Desk.Id, Cancel)).Single(card => card.Name.Equals(name, StringComparison.Ordinal));

    private static async Task<JsonNode> CallAsync(DeskUnderTest desk)
    {
        using var client = new HttpClient { BaseAddress = desk.Reached };
        await ApiTest.ShowsATokenAsync(client, desk.Books);
        return (await client.GetFromJsonAsync<JsonNode>($"/api/v1/desks/{desk.Desk.Name}/calls", Cancel))!["calls"]![0]!;
    }
}
