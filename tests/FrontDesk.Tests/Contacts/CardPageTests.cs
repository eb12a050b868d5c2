using System.Net;
using FrontDesk.Contacts;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts;
using Xunit;

namespace FrontDesk.Tests.Contacts;

public sealed class CardPageTests : IAsyncLifetime
{
    private const string Save = ".card-form button.main";

    private SheetHouse house = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await SheetHouse.OpenAsync();
        client = house.NewClient();
        foreach (var card in await house.Get<PhoneBook>().AllAsync(house.Desk.Id, Cancel))
        {
            await house.Get<BookActs>().DropAsync(new(card.Id, card.Version), "alex", Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task A_card_is_written_with_everything_a_desk_must_know()
    {
        var written = await (await OpenAsync("/contacts/edit?desk=miller")).PressAsync(Save, fields =>
        {
            (fields["Name"], fields["SortName"], fields["Pronunciation"], fields["Ipa"]) = ("Gwyneth Hale", "Hale, Gwyneth", "GWIN-eth", "ˈɡwɪnɪθ");
            (fields["Company"], fields["Title"], fields["Standing"], fields["Notes"]) = ("Hale Literary", "Agent", "Valued", "Prefers mornings.");
            (fields["Numbers[0].Number"], fields["Numbers[0].Label"]) = ("(310) 555-0146", "office");
            (fields["Numbers[1].Number"], fields["Numbers[1].Label"], fields["Best"]) = ("+44 20 7946 0147 x12", "London", "1");
            (fields["Assistants[0].Name"], fields["Assistants[0].Number"], fields["Assistants[0].Notes"]) = ("Priya", "310 555 0148", "Mondays off");
            (fields["Matters[0].Name"], fields["Matters[0].Words"]) = ("Second book", "rights, second book");
            fields["PreferredAnswer"] = "I'm sorry, Gwyneth, {she's} not available.";
            fields["WantsToTalk"] = "true";
            fields["Wakes"] = "true";
        });

        Assert.Equal("Card made.", written.Text(".done span"));
        Assert.Equal("Gwyneth Hale", written.Text("h1"));
        Assert.Equal("GWIN-eth", written.Document.QuerySelector(".heading [data-hear]")!.GetAttribute("data-hear"));
        var card = Assert.Single(await CardsAsync("Gwyneth Hale"));
        Assert.Equal([("+442079460147", "London, ext. 12"), ("+13105550146", "office")], card.Numbers.Select(entry => (entry.Number.E164, entry.Label)));
        Assert.Equal(("Priya", "+13105550148", "Mondays off"), Assert.Single(card.Assistants.Select(priya => (priya.Name, priya.Number?.E164, priya.Notes))));
        Assert.Equal(["rights", "second book"], Assert.Single(card.Matters).Words);
        Assert.Equal(("Hale, Gwyneth", "ˈɡwɪnɪθ", Standing.Valued, true, true), (card.SortName, card.Ipa, card.Standing, card.WantsToTalk, card.Wakes));
        Assert.Equal("“I'm sorry, Gwyneth, she's not available.”", written.Document.QuerySelectorAll("dt").Single(term => term.TextContent == "Is told").NextElementSibling!.TextContent);
        Assert.Equal("Gwyneth Hale", (await OpenAsync("/contacts?desk=miller&search=priya")).Text(".entry h2"));
    }

    [Fact]
    public async Task A_card_that_cannot_be_saved_says_why_and_keeps_what_was_written()
    {
        var refused = await (await OpenAsync("/contacts/edit?desk=miller")).PressAsync(Save, fields =>
        {
            (fields["Company"], fields["Numbers[1].Number"], fields["Best"]) = ("Hale Literary", "555", "1");
            fields["PreferredAnswer"] = "She'll call you by five.";
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("A card needs a name.", refused.Text("#faults"), StringComparison.Ordinal);
        Assert.Contains("\"555\" is no number", refused.Text("#faults"), StringComparison.Ordinal);
        Assert.Contains("promises a time", refused.Text("#faults"), StringComparison.Ordinal);
        var written = await refused.PressAsync(Save, fields =>
        {
            Assert.Equal(("Hale Literary", "555", "0"), (fields["Company"], fields["Numbers[0].Number"], fields["Best"]));
            (fields["Name"], fields["Numbers[0].Number"], fields["PreferredAnswer"]) = ("Gwyneth Hale", "310-555-0146", "");
        });
        Assert.Equal("Gwyneth Hale", written.Text("h1"));
    }

    [Fact]
    public async Task Two_assistants_never_overwrite_each_other()
    {
        var john = await KeepAsync(Some.Contact(house.Desk, "John Smith", "+13105550142"));
        var (mine, yours) = (await OpenAsync($"/contacts/edit/{john.Id}"), await OpenAsync($"/contacts/edit/{john.Id}"));
        await mine.PressAsync(Save, fields => fields["Company"] = "Smith Brothers");

        var late = await yours.PressAsync(Save, fields => (fields["Company"], fields["Notes"]) = ("Smith & Daughters", "typed with care"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Somebody changed this card", late.Text("#faults"), StringComparison.Ordinal);
        Assert.Contains("Company Smith Brothers Smith & Daughters", late.Text(".differences"), StringComparison.Ordinal);
        Assert.Equal("Smith Brothers", (await FindAsync(john.Id))!.Company);
        await late.PressAsync(Save);
        Assert.Equal(("Smith & Daughters", "typed with care"), ((await FindAsync(john.Id))!.Company, (await FindAsync(john.Id))!.Notes));
    }

    [Fact]
    public async Task A_change_is_undone_from_the_page_it_leads_to()
    {
        var john = await KeepAsync(Some.Contact(house.Desk, "John Smith", "+13105550142"));
        var changed = await (await OpenAsync($"/contacts/edit/{john.Id}")).PressAsync(Save, fields => fields["Name"] = "Jon Smyth");
        Assert.Equal(("Jon Smyth", "Card changed."), (changed.Text("h1"), changed.Text(".done span")));

        var undone = await changed.PressAsync(".done button");

        Assert.Equal(("John Smith", "Undone."), (undone.Text("h1"), undone.Text(".done span")));
    }

    [Fact]
    public async Task A_dropped_card_leaves_the_book_and_undo_brings_it_back()
    {
        var john = await KeepAsync(Some.Contact(house.Desk, "John Smith", "+13105550142"));

        var dropped = await (await OpenAsync($"/contacts/{john.Id}")).PressAsync("form[action*=Drop] button");
        Assert.Equal("Card dropped.", dropped.Text(".done span"));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync($"/contacts/{john.Id}")).Status);

        Assert.Contains("John Smith", (await dropped.PressAsync(".done button")).Texts(".entry h2"));
        Assert.Equal("That was undone already.", (await dropped.PressAsync(".done button")).Text(".notice"));
    }

    [Fact]
    public async Task A_strangers_call_becomes_a_card_and_the_sheet_leads_to_it()
    {
        await house.Database.RingsAsync(house.Desk, new SeedCall { SaidName = "Rosalind Achebe" });
        var sheet = await OpenAsync("/?desk=miller");

        var form = await OpenAsync(sheet.Document.QuerySelector(".make")!.GetAttribute("href")!);
        Assert.Equal(("Rosalind Achebe", "(310) 555-0142"), (form.Document.QuerySelector("[name=Name]")!.GetAttribute("value"), form.Document.QuerySelector("[name='Numbers[0].Number']")!.GetAttribute("value")));
        await form.PressAsync(Save, fields => fields["Pronunciation"] = "ah-CHAY-bay");

        var line = (await OpenAsync("/?desk=miller")).Document.QuerySelector(".line")!;
        Assert.StartsWith("/contacts/", line.QuerySelector("h3 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("ah-CHAY-bay", line.QuerySelector("[data-hear]")!.GetAttribute("data-hear"));
        Assert.StartsWith("/calls/", line.QuerySelector("[data-call]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(line.QuerySelector(".make"));
    }

    [Fact]
    public async Task Every_number_a_stranger_gave_is_on_the_sheet_on_the_call_and_on_the_card_made_of_it()
    {
        const string Given =
            """[{"Number":"+13105550188","AsHeard":"310 555 0188","Extension":"204","Label":"office"},{"Number":null,"AsHeard":"555-0199","Extension":null,"Label":"cell"}]""";
        var call = await house.Database.RingsAsync(house.Desk, new SeedCall { SaidName = "Rosalind Achebe", NumbersGiven = Given });

        var sheet = await OpenAsync("/?desk=miller");
        Assert.Contains("(310) 555-0188 office, ext. 204", sheet.Text(".numbers"), StringComparison.Ordinal);
        Assert.Contains("as heard: 555-0199 cell", (await OpenAsync($"/calls/{call}")).Text(".facts"), StringComparison.Ordinal);

        var form = await OpenAsync($"/contacts/edit?call={call}");
        Assert.Equal("office, ext. 204, given on a call", form.Document.QuerySelector("[name='Numbers[1].Label']")!.GetAttribute("value"));
        await form.PressAsync(Save);
        var card = Assert.Single(await house.Get<PhoneBook>().AllAsync(house.Desk.Id, Cancel));
        Assert.Equal(["+13105550142 ", "+13105550188 office, ext. 204, given on a call"], card.Numbers.Select(entry => $"{entry.Number} {entry.Label}"));
    }

    [Fact]
    public async Task Two_cards_are_looked_at_side_by_side_merged_and_parted()
    {
        var kept = await KeepAsync(Some.Contact(house.Desk, "Gwyneth Hale", "+13105550146"));
        var other = await KeepAsync(Some.Contact(house.Desk, "Gwynneth Hale", "+13105550147") with { Company = "Hale Literary" });

        var choice = await OpenAsync($"/contacts/{kept.Id}/merge");
        Assert.Contains("Gwynneth Hale", choice.Texts(".entry h2"));
        var preview = await OpenAsync($"/contacts/{kept.Id}/merge?other={other.Id}");
        Assert.Contains("Company – Hale Literary", preview.Text(".differences"), StringComparison.Ordinal);
        var merged = await preview.PressAsync("button.main");
        Assert.Equal("Card merged.", merged.Text(".done span"));
        Assert.Null(await FindAsync(other.Id));

        await merged.PressAsync(".done button");
        Assert.NotNull(await FindAsync(other.Id));
    }

    [Fact]
    public async Task A_number_that_is_somebody_elses_gets_a_card_of_its_own()
    {
        var john = await KeepAsync(Some.Contact(house.Desk, "John Smith", "+13105550142", "+13105550143"));

        var tom = await (await OpenAsync($"/contacts/{john.Id}")).PressAsync("form.inline button", fields => fields["name"] = "Tom Smith");

        Assert.Equal(("Tom Smith", "Card split."), (tom.Text("h1"), tom.Text(".done span")));
        Assert.Equal(["+13105550143"], (await FindAsync(john.Id))!.Numbers.Select(entry => entry.Number.E164));
    }

    [Fact]
    public async Task Forgetting_somebody_asks_back_says_how_much_it_concerns_and_has_no_undo()
    {
        var john = await KeepAsync(Some.Contact(house.Desk, "John Smith", "+13105550198"));
        var call = await house.Database.RingsAsync(house.Desk, new SeedCall { Party = john.Id.ToString(), ContactId = john.Id, CallerFrom = "+13105550198", Number = null });
        var card = await OpenAsync($"/contacts/{john.Id}");
        var asks = await OpenAsync(card.Document.QuerySelector("a[href^='/forget']")!.GetAttribute("href")!);

        Assert.Equal(("Forget John Smith", "This cannot be undone"), (asks.Text("h1"), asks.Text("h2")));
        Assert.Contains("1 call, 0 texts and 1 card", asks.Text(".concerns"), StringComparison.Ordinal);
        Assert.NotNull(await FindAsync(john.Id));
        var done = await asks.PressAsync("button.main");

        Assert.StartsWith("Forgotten: 1 call, 0 texts and 1 card.", done.Text(".done span"), StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector(".done button"));
        Assert.Null(await FindAsync(john.Id));
        Assert.Equal("Forgotten on request", (await OpenAsync("/log?desk=miller")).Text("td .name"));
        Assert.DoesNotContain("John", (await OpenAsync($"/calls/{call}")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync($"/forget?card={john.Id}")).Status);
    }

    [Fact]
    public async Task A_stranger_is_forgotten_from_the_page_of_a_call()
    {
        var call = await house.Database.RingsAsync(house.Desk, new SeedCall());
        await house.Database.RingsAsync(house.Desk, new SeedCall { Id = Some.Id(), SaidName = "Ann Bell", CallerFrom = "+13105550143", Party = "+13105550143", Number = null });
        var page = await OpenAsync($"/calls/{call}");

        await (await OpenAsync(page.Document.QuerySelector("a[href^='/forget']")!.GetAttribute("href")!)).PressAsync("button.main");

        Assert.Equal(["Ann Bell", "Forgotten on request"], (await OpenAsync("/log?desk=miller")).Document.QuerySelectorAll("td .name").Select(name => name.TextContent).Order());
        Assert.Null((await OpenAsync($"/calls/{call}")).Document.QuerySelector("a[href^='/forget']"));
    }

    [Fact]
    public async Task A_book_without_cards_and_a_search_without_hits_say_what_to_do()
    {
        Assert.Equal("Nobody is in the book yet", (await OpenAsync("/contacts?desk=miller")).Text(".empty h2"));
        Assert.Equal("Nobody in the book for “zzz”", (await OpenAsync("/contacts?desk=miller&search=zzz")).Text(".empty h2"));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync("/contacts?desk=nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync($"/contacts/{Some.Id()}")).Status);
    }

    private async Task<Contact> KeepAsync(Contact card)
    {
        await house.Get<PhoneBook>().SaveAsync(card, Cancel);
        return card;
    }

    private Task<Contact?> FindAsync(Guid id) => house.Get<PhoneBook>().FindAsync(id, Cancel);

    private async Task<IEnumerable<Contact>> CardsAsync(string name) =>
        (await house.Get<PhoneBook>().AllAsync(house.Desk.Id, Cancel)).Where(card => card.Name == name);

    private Task<PaperPage> OpenAsync(string address) => PaperPage.OpenAsync(client, address);
}
