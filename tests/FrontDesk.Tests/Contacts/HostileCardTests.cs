using FrontDesk.Contacts;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Contacts.Files;
using Xunit;

namespace FrontDesk.Tests.Contacts;

public sealed class HostileCardTests : PageTest
{
    [Fact]
    public async Task Whatever_is_written_on_a_card_is_kept_shown_and_exported_as_text()
    {
        foreach (var (at, text) in Hostile.Texts.Index())
        {
            var page = await WriteAsync(text + Hostile.Unseen, $"+131055501{60 + at}");
            Assert.True(page.Document.QuerySelector(".card-acts [data-edit]") is not null, $"{page.Document.Url} {page.Status}: {page.Document.Body!.TextContent}");
            var id = Guid.Parse(new Uri(page.Document.Url).Segments[^1]);

            var kept = (await House.Get<PhoneBook>().FindAsync(id, Cancel))!;
            Assert.Equal([text, text, text, text, text, text, text, text, text], AllOf(kept));
            Assert.Equal(text, page.Document.QuerySelector("h1")!.TextContent.Trim());
            await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Some.Id(), ContactId = id, Party = id.ToString(), Regarding = text });
            foreach (var address in new[] { "/?desk=miller", $"/contacts/{id}", $"/contacts/edit/{id}", $"/contacts/{id}/merge", $"/contacts?desk=miller&search={Uri.EscapeDataString(text)}", "/contacts/duplicates?desk=miller", "/log" })
            {
                NothingRuns(await PaperPage.OpenAsync(Client, address));
            }

            foreach (var format in Enum.GetValues<CardFormat>())
            {
                var file = await Client.GetByteArrayAsync($"/contacts/export?desk=miller&format={format}", Cancel);
                var read = CardFile.Read(CardFile.TextOf(file), House.Desk.Id, Some.Office, Some.Id);
                Assert.True(read.Cards.Any(card => card.Card.Company == text), $"{format}: {text} did not come back.");
            }
        }

        Assert.NotEmpty(await House.Get<PhoneBook>().AllAsync(House.Desk.Id, Cancel));
    }

    [Fact]
    public async Task A_preferred_answer_may_use_the_blanks_there_are_and_no_others()
    {
        var refused = await (await PaperPage.OpenAsync(Client, "/contacts/edit?desk=miller")).PressAsync(".card-form button.main", fields =>
            (fields["Name"], fields["PreferredAnswer"]) = ("John Smith", "I'm sorry, {secret} is not available."));

        Assert.Contains("{secret} stands for nothing here", refused.Text("#faults"), StringComparison.Ordinal);
    }

    private async Task<PaperPage> WriteAsync(string text, string number) => await (await PaperPage.OpenAsync(Client, "/contacts/edit?desk=miller")).PressAsync(
        ".card-form button.main",
        fields =>
        {
            foreach (var field in new[] { "Name", "SortName", "Pronunciation", "Ipa", "Company", "Title", "Notes", "Assistants[0].Name", "Assistants[0].Notes" })
            {
                fields[field] = text;
            }

            (fields["Numbers[0].Number"], fields["Numbers[0].Label"]) = (number, text);
            (fields["Matters[0].Name"], fields["Matters[0].Words"]) = (text, text);
        });

    private static IEnumerable<string?> AllOf(Contact card) =>
        [card.Name, card.SortName, card.Pronunciation, card.Ipa, card.Company, card.Title, card.Notes, card.Assistants[0].Name, card.Assistants[0].Notes];

    private static void NothingRuns(PaperPage page)
    {
        Assert.True((int)page.Status < 400, $"{page.Document.Url}: {page.Status}");
        Assert.All(page.Document.QuerySelectorAll("script"), script => Assert.True(script.HasAttribute("src") && script.TextContent.Length == 0));
        Assert.All(page.Document.QuerySelectorAll("img"), image => Assert.StartsWith("/mark.", image.GetAttribute("src"), StringComparison.Ordinal));
        Assert.DoesNotContain(page.Document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(Hostile.Unseen, sign => Assert.DoesNotContain(sign, page.Document.Body!.TextContent.AsEnumerable()));
    }
}
