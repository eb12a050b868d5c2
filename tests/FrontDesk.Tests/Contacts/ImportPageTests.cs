using System.Net;
using System.Text;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts;
using Xunit;

namespace FrontDesk.Tests.Contacts;

public sealed class ImportPageTests : PageTest
{
    private const string Import = "form[action$=Import] button.main";

    [Fact]
    public async Task A_file_is_looked_at_imported_and_taken_back()
    {
        await House.Get<PhoneBook>().SaveAsync(Some.Contact(House.Desk, "Ursula Quill", "+13105550188"), Cancel);
        var before = await CountAsync();

        var review = await HandInAsync("Name,Company,Phone\nUrsula Quill,Quill & Co,310-555-0188\nAnn Newcomer,,310-555-0189\nBad Number,,12\n");
        Assert.Equal("2 new, 1 become part of a card, 0 in the book already. Nothing has happened yet.", review.Text("[data-summary]"));
        Assert.Contains("Company – Quill & Co", review.Text(".differences"), StringComparison.Ordinal);
        Assert.Contains("\"12\" cannot be dialled", review.Text(".warning"), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());

        var done = await EndedAsync(await review.PressAsync(Import));
        Assert.Equal("2 added, 1 merged, 0 left out.", done.Text("[data-summary]"));
        Assert.Equal(before + 2, await CountAsync());

        Assert.Equal("Undone.", (await done.PressAsync("[data-undo] button")).Text(".done span"));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task What_is_chosen_is_done()
    {
        await House.Get<PhoneBook>().SaveAsync(Some.Contact(House.Desk, "Ursula Quill", "+13105550188"), Cancel);
        var before = await CountAsync();

        var review = await HandInAsync("Name,Company,Phone\nUrsula Quill,Quill & Co,310-555-0188\n");
        await EndedAsync(await review.PressAsync(Import, fields => fields["choices[1]"] = "Skip"));

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_book_that_changed_since_the_look_is_looked_at_again()
    {
        var review = await HandInAsync("Name,Company,Phone\nUrsula Quill,Quill & Co,310-555-0188\n");
        await House.Get<PhoneBook>().SaveAsync(Some.Contact(House.Desk, "Ursula Quill", "+13105550188"), Cancel);

        var again = await review.PressAsync(Import);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("The book changed while you looked", again.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("1 merged", (await EndedAsync(await again.PressAsync(Import))).Text("[data-summary]").Split(", ")[1]);
    }

    [Fact]
    public async Task A_file_that_is_none_is_told_so_and_one_nobody_wants_is_discarded()
    {
        Assert.Contains("No column holds a name", (await HandInAsync("Shoe size\n44\n")).Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("Choose a file with cards in it.", (await HandInAsync("")).Text(".notice"));

        var review = await HandInAsync("Name\nAnn Newcomer\n");
        await review.PressAsync("button[formaction]");
        Assert.Equal(HttpStatusCode.NotFound, (await PaperPage.OpenAsync(Client, new Uri(review.Document.Url).AbsolutePath)).Status);
    }

    private async Task<PaperPage> HandInAsync(string text)
    {
        var page = await PaperPage.OpenAsync(Client, "/contacts/import?desk=miller");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "cards.csv" },
        };
        var answer = await Client.PostAsync("/contacts/import?desk=miller", form, Cancel);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await PaperPage.OpenAsync(Client, answer.Headers.Location!.ToString())
            : await PaperPage.ReadAsync(Client, answer);
    }

    private async Task<PaperPage> EndedAsync(PaperPage page)
    {
        while (page.Document.QuerySelector("[data-running]") is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
            page = await PaperPage.OpenAsync(Client, new Uri(page.Document.Url).AbsolutePath);
        }

        return page;
    }

    private Task<int> CountAsync() => House.Get<BookSearch>().CountAsync(House.Desk.Id, Cancel);
}
