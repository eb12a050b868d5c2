using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R9: in, out, asleep, declining: what a caller hears is the same, word for word and second for second.</summary>
public sealed class WhereverTheBossIsStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_office_and_at_three_in_the_night() =>
        Assert.Equal(await HeardAsync(_ => Task.CompletedTask), await HeardAsync(desk => desk.PassesAsync(TimeSpan.FromHours(17))));

    [Theory]
    [InlineData(MarkKind.LetGo, null)]
    [InlineData(MarkKind.CodeChanged, CallCode.CallAsap)]
    [InlineData(MarkKind.CodeChanged, CallCode.CallMaybe)]
    public async Task When_the_boss_lets_the_caller_go_and_when_she_wants_nobody_more(MarkKind kind, CallCode? code) =>
        Assert.Equal(await HeardAsync(_ => Task.CompletedTask), await HeardAsync(desk => MarkAsync(desk, kind, code)));

    [Fact]
    public async Task With_no_phone_to_reach_her_on_at_all() => Assert.Equal(
        await HeardAsync(_ => Task.CompletedTask),
        await HeardAsync(async desk =>
        {
            var book = desk.Services.GetRequiredService<DeskBook>();
            var now = book.WithId(desk.Desk.Id)!;
            Assert.Equal(SaveOutcome.Saved, await book.SaveAsync(now with { Phones = [] }, Cancel));
        }));

    /// <returns>Everything John hears the second time he rings, each with the seconds since he dialled and how long it took to say.</returns>
    private static async Task<IReadOnlyList<(string Said, double After, double Seconds)>> HeardAsync(Func<DeskUnderTest, Task> state)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Telephone("John").Rings().Hears("who's calling").Says("John Smith").Hears("not available").Says("yes").HangsUp();
        await state(desk);

        var dialled = desk.Clock.GetUtcNow();
        await desk.Telephone("John").Rings()
            .Hears("who's calling").Says("John Smith. Is she in?")
            .Hears("not available").Says("Who's the meeting with?")
            .Hears("not available").Says("Is she ignoring me?")
            .Hears("not available").Says("yes")
            .Hears("number").Says("yes")
            .Hears("regarding").Says("the lease")
            .IsHungUpOn();
        return [.. desk.Telephone("John").Call.Heard.Select(heard => (heard.Text, (heard.At - dialled).TotalSeconds, heard.Seconds))];
    }

    private static async Task MarkAsync(DeskUnderTest desk, MarkKind kind, CallCode? code)
    {
        var line = Assert.Single(await desk.Services.GetRequiredService<CurrentSheet>().LinesAsync(desk.Desk.Id, Cancel));
        var mark = new SheetMark { CallId = line.Id, Version = line.Version, Kind = kind, Code = code, Why = "she says so", By = "jamie" };
        Assert.IsType<MarkOutcome.Marked>(await desk.Services.GetRequiredService<SheetMarks>().MarkAsync(mark, Cancel));
        desk.Expects("got texts nobody expected");
    }
}
