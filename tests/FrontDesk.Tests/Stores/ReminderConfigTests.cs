using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class ReminderConfigOnSqliteTests() : ReminderConfigTests(DatabaseEngine.Sqlite);

public sealed class ReminderConfigOnSqlServerTests() : ReminderConfigTests(DatabaseEngine.SqlServer);

/// <summary>A desk's ladder and its boss's stays, as a configuration file has them.</summary>
public abstract class ReminderConfigTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const string Miller =
        """
        {
          "desks": [{
            "name": "miller", "bossName": "Margaret Miller", "pronoun": "she", "persona": "Jamie", "zone": "America/Los_Angeles",
            "hours": { "wakingFrom": "07:00", "wakingTo": "22:30", "opens": "09:00", "closes": "18:00" },
            "lines": [{ "number": "+13105550100", "label": "office" }], MORE
            "phones": [{ "number": "+13105550101", "label": "cell" }]
          }]
        }
        """;

    private HouseConfig Config => field ??= new(Database, TimeProvider.System);

    [Fact]
    public async Task A_desk_that_says_nothing_has_the_usual_ladder_and_its_export_shows_it()
    {
        Assert.Empty(await ApplyAsync(""));
        Assert.Equal(ReminderLadder.Usual.Rungs, (await DeskAsync()).Reminding.Ladder.Rungs);
        Assert.Equal(1, await Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from desks where reminding is null"), Cancel));
        Assert.Contains("\"by\": \"textThenCall\"", await Config.ExportAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ladder_and_stays_are_as_the_file_says_stay_where_it_says_nothing_and_come_back_from_an_export()
    {
        Assert.Empty(await ApplyAsync(
            """
            "reminders": { "ladder": [{ "by": "text", "after": 0 }, { "by": "nextPhone", "after": 20 }, { "by": "assistant", "after": 30 }], "repeatEvery": 45, "usefulFor": { "asap": 1440, "today": 300 } },
            "stays": [{ "zone": "Europe/London", "from": "2026-12-01T09:00", "until": "2026-12-08T18:30" }],
            """));
        var first = await DeskAsync();
        Assert.Equal([(RungWay.Text, 0), (RungWay.NextPhone, 20), (RungWay.Assistant, 30)], first.Reminding.Ladder.Rungs.Select(rung => (rung.By, (int)rung.Wait.TotalMinutes)));
        Assert.Equal((45, 1440, 300), (first.Reminding.Ladder.RepeatEvery.TotalMinutes, first.Reminding.AsapUsefulFor?.TotalMinutes, first.Reminding.TodayUsefulFor.TotalMinutes));
        Assert.Equal([new Stay("Europe/London", new(2026, 12, 1, 9, 0, 0), new(2026, 12, 8, 18, 30, 0))], first.Stays);

        await ApplyAsync("");
        var exported = await Config.ExportAsync(Cancel);
        Assert.Empty(await Config.ApplyAsync(exported, Cancel));
        Assert.Equal(exported, await Config.ExportAsync(Cancel));
        Assert.Equivalent(first, await DeskAsync(), strict: true);
    }

    [Theory]
    [InlineData("\"reminders\": { \"ladder\": [{ \"by\": \"pigeon\", \"after\": 0 }] },", "desks[0].reminders.ladder[0].by: must be one of textThenCall, text, call, nextPhone, assistant")]
    [InlineData("\"reminders\": { \"ladder\": [{ \"by\": \"text\", \"after\": 0 }, { \"by\": \"call\", \"after\": 0 }] },", "desks[0].reminders.ladder[1].after: must be a whole number from 1 to 1440")]
    [InlineData("\"reminders\": { \"ladder\": [{ \"by\": \"text\" }] },", "desks[0].reminders.ladder[0].after: is missing")]
    [InlineData("\"reminders\": { \"ladder\": [{ \"after\": 0 }] },", "desks[0].reminders.ladder[0].by: is missing")]
    [InlineData("\"reminders\": { \"ladder\": [] },", "desks[0].reminders.ladder: must have 1 to 12 rungs")]
    [InlineData("\"reminders\": { \"repeatEvery\": 1 },", "desks[0].reminders.repeatEvery: must be a whole number from 5 to 1440")]
    [InlineData("\"reminders\": { \"usefulFor\": { \"today\": \"long\" } },", "desks[0].reminders.usefulFor.today: must be a whole number from 60 to 43200")]
    [InlineData("\"reminders\": { \"rungs\": [] },", "desks[0].reminders.rungs: is not known")]
    [InlineData("\"stays\": [{ \"zone\": \"Europe/Camelot\", \"from\": \"2026-12-01T09:00\", \"until\": \"2026-12-08T18:30\" }],", "desks[0].stays: \"Europe/Camelot\" is no time zone; write one like Europe/London")]
    [InlineData("\"stays\": [{ \"zone\": \"Europe/London\", \"from\": \"tomorrow\", \"until\": \"2026-12-08T18:30\" }],", "desks[0].stays[0].from: must be the time on the wall there, like 2026-12-01T09:00")]
    public async Task What_cannot_be_is_told_under_the_name_of_its_field(string more, string problem) => Assert.Equal([problem], await ApplyAsync(more));

    private Task<IReadOnlyList<string>> ApplyAsync(string more) => Config.ApplyAsync(Miller.Replace("MORE", more, StringComparison.Ordinal), Cancel);

    private async Task<Desk> DeskAsync()
    {
        var book = new DeskBook(Database);
        await book.ReloadAsync(Cancel);
        return book.All[0];
    }
}
