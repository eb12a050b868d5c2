using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class DeskBookTests(DatabaseEngine engine) : StoreTest(engine)
{
    private DeskBook Desks => field ??= new(Database);

    [Fact]
    public async Task A_desk_is_found_by_the_line_that_rings()
    {
        var desk = Some.Desk();
        Assert.Equal(SaveOutcome.Saved, await Desks.SaveAsync(desk, Cancel));

        Assert.Equal("Margaret Miller", Desks.OnLine(Some.Office)?.BossName);
        Assert.Null(Desks.OnLine(PhoneNumber.Parse("+13105550199")));
        Assert.Equal(desk.Id, Desks.Named("miller")?.Id);
        Assert.Equal("miller", Desks.WithId(desk.Id)?.Name);
    }

    [Fact]
    public async Task A_desk_comes_back_as_it_was_saved()
    {
        var desk = Some.Desk() with
        {
            Wording = new Wording { Greeting = "Miller, good day." },
            Phones =
            [
                new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550101"), Label = "cell", TakesTexts = true, TextsClosedAt = Some.Morning },
                new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550102"), Label = "home", TakesTexts = false },
            ],
        };
        await Desks.SaveAsync(desk, Cancel);

        var again = new DeskBook(Database);
        await again.ReloadAsync(Cancel);

        var saved = Assert.Single(again.All);
        Assert.Equal(desk.Hours, saved.Hours);
        Assert.Equal(desk.Wording, saved.Wording);
        Assert.Equal(desk.Lines, saved.Lines);
        Assert.Equal(desk.Phones, saved.Phones);
        Assert.Equal(desk with { Version = 1, Lines = saved.Lines, Phones = saved.Phones }, saved);
    }

    [Fact]
    public async Task Of_two_who_change_a_desk_the_second_is_told()
    {
        await Desks.SaveAsync(Some.Desk(), Cancel);
        var read = Desks.Named("miller")!;

        Assert.Equal(SaveOutcome.Saved, await Desks.SaveAsync(read with { Persona = "Alex" }, Cancel));
        Assert.Equal(SaveOutcome.Stale, await Desks.SaveAsync(read with { Persona = "Sam" }, Cancel));

        Assert.Equal("Alex", Desks.Named("miller")!.Persona);
    }

    [Fact]
    public async Task A_line_belongs_to_one_desk_and_a_refused_desk_leaves_nothing()
    {
        await Desks.SaveAsync(Some.Desk(), Cancel);

        Assert.Equal(SaveOutcome.Taken, await Desks.SaveAsync(Some.Desk("smith"), Cancel));

        Assert.Null(Desks.Named("smith"));
        Assert.Equal("miller", Desks.OnLine(Some.Office)?.Name);
    }

    [Fact]
    public async Task A_desk_that_is_gone_is_not_there_to_be_saved() =>
        Assert.Equal(SaveOutcome.NotThere, await Desks.SaveAsync(Some.Desk() with { Version = 3 }, Cancel));
}

public sealed class DeskBookOnSqlite() : DeskBookTests(DatabaseEngine.Sqlite);

public sealed class DeskBookOnSqlServer() : DeskBookTests(DatabaseEngine.SqlServer);
