using FrontDesk.Copies;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R7: the boss is back, and there is a clean copy.</summary>
public sealed class BackInTheOfficeStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_boss_who_texts_6_has_a_clean_copy_of_every_call_that_came_in()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var boss = desk.Telephone("boss");
        await DanniAndJohnRingAsync(desk);

        await boss.Texts("6").GetsText("Clean copy 1 is ready: 2 to return, 1 ASAP");

        Assert.Equal(["Danni Okafor", "John Smith"], await NewestAsync(desk));
        await boss.Texts("1").GetsText("Danni Okafor is marked as returned.").Texts("6").GetsText("Clean copy 2 is ready: 1 to return.");
        Assert.Equal(["John Smith", "Danni Okafor"], await NewestAsync(desk));
    }

    [Fact]
    public async Task A_desk_set_to_half_past_twelve_has_its_copy_by_then_though_nobody_asked()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var book = desk.Services.GetRequiredService<DeskBook>();
        await book.SaveAsync(book.WithId(desk.Desk.Id)! with { Copies = new CopyOrders { Times = [new CopyTime { At = new(12, 30) }] } }, Cancel);
        await desk.Telephone("John").Rings().Hears("who's calling").HangsUp();
        await desk.PassesAsync(TimeSpan.FromHours(2));
        await desk.RestartAsync();
        Assert.Empty(await ListedAsync(desk));

        await desk.PassesAsync(TimeSpan.FromHours(1));

        Assert.Equal(CopyReason.SetTime, Assert.Single(await ListedAsync(desk)).Reason);
        Assert.Equal(["John Smith"], await NewestAsync(desk));
    }

    private static async Task DanniAndJohnRingAsync(DeskUnderTest desk)
    {
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        await desk.Telephone("John").Rings().Hears("who's calling").HangsUp();
    }

    private static Task<IReadOnlyList<ListedCopy>> ListedAsync(DeskUnderTest desk) =>
        desk.Services.GetRequiredService<CleanCopies>().NewestAsync(desk.Desk.Id, null, 9, Cancel);

    private static async Task<IEnumerable<string?>> NewestAsync(DeskUnderTest desk)
    {
        var copies = desk.Services.GetRequiredService<CleanCopies>();
        return (await copies.FindAsync((await ListedAsync(desk))[0].Id, Cancel))!.Copy.Lines.Select(line => line.Name);
    }
}
