using System.Text.Json.Nodes;
using FrontDesk.Contacts;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class HouseConfigTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const string Miller = """
        {
          "desks": [{
            "name": "miller", "bossName": "Margaret Miller", "pronoun": "she", "persona": "Jamie", "zone": "America/Los_Angeles",
            "hours": { "wakingFrom": "07:00", "wakingTo": "22:30", "opens": "09:00", "closes": "18:00" },
            "lines": [{ "number": "+13105550100", "label": "office" }],
            "phones": [{ "number": "+13105550101", "label": "cell" }],
            "wording": { "greeting": "Miller & Co, {persona} speaking." },
            "matters": [{ "name": "The pilot", "words": ["pilot"] }],
            "contacts": [{
              "name": "John Smith", "sortName": "Smith, John", "ipa": "dʒɒn smɪθ", "title": "Chairman", "standing": "tooImportantNotTo", "wantsToTalk": true, "wakes": true,
              "preferredAnswer": "I'm sorry, John, {she's} not available.",
              "assistants": [{ "name": "Priya", "number": "+13105550148", "notes": "Mondays off" }],
              "numbers": [{ "number": "+13105550142", "label": "cell" }],
              "matters": [{ "name": "Big Merger", "words": ["merger"] }]
            }]
          }]
        }
        """;

    private HouseConfig Config => field ??= new(Database, TimeProvider.System);

    [Fact]
    public async Task What_the_file_says_is_what_the_desk_is()
    {
        Assert.Empty(await Config.ApplyAsync(Miller, Cancel));

        var desk = Assert.Single(await DesksAsync());
        Assert.Equal(("Margaret Miller", Pronoun.She, "America/Los_Angeles"), (desk.BossName, desk.Pronoun, desk.Zone));
        Assert.Equal(new TimeOnly(22, 30), desk.Hours.WakingTo);
        Assert.Equal(new Wording { Greeting = "Miller & Co, {persona} speaking." }, desk.Wording);
        Assert.True(Assert.Single(desk.Phones).TakesTexts);
        var john = Assert.Single(await ContactsAsync(desk));
        Assert.Equal((Standing.TooImportantNotTo, true, true), (john.Standing, john.WantsToTalk, john.Wakes));
        Assert.Equal(["merger"], Assert.Single(john.Matters).Words);
        Assert.Equal(("Smith, John", "dʒɒn smɪθ", "Chairman", "I'm sorry, John, {she's} not available."), (john.SortName, john.Ipa, john.Title, john.PreferredAnswer));
        Assert.Equal(("Priya", "+13105550148", "Mondays off"), Assert.Single(john.Assistants.Select(priya => (priya.Name, priya.Number?.E164, priya.Notes))));
    }

    [Fact]
    public async Task A_line_keeps_since_when_it_is_there_and_a_new_one_begins_now()
    {
        var began = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await Config.ApplyAsync(Miller, Cancel);
        var since = Assert.Single(Assert.Single(await DesksAsync()).Lines).Since;
        Assert.InRange(since, began, TimeProvider.System.GetUtcNow());

        await Config.ApplyAsync(Miller.Replace("[{ \"number\": \"+13105550100\", \"label\": \"office\" }]", "[{ \"number\": \"+13105550100\", \"label\": \"main\" }, { \"number\": \"+13105550199\", \"label\": \"home\" }]", StringComparison.Ordinal), Cancel);

        var lines = Assert.Single(await DesksAsync()).Lines;
        Assert.Equal(["main", "home"], lines.Select(line => line.Label));
        Assert.Equal(since, lines[0].Since);
        Assert.True(lines[1].Since > since);
    }

    [Fact]
    public async Task Recordings_are_forbidden_unless_a_file_allows_them_and_a_file_that_says_nothing_changes_nothing()
    {
        await Config.ApplyAsync(Miller, Cancel);
        Assert.False(Assert.Single(await DesksAsync()).MayRecord);

        await Config.ApplyAsync(Miller.Replace("\"persona\"", "\"mayRecord\": true, \"persona\"", StringComparison.Ordinal), Cancel);
        Assert.True(Assert.Single(await DesksAsync()).MayRecord);
        await Config.ApplyAsync(Miller, Cancel);
        Assert.True(Assert.Single(await DesksAsync()).MayRecord);
        Assert.Contains("\"mayRecord\": true", await Config.ExportAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applied_again_it_changes_nothing()
    {
        await Config.ApplyAsync(Miller, Cancel);
        var (desk, exported) = (Assert.Single(await DesksAsync()), await Config.ExportAsync(Cancel));
        var card = Assert.Single(await ContactsAsync(desk));

        Assert.Empty(await Config.ApplyAsync(Miller, Cancel));
        Assert.Empty(await Config.ApplyAsync(exported, Cancel));

        Assert.Equivalent(desk, Assert.Single(await DesksAsync()), strict: true);
        Assert.Equivalent(card, Assert.Single(await ContactsAsync(desk)), strict: true);
        Assert.Equal(exported, await Config.ExportAsync(Cancel));
    }

    [Fact]
    public async Task What_was_exported_makes_the_same_house_elsewhere()
    {
        await Config.ApplyAsync(Miller, Cancel);
        var exported = await Config.ExportAsync(Cancel);
        foreach (var table in (string[])["contact_numbers", "contact_assistants", "matters", "contacts", "lines", "boss_phones", "desks"])
        {
            await Database.WriteAsync(work => work.ExecuteAsync($"delete from {table}"), Cancel);
        }

        Assert.Empty(await Config.ApplyAsync(exported, Cancel));

        Assert.Equal(exported, await Config.ExportAsync(Cancel));
    }

    [Fact]
    public async Task Days_off_are_as_a_file_says_stay_where_it_says_nothing_and_are_exported()
    {
        await Config.ApplyAsync(Miller.Replace("\"persona\"", "\"daysOff\": [\"saturday\", \"2026-12-25\"], \"persona\"", StringComparison.Ordinal), Cancel);
        Assert.Equal(["saturday", "2026-12-25"], Assert.Single(await DesksAsync()).DaysOff.Words);

        await Config.ApplyAsync(Miller, Cancel);
        Assert.Equal(["saturday", "2026-12-25"], Assert.Single(await DesksAsync()).DaysOff.Words);
        Assert.Empty(await Config.ApplyAsync(await Config.ExportAsync(Cancel), Cancel));
        Assert.Equal(["saturday", "2026-12-25"], Assert.Single(await DesksAsync()).DaysOff.Words);

        Assert.Equal(
            ["desks[0].daysOff: must be weekdays like saturday, not all seven, and dates like 2026-12-25"],
            await Config.ApplyAsync(Miller.Replace("\"persona\"", "\"daysOff\": [\"caturday\"], \"persona\"", StringComparison.Ordinal), Cancel));
    }

    [Fact]
    public async Task Every_problem_is_reported_under_its_path_and_nothing_is_changed()
    {
        await Config.ApplyAsync(Miller, Cancel);
        var before = await Config.ExportAsync(Cancel);
        var wrong = Miller
            .Replace("\"+13105550100\"", "\"310-555-0100\"", StringComparison.Ordinal)
            .Replace("America/Los_Angeles", "America/Hollywood", StringComparison.Ordinal)
            .Replace("\"09:00\"", "\"9 am\"", StringComparison.Ordinal)
            .Replace("{persona}", "{jamie}", StringComparison.Ordinal)
            .Replace("wantsToTalk", "wantToTalk", StringComparison.Ordinal)
            .Replace("John, {she's} not available", "John, {she's} in a meeting", StringComparison.Ordinal)
            .Replace("\"tooImportantNotTo\"", "\"vip\"", StringComparison.Ordinal)
            .Replace("\"persona\": \"Jamie\", ", "", StringComparison.Ordinal);

        Assert.Equal(
            [
                "desks[0].contacts[0].preferredAnswer: \"in a meeting\" gives a reason, and a reason invites the next question.",
                "desks[0].contacts[0].preferredAnswer: \"in a meeting\" tells where the boss is; the answer is the same wherever that is.",
                "desks[0].contacts[0].standing: must be one of ordinary, valued, tooImportantNotTo",
                "desks[0].contacts[0].wantToTalk: is not known",
                "desks[0].hours.opens: must be a time like 09:30",
                "desks[0].lines[0].number: must be a number in E.164, like +13105550142",
                "desks[0].persona: is missing",
                "desks[0].wording.greeting: {jamie} stands for nothing here; use {boss}, {persona}, {name}, {she}, {she's}, {she'll}, {her}.",
                "desks[0].zone: \"America/Hollywood\" is no time zone; write one like America/Los_Angeles",
            ],
            (await Config.ApplyAsync(wrong, Cancel)).Order(StringComparer.Ordinal));
        Assert.Equal(before, await Config.ExportAsync(Cancel));
    }

    [Theory]
    [InlineData("{", "The file is no JSON")]
    [InlineData("[]", "must hold one JSON object")]
    [InlineData("""{ "desk": [] }""", "desk: is not known")]
    [InlineData("""{ "desks": [7] }""", "desks[0]: must be an object")]
    public async Task A_text_that_is_no_configuration_is_told_so(string json, string problem) =>
        Assert.Contains(problem, Assert.Single(await Config.ApplyAsync(json, Cancel)), StringComparison.Ordinal);

    [Fact]
    public async Task A_line_of_a_desk_the_file_does_not_name_cannot_be_taken()
    {
        await Config.ApplyAsync(Miller, Cancel);

        var problem = Assert.Single(await Config.ApplyAsync(Miller.Replace("\"miller\"", "\"smith\"", StringComparison.Ordinal), Cancel));

        Assert.Equal("desks: the line +13105550100 belongs to the desk miller, which the file does not name", problem);
        Assert.Single(await DesksAsync());
    }

    [Fact]
    public async Task Two_desks_can_swap_their_lines_in_one_go()
    {
        var two = JsonNode.Parse(Miller)!;
        var second = two["desks"]![0]!.DeepClone();
        (second["name"], second["lines"]![0]!["number"]) = ("smith", "+13105550190");
        two["desks"]!.AsArray().Add(second);
        Assert.Empty(await Config.ApplyAsync(two.ToJsonString(), Cancel));

        (two["desks"]![0]!["lines"]![0]!["number"], two["desks"]![1]!["lines"]![0]!["number"]) = ("+13105550190", "+13105550100");
        Assert.Empty(await Config.ApplyAsync(two.ToJsonString(), Cancel));

        Assert.Equal(["+13105550190", "+13105550100"], (await DesksAsync()).Select(desk => desk.Lines[0].Number.E164));
    }

    [Fact]
    public async Task One_desks_export_can_be_the_pattern_for_another()
    {
        await Config.ApplyAsync(Miller, Cancel);
        var pattern = JsonNode.Parse(await Config.ExportAsync(Cancel))!;
        (pattern["desks"]![0]!["name"], pattern["desks"]![0]!["lines"]![0]!["number"]) = ("smith", "+13105550190");

        Assert.Empty(await Config.ApplyAsync(pattern.ToJsonString(), Cancel));
        Assert.Empty(await Config.ApplyAsync(pattern.ToJsonString(), Cancel));

        foreach (var desk in await DesksAsync())
        {
            Assert.Equal("John Smith", Assert.Single(await ContactsAsync(desk)).Name);
        }
    }

    [Fact]
    public async Task Cards_the_file_does_not_name_stay_and_a_phone_keeps_what_its_carrier_said()
    {
        await Config.ApplyAsync(Miller, Cancel);
        var desk = Assert.Single(await DesksAsync());
        await new PhoneBook(Database).SaveAsync(Some.Contact(desk, "Danni Okafor", "+13105550143"), Cancel);
        await Database.WriteAsync(work => work.ExecuteAsync("update boss_phones set texts_closed_at = @at", new { at = Some.Morning }), Cancel);

        await Config.ApplyAsync(Miller.Replace("Jamie", "Alex", StringComparison.Ordinal), Cancel);

        desk = Assert.Single(await DesksAsync());
        Assert.Equal(("Alex", 2, Some.Morning), (desk.Persona, desk.Version, desk.Phones[0].TextsClosedAt));
        Assert.Equal(["Danni Okafor", "John Smith"], (await ContactsAsync(desk)).Select(contact => contact.Name));
    }

    [Fact]
    public async Task Blocked_numbers_go_out_and_come_in_and_a_file_that_is_silent_leaves_them()
    {
        const string Blocking = "\"blockedNumbers\": [{ \"number\": \"+13105550177\", \"why\": \"sells ladders\" }], \"matters\"";
        var blocking = Miller.Replace("\"matters\": [{ \"name\": \"The", $"{Blocking}: [{{ \"name\": \"The", StringComparison.Ordinal);
        Assert.Empty(await Config.ApplyAsync(blocking, Cancel));
        var before = Assert.Single(await BlockedAsync());
        Assert.Equal(("+13105550177", "sells ladders", "the configuration"), (before.Number.E164, before.Why, before.By));

        Assert.Empty(await Config.ApplyAsync(await Config.ExportAsync(Cancel), Cancel));
        Assert.Equal([before], await BlockedAsync());
        Assert.Empty(await Config.ApplyAsync(Miller, Cancel));
        Assert.Equal([before], await BlockedAsync());
        Assert.Empty(await Config.ApplyAsync(blocking.Replace("ladders", "shoes", StringComparison.Ordinal), Cancel));
        Assert.Equal([before with { Why = "sells shoes" }], await BlockedAsync());

        Assert.Empty(await Config.ApplyAsync(Miller.Replace("\"matters\": [{ \"name\": \"The", "\"blockedNumbers\": [], \"matters\": [{ \"name\": \"The", StringComparison.Ordinal), Cancel));
        Assert.Empty(await BlockedAsync());
    }

    [Fact]
    public async Task What_a_desk_wants_of_its_copies_goes_out_and_comes_in_and_a_file_that_is_silent_leaves_it()
    {
        Assert.Empty(await Config.ApplyAsync(WithCopies("""{ "paper": "a4", "times": [{ "at": "morning" }, { "at": "18:30", "days": ["sunday", "friday"] }], "mailTo": ["margaret@example.org"] }"""), Cancel));
        var wanted = Assert.Single(await DesksAsync()).Copies;
        Assert.Equal((Paper.A4, "margaret@example.org"), (wanted.Paper, Assert.Single(wanted.MailTo)));
        Assert.Equal([new TimeOnly(9, 0), new TimeOnly(18, 30)], wanted.Times.Select(time => time.At));
        Assert.Equal([.. CopyTime.Weekdays, DayOfWeek.Sunday, DayOfWeek.Friday], wanted.Times.SelectMany(time => time.Days));

        Assert.Empty(await Config.ApplyAsync(await Config.ExportAsync(Cancel), Cancel));
        Assert.Empty(await Config.ApplyAsync(Miller, Cancel));
        Assert.Equivalent(wanted, Assert.Single(await DesksAsync()).Copies, strict: true);

        Assert.Empty(await Config.ApplyAsync(WithCopies("{}"), Cancel));
        Assert.True(Assert.Single(await DesksAsync()).Copies.AreUsual);
    }

    [Fact]
    public async Task Wrong_wishes_about_copies_are_reported_under_their_paths() => Assert.Equal(
        [
            "desks[0].copies.mailTo: \"margaret\" is no mail address; write one like margaret@example.org",
            "desks[0].copies.paper: must be one of letter, a4",
            "desks[0].copies.times[0].at: must be a time like 09:30",
            "desks[0].copies.times[0].days: \"someday\" is none of sunday, monday, tuesday, wednesday, thursday, friday, saturday",
        ],
        (await Config.ApplyAsync(WithCopies("""{ "paper": "foolscap", "times": [{ "at": "noon", "days": ["someday"] }], "mailTo": ["margaret"] }"""), Cancel)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_bosss_own_phone_cannot_be_blocked()
    {
        var blocking = Miller.Replace("\"matters\": [{ \"name\": \"The", "\"blockedNumbers\": [{ \"number\": \"+13105550101\" }], \"matters\": [{ \"name\": \"The", StringComparison.Ordinal);

        Assert.Contains("desks[0].blockedNumbers: +13105550101 is a phone of the boss", Assert.Single(await Config.ApplyAsync(blocking, Cancel)), StringComparison.Ordinal);
    }

    private static string WithCopies(string copies) =>
        Miller.Replace("\"matters\": [{ \"name\": \"The", $"\"copies\": {copies}, \"matters\": [{{ \"name\": \"The", StringComparison.Ordinal);

    private async Task<IReadOnlyList<BlockedNumber>> BlockedAsync()
    {
        var desk = Assert.Single(await DesksAsync());
        return await Database.ReadAsync(look => BlockedTables.OfDeskAsync(look, desk.Id), Cancel);
    }

    private Task<IReadOnlyList<Desk>> DesksAsync() => Database.ReadAsync(DeskTables.AllAsync, Cancel);

    private Task<IReadOnlyList<Contact>> ContactsAsync(Desk desk) => new PhoneBook(Database).AllAsync(desk.Id, Cancel);
}

public sealed class HouseConfigOnSqlite() : HouseConfigTests(DatabaseEngine.Sqlite);

public sealed class HouseConfigOnSqlServer() : HouseConfigTests(DatabaseEngine.SqlServer);
