using System.Net;
using FrontDesk.Desks;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Desks;
using Xunit;

namespace FrontDesk.Tests.Sheet;

public sealed class WordingPageTests : PageTest
{
    private const string Goodbye = "form:has(#goodbye) button.main";

    [Fact]
    public async Task Every_sentence_is_there_with_its_blanks_as_it_is_heard()
    {
        var page = await PageAsync();

        Assert.Equal(WordingSentence.All.Select(sentence => sentence.Name), page.Document.QuerySelectorAll("textarea").Select(area => area.Id));
        Assert.All(page.Document.QuerySelectorAll("textarea"), area => Assert.NotNull(page.Document.QuerySelector($"label[for={area.Id}]")));
        Assert.All(page.Document.QuerySelectorAll("textarea"), area => Assert.NotNull(page.Document.GetElementById(area.GetAttribute("aria-describedby")!)));
        Assert.Equal("Can she reach you at 3 1 0, 5 5 5, 0 1 4 2?", page.Text("li:has(#isThisTheNumber) .heard q"));
        Assert.Contains("{number}", page.Text("#isThisTheNumber-blanks"), StringComparison.Ordinal);
        Assert.DoesNotContain("{number}", page.Text("#goodbye-blanks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_in_the_desks_own_words_can_be_undone_and_reset()
    {
        var first = await (await PageAsync()).PressAsync(Goodbye, fields => fields["Words"] = "Lovely. {She'll} call as soon as {she} can.");
        Assert.Equal("Saved: Goodbye.", first.Text(".done span"));
        Assert.Equal("Lovely. She'll call as soon as she can.", first.Text("li:has(#goodbye) .heard q"));
        Assert.Equal("Lovely. {She'll} call as soon as {she} can.", Now.Goodbye);

        var second = await first.PressAsync(Goodbye, fields => fields["Words"] = "Thank you, goodbye.");
        await second.PressAsync(".done button");
        Assert.Equal("Lovely. {She'll} call as soon as {she} can.", Now.Goodbye);

        var reset = await (await PageAsync()).PressAsync("[data-reset=goodbye]", fields => fields["Words"] = "");
        Assert.Equal(new Wording(), Now);
        Assert.Null(reset.Document.QuerySelector("[data-reset]"));
        Assert.Null((await PageAsync()).Document.QuerySelector(".done"));
    }

    [Fact]
    public async Task Short_recordings_are_forbidden_until_somebody_allows_them_and_can_be_forbidden_again()
    {
        var page = await PageAsync();
        Assert.StartsWith("Nothing is recorded at this desk.", page.Text(".recording"), StringComparison.Ordinal);

        var allowed = await page.PressAsync(".recording button");
        Assert.True(House.Get<DeskBook>().Named("miller")!.MayRecord);
        Assert.Contains("only a yes records one", allowed.Text(".recording"), StringComparison.Ordinal);
        var late = await page.PressAsync(".recording button");
        Assert.Equal((HttpStatusCode.Conflict, true), (late.Status, House.Get<DeskBook>().Named("miller")!.MayRecord));

        await allowed.PressAsync(".recording button");
        Assert.False(House.Get<DeskBook>().Named("miller")!.MayRecord);
    }

    [Fact]
    public async Task Words_that_give_something_away_are_kept_in_the_field_and_not_in_the_desk()
    {
        var refused = await (await PageAsync()).PressAsync(Goodbye, fields => fields["Words"] = "{She's} in a meeting till <b>five</b>, back by six.");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("\"by six\" promises a time", refused.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("\"in a meeting\" tells where", refused.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("{She's} in a meeting till <b>five</b>, back by six.", refused.Text("#goodbye"));
        Assert.Equal("true", refused.Document.GetElementById("goodbye")!.GetAttribute("aria-invalid"));
        Assert.Equal(new Wording(), Now);
    }

    [Fact]
    public async Task Who_writes_what_somebody_else_has_changed_is_told_and_keeps_the_words()
    {
        var (mine, yours) = (await PageAsync(), await PageAsync());
        await mine.PressAsync(Goodbye, fields => fields["Words"] = "Thank you.");

        var late = await yours.PressAsync(Goodbye, fields => fields["Words"] = "Goodbye now.");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Goodbye now.", late.Text("#goodbye"));
        Assert.Equal("Thank you.", Now.Goodbye);
        await late.PressAsync(Goodbye);
        Assert.Equal("Goodbye now.", Now.Goodbye);
    }

    [Fact]
    public async Task A_desk_or_sentence_that_is_not_there_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, "/wording?desk=nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await PageAsync()).PressAsync(Goodbye, fields => fields["Sentence"] = "nothing")).Status);
    }

    [Fact]
    public async Task The_file_is_held_to_the_same()
    {
        var config = House.Get<HouseConfig>();
        var json = (await config.ExportAsync(TestContext.Current.CancellationToken)).Replace(
            "Great. {She'll} call you back as soon as {she} can.", "Great. {She'll} call you back tomorrow.", StringComparison.Ordinal);

        var problems = await config.ApplyAsync(json, TestContext.Current.CancellationToken);

        Assert.Equal(House.Get<DeskBook>().All.Count, problems.Count);
        Assert.All(problems, (problem, desk) =>
            Assert.Contains($"desks[{desk}].wording.goodbye: \"tomorrow\" promises a time", problem, StringComparison.Ordinal));
    }

    private Wording Now => House.Get<DeskBook>().Named(Some.Desk().Name)!.Wording;

    private Task<PaperPage> PageAsync() => PaperPage.OpenAsync(Client, "/wording?desk=miller");
}
