using System.Net;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class SettingsPageTests : PageTest
{
    private const string Save = ".card-form button.main";

    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    private Desk Now => House.Get<DeskBook>().Named("miller")!;

    [Fact]
    public async Task Saving_what_is_there_changes_nothing()
    {
        var before = Now;

        var saved = await (await PageAsync()).PressAsync(Save);

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(Told(before), Told(Now));
    }

    [Fact]
    public async Task Every_field_has_a_label()
    {
        var page = await PageAsync();

        Assert.All(page.Document.QuerySelectorAll(".card-form input:not([type=hidden]), .card-form select, .card-form textarea"), field => Assert.NotNull(field.Closest("label")));
        Assert.All(
            page.Document.QuerySelectorAll(".card-form [aria-describedby]"),
            field => Assert.All(field.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.Document.GetElementById(id))));
    }

    [Fact]
    public async Task A_change_holds_from_the_next_call_on_and_can_be_undone_until_there_is_another()
    {
        var before = Now;
        var saved = await (await PageAsync()).PressAsync(Save, fields =>
        {
            (fields["Reach"], fields["Dials"], fields["DaysOff"]) = ("InOrder", "1, 44", "Saturday, sunday\n2026-12-25");
            (fields["Zone"], fields["WakingFrom"], fields["Paper"]) = ("Europe/London", "06:45", "A4");
            (fields["Times[0].At"], fields["Times[0].Days"], fields["MailTo"]) = ("18:30", "mon, wed", "margaret@example.org");
        });

        Assert.Equal((ReachWay.InOrder, "Europe/London", new TimeOnly(6, 45), Paper.A4), (Now.Reach, Now.Zone, Now.Hours.WakingFrom, Now.Copies.Paper));
        Assert.Equal(["1", "44"], Now.Dials!);
        Assert.Equal(["sunday", "saturday", "2026-12-25"], Now.DaysOff.Words);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Wednesday], Assert.Single(Now.Copies.Times).Days);
        Assert.Equal(["margaret@example.org"], Now.Copies.MailTo);

        await saved.PressAsync("[data-undo]");
        Assert.Equal(Told(before), Told(Now));

        var again = await (await PageAsync()).PressAsync(Save, fields => fields["Reach"] = "Off");
        await House.Get<DeskBook>().SaveAsync(Now with { Persona = "Robin" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await again.PressAsync("[data-undo]")).Status);
        Assert.Equal((ReachWay.Off, "Robin"), (Now.Reach, Now.Persona));
    }

    [Fact]
    public async Task Phones_are_tried_in_the_order_they_are_given_and_keep_what_their_carrier_said()
    {
        var first = Now.Phones[0];
        await House.Get<DeskBook>().SaveAsync(
            Now with { Phones = [first with { TextsClosedAt = Noon }, .. Now.Phones.Skip(1)] }, TestContext.Current.CancellationToken);
        var page = await PageAsync();
        var spare = page.Document.QuerySelectorAll(".phone").Length - 1;

        await page.PressAsync(Save, fields =>
        {
            fields[$"Phones[{spare}].Number"] = "(310) 555-0199";
            fields[$"Phones[{spare}].Label"] = "boat";
            fields["Phones[0].Order"] = "50";
            fields[$"Phones[{spare}].Order"] = "0";
        });

        Assert.Equal(("boat", "+13105550199"), (Now.Phones[0].Label, Now.Phones[0].Number.E164));
        var kept = Now.Phones.Single(phone => phone.Id == first.Id);
        Assert.Equal((first.Number, Noon), (kept.Number, kept.TextsClosedAt));
        Assert.Equal(kept, Now.Phones[^1]);
    }

    [Theory]
    [InlineData("Zone", "Mars/Olympus", "\"Mars/Olympus\" is no time zone")]
    [InlineData("WakingFrom", "late", "Each of the hours needs a time")]
    [InlineData("DaysOff", "caturday", "Days off are weekdays like saturday")]
    [InlineData("Dials", "1, x", "\"x\" is no country code")]
    [InlineData("MailTo", "margaret", "\"margaret\" is no mail address")]
    [InlineData("Phones[0].Number", "call me", "\"call me\" is no number the desk can dial")]
    [InlineData("Phones[0].Label", "", "needs a label like cell or car")]
    [InlineData("AssistantNumber", "+", "is no number the desk can dial")]
    [InlineData("Persona", " ", "Whoever answers needs a name")]
    [InlineData("Times[0].Days", "weekdays", "A copy that is made by itself needs a time")]
    [InlineData("Reach", "99", "Choose one of the ways")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        var before = Now;

        var refused = await (await PageAsync()).PressAsync(Save, fields => (fields[field], fields["Dials"]) = (typed, field == "Dials" ? typed : "1, 353"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text("#faults"), StringComparison.Ordinal);
        Assert.Equal(field == "Dials" ? typed : "1, 353", refused.Document.QuerySelector("[name=Dials]")!.GetAttribute("value"));
        Assert.Equal(Told(before), Told(Now));
    }

    [Fact]
    public async Task Who_writes_what_somebody_else_has_changed_is_told_and_keeps_what_was_written()
    {
        var (mine, yours) = (await PageAsync(), await PageAsync());
        await mine.PressAsync(Save, fields => fields["Persona"] = "Robin");

        var late = await yours.PressAsync(Save, fields => fields["Persona"] = "Alex");

        Assert.Equal((HttpStatusCode.Conflict, "Robin"), (late.Status, Now.Persona));
        Assert.Equal("Alex", late.Document.QuerySelector("[name=Persona]")!.GetAttribute("value"));
        await late.PressAsync(Save);
        Assert.Equal("Alex", Now.Persona);
    }

    private static string Told(Desk desk) => string.Join('\n',
        desk.Persona, desk.Zone, desk.Hours, desk.AssistantNumber, desk.Reach, string.Join(' ', desk.DaysOff.Words), string.Join(' ', desk.Dials ?? []),
        string.Join('\n', desk.Phones), desk.Copies.Paper, string.Join(' ', desk.Copies.Times.Select(time => $"{time.At} {CopyDays.Words(time.Days)}")), string.Join(' ', desk.Copies.MailTo),
        string.Join('\n', desk.Lines), string.Join(' ', desk.Reminding.Ladder.Rungs), desk.Reminding.Ladder.RepeatEvery, desk.Reminding.AsapUsefulFor, desk.Reminding.TodayUsefulFor, desk.Wording, desk.MayRecord, desk.HasPin);

    private Task<PaperPage> PageAsync() => PaperPage.OpenAsync(Client, "/settings?desk=miller");
}
