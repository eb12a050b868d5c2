using FrontDesk.Copies;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class CopyMakingOnSqliteTests() : CopyMakingTests(DatabaseEngine.Sqlite);

public sealed class CopyMakingOnSqlServerTests() : CopyMakingTests(DatabaseEngine.SqlServer);

/// <summary>R7: copies are numbered, complete, kept as they were handed over, and each compared with the one before.</summary>
public abstract class CopyMakingTests(DatabaseEngine engine) : StoreTest(engine)
{
    private RemindedDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = await RemindedDesk.OpenAsync(Database);
    }

    [Fact]
    public async Task A_copy_holds_the_sheet_both_ways_with_every_number_the_versions_and_the_notes()
    {
        var card = Some.Contact(desk.Desk, "Danni Okafor", "+13105550143", "+13105550144") with { WantsToTalk = true, Notes = "No calls before ten." };
        await new PhoneBook(Database).SaveAsync(card, Cancel);
        var danni = await desk.RangAsync(card.Id, "Danni Okafor", "+13105550143");
        var bea = await desk.RangAsync(null, "Bea Waiting", "+13105550151");
        await MarkAsync(bea, MarkKind.LeftWord);

        var made = await MakeAsync();
        var kept = (await desk.Copies.FindAsync(made.Kept.Id, Cancel))!;

        Assert.Equivalent(made, kept, strict: true);
        Assert.Equal((1, CopyReason.Button, "Jamie", desk.Clock.Now), (kept.Kept.Number, kept.Kept.Reason, kept.Kept.MadeBy, kept.Kept.MadeAt));
        Assert.Equal([("Danni Okafor", CopyPart.ToReturn), ("Bea Waiting", CopyPart.LeftWord)], kept.Copy.Lines.Select(line => (line.Name, line.Part)));
        Assert.Equal(["+13105550143", "+13105550144"], kept.Copy.Lines[0].Numbers.Select(number => number.E164));
        Assert.Equal((danni, 0, "No calls before ten."), (kept.Copy.Lines[0].Id, kept.Copy.Lines[0].Version, kept.Copy.Lines[0].Notes));
        Assert.Equal(1, kept.Copy.Lines[1].Version);
    }

    [Fact]
    public async Task A_copy_stays_as_it_was_handed_over_and_the_next_tells_what_became_of_its_lines()
    {
        var john = await desk.RangAsync(null, "John Smith", "+13105550142");
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        var ann = await desk.RangAsync(null, "Ann Other", "+13105550145");
        var first = await MakeAsync();

        desk.Clock.Now += TimeSpan.FromMinutes(20);
        await MarkAsync(john, MarkKind.Returned);
        await desk.RankAsync(ann, CallCode.CallAsap);
        await desk.RangAsync(null, "Zoe New", "+13105550146");
        var second = await MakeAsync();

        Assert.Equal(["John Smith", "Ann Other"], (await desk.Copies.FindAsync(first.Kept.Id, Cancel))!.Copy.Lines.Select(line => line.Name));
        Assert.Equal(2, second.Kept.Number);
        Assert.Equal(
            [("Ann Other", CopyNews.Nothing), ("Zoe New", CopyNews.New)],
            second.Copy.In(CopyPart.ToReturn).Select(line => (line.Name, line.News)));
        var gone = Assert.Single(second.Copy.In(CopyPart.Gone));
        Assert.Equal(("John Smith", new Became(Ball.Nobody, MarkKind.Returned, "Jamie", desk.Clock.Now)), (gone.Name, gone.Became));
        Assert.Equal([(2, 2, 1, 1, 1), (1, 2, 0, 0, 0)], (await ListedAsync()).Select(copy => (copy.Number, copy.ToReturn, copy.Asap, copy.New, copy.Gone)));
    }

    [Fact]
    public async Task A_mark_taken_back_is_not_what_became_of_a_line()
    {
        var john = await desk.RangAsync(null, "John Smith", "+13105550142");
        await MakeAsync();
        await MarkAsync(john, MarkKind.LetGo);
        await desk.DoAsync("update marks set undone_at = @now", new { now = desk.Clock.Now });
        var gone = Assert.Single((await MakeAsync()).Copy.In(CopyPart.Gone));
        Assert.Equal(new Became(Ball.Nobody, null, null, null), gone.Became);
    }

    [Fact]
    public async Task Our_own_call_that_waits_for_an_answer_is_on_the_copy_though_no_call_of_theirs_is_owed()
    {
        var bea = await desk.RangAsync(null, "Bea Waiting", "+13105550151");
        await MarkAsync(bea, MarkKind.LeftWord);
        Assert.Single((await MakeAsync()).Copy.Lines);

        await desk.DoAsync("update calls set ball = 3 where id = @bea", new { bea });
        var line = Assert.Single((await MakeAsync()).Copy.In(CopyPart.LeftWord));
        Assert.Equal(("Bea Waiting", "+13105550151"), (line.Name, Assert.Single(line.Numbers).E164));
    }

    [Fact]
    public async Task A_call_on_a_line_no_desk_has_claimed_is_on_the_copy()
    {
        await desk.RangAsync(null, "Astray", "+13105550151");
        await desk.DoAsync("update calls set desk_id = null, line_number = '+13105550199'");
        Assert.Equal(CopyPart.Unclaimed, Assert.Single((await MakeAsync()).Copy.Lines).Part);
    }

    [Fact]
    public async Task The_same_wish_twice_makes_one_copy_and_wishes_that_race_are_numbered_apart()
    {
        var wanted = new CopyWanted(Some.Id(), CopyReason.Button, "Jamie");
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Making.MakeAsync(desk.Desk, wanted, Cancel), Cancel)));
        Assert.All(copies, copy => Assert.Equal((wanted.Id, 1), (copy.Kept.Id, copy.Kept.Number)));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(MakeAsync, Cancel)));
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], (await ListedAsync()).Select(copy => copy.Number));
        Assert.Equal([3, 2], (await desk.Copies.NewestAsync(desk.Desk.Id, 4, 2, Cancel)).Select(copy => copy.Number));
    }

    [Fact]
    public async Task Six_texted_by_the_boss_makes_a_copy_and_says_what_is_on_it()
    {
        await desk.DanniRangAsync();
        await desk.SaysAsync("6", sid: "SM6");
        await desk.SaysAsync("6", sid: "SM6");
        await desk.RoundAsync();

        Assert.Single(desk.Carrier.Texts, text => text.Body == "Welcome back. Clean copy 1 is ready: 1 to return, 1 ASAP.");
        Assert.Equal((CopyReason.Text, "boss, by text"), (Assert.Single(await ListedAsync()).Reason, (await ListedAsync())[0].MadeBy));
    }

    [Fact]
    public async Task Six_texted_by_a_stranger_makes_none()
    {
        await desk.SaysAsync("6", PhoneNumber.Parse("+13105550177"));
        Assert.Empty(await ListedAsync());
    }

    private Task<FullCopy> MakeAsync() => desk.Making.MakeAsync(desk.Desk, new CopyWanted(Guid.CreateVersion7(desk.Clock.Now), CopyReason.Button, "Jamie"), Cancel);

    private Task<IReadOnlyList<ListedCopy>> ListedAsync() => desk.Copies.NewestAsync(desk.Desk.Id, null, 50, Cancel);

    private Task<MarkOutcome> MarkAsync(Guid call, MarkKind kind) =>
        desk.Marks.MarkAsync(new SheetMark { CallId = call, Kind = kind, By = "Jamie" }, Cancel);
}
