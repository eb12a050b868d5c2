using FrontDesk.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R5: several people on one number, and other people on a friend's phone.</summary>
public sealed class SwitchboardStories
{
    private const string Studio = "+13105550150";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_people_on_one_number_are_told_apart_by_their_names()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var book = desk.Services.GetRequiredService<PhoneBook>();
        await book.SaveAsync(Some.Contact(desk.Desk, "Rosa Delgado", Studio), Cancel);
        await book.SaveAsync(Some.Contact(desk.Desk, "Milo Hart", Studio), Cancel);

        await desk.Telephone(Studio).Rings().Hears("who's calling").Says("It's Rosa Delgardo").Hears("not available").HangsUp();
        await desk.Telephone(Studio).Rings().Hears("who's calling").Says("Milo").Hears("not available").HangsUp();
        await desk.Telephone(Studio).Rings().Hears("who's calling").Says("Paula Reyes").Hears("not available").HangsUp();

        Assert.Equal(["Milo Hart", "Paula Reyes", "Rosa Delgado"], (await LinesAsync(desk)).Select(line => line.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_on_a_friend_s_phone_is_said_to_be_so_and_once_confirmed_is_a_stranger()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("John").Rings().Hears("who's calling").Says("Paula Reyes").Hears("not available").HangsUp();
        var line = Assert.Single(await LinesAsync(desk));
        Assert.Equal("John Smith", line.Name);
        Assert.Contains("gave the name Paula Reyes", line.Why, StringComparison.Ordinal);

        await desk.Telephone("John").Rings().Hears("who's calling").Says("Paula Reyes, R E Y E S").Hears("R, E, Y, E, S").Says("yes").Hears("not available").HangsUp();
        Assert.Contains(await LinesAsync(desk), other => other is { Name: "Paula Reyes", ContactId: null });
    }

    [Fact]
    public async Task A_friend_on_a_strange_phone_is_known_by_name_however_it_is_written_and_the_line_says_so()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("It's Danny Okafor").Hears("not available").HangsUp();
        await desk.Telephone("boss").GetsText("Danni Okafor");

        var line = Assert.Single(await LinesAsync(desk));
        Assert.Equal(("Danni Okafor", CallCode.CallAsap), (line.Name, line.Code));
        Assert.Contains("from a number that is not on the card", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_spoken_as_its_card_says_and_plainly_where_the_voice_would_not_R5()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var gwyneth = desk.Telephone("Gwyneth");

        await gwyneth.Rings().Hears("who's calling").Says("It's Gwyneth").Hears("Thank you, GWIN-eth. I'm sorry");
        var fallback = await desk.PostAsync(desk.Webhook("/twilio/voice/fallback", gwyneth.Call.CallSid, ("ErrorCode", "13512")));
        await gwyneth.HangsUp();

        Assert.Contains("Thank you, Gwyneth. I&apos;m sorry", fallback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assistant_s_call_stands_under_the_name_of_whom_it_is_for_R11()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Hi, it's Jamie from Rosa Delgado's office, returning her call").Hears("not available").HangsUp();

        var line = Assert.Single(await LinesAsync(desk));
        Assert.Equal(("Rosa Delgado", "Jamie"), (line.Name, line.Through));
        Assert.Contains("says they return our call; our log has none", line.Why, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<SheetLine>> LinesAsync(DeskUnderTest desk) => desk.Services.GetRequiredService<CurrentSheet>().LinesAsync(desk.Desk.Id, Cancel);
}
