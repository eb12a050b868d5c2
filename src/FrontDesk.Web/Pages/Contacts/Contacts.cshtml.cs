using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The book of a desk: everybody it knows, by name, and whom a few letters or digits find.</summary>
public sealed class ContactsModel(DeskBook desks, BookSearch book, BookUndo undo) : PageModel
{
    private const int PageSize = 50;

    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public IReadOnlyList<CardLine> Cards { get; private set; } = [];

    /// <summary>Somebody was, a moment ago.</summary>
    [TempData]
    public string? Forgotten { get; set; }

    public string? Search { get; private set; }

    public int Total { get; private set; }

    /// <summary>The last card of this page; null on the last page.</summary>
    public Guid? Last { get; private set; }

    public bool IsFirst { get; private set; }

    public BookSaid Said { get; private set; } = new(null, null, null, null);

    public Task<IActionResult> OnGetAsync(string? desk, string? search, Guid? after, Guid? did, BookActKind? kind, int? undone, CancellationToken cancel)
    {
        Said = Forgotten is { } said ? new BookSaid(null, said, null, desk) : BookSaid.Of(did, kind, undone, desk);
        return ShowAsync(desk, search, after, cancel);
    }

    /// <param name="back">The card that was looked at.</param>
    public async Task<IActionResult> OnPostUndoAsync(string? desk, Guid act, Guid? back, CancellationToken cancel)
    {
        var outcome = await undo.TakeBackAsync(act, cancel);
        if (outcome is not TakeBackOutcome.TakenBack taken)
        {
            Said = new BookSaid(BookWords.Of(outcome), null, null, desk);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(desk, null, null, cancel);
        }

        return back is { } card && await book.HasAsync(card, cancel)
            ? RedirectToPage("/Contacts/Card", new { id = card, undone = taken.Stayed })
            : RedirectToPage(new { desk, undone = taken.Stayed });
    }

    private async Task<IActionResult> ShowAsync(string? name, string? search, Guid? after, CancellationToken cancel)
    {
        Desk = desks.Chosen(name);
        if (Desk is null)
        {
            return string.IsNullOrEmpty(name) ? Page() : NotFound();
        }

        Search = string.IsNullOrWhiteSpace(search) ? null : PlainText.Cut(search.Trim(), 100);
        IsFirst = after is null;
        // One more than shown, to know whether there are more.
        var cards = await book.PageAsync(Desk.Id, Search, after, PageSize + 1, cancel);
        Cards = [.. cards.Take(PageSize)];
        Last = cards.Count > PageSize ? Cards[^1].Id : null;
        Total = await book.CountAsync(Desk.Id, cancel);
        return Page();
    }
}
