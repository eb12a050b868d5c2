using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>Two cards of one person become one: choose the other, look at what comes of it, merge.</summary>
public sealed class MergeModel(PhoneBook book, BookSearch search, BookParting parting, DeskBook desks) : PageModel
{
    private const int MostFound = 20;

    public Contact Card { get; private set; } = null!;

    public Desk Desk { get; private set; } = null!;

    /// <summary>The card that would become part of this one; null until it is chosen.</summary>
    public Contact? Other { get; private set; }

    public IReadOnlyList<CardChange> Changes { get; private set; } = [];

    public string Search { get; private set; } = "";

    public IReadOnlyList<CardLine> Found { get; private set; } = [];

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, Guid? other, string? search, CancellationToken cancel) => ShowAsync(id, other, search, cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, int version, Guid other, int otherVersion, CancellationToken cancel)
    {
        var outcome = await parting.MergeAsync(new CardVersion(id, version), new CardVersion(other, otherVersion), User.Identity?.Name ?? "somebody", cancel);
        if (outcome is BookOutcome.Done done)
        {
            return RedirectToPage("/Contacts/Card", new { id, did = done.ActId, kind = BookActKind.Merged });
        }

        Problem = outcome is BookOutcome.Stale
            ? "One of the two cards was changed while you looked, so nothing was merged. This is how they stand now."
            : "One of the two cards is gone; nothing was merged.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(id, outcome is BookOutcome.Stale ? other : null, null, cancel);
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid? other, string? words, CancellationToken cancel)
    {
        if (await book.FindAsync(id, cancel) is not { } card || desks.WithId(card.DeskId) is not { } desk)
        {
            return NotFound();
        }

        (Card, Desk) = (card, desk);
        Other = other is { } chosen && chosen != id && await book.FindAsync(chosen, cancel) is { } found && found.DeskId == card.DeskId ? found : null;
        Changes = Other is null ? [] : CardDiff.Between(card, CardMerge.Into(card, Other));
        // Most often the other card has the same last name.
        Search = words ?? card.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        Found = Other is not null ? [] : [.. (await search.PageAsync(card.DeskId, Search, null, MostFound, cancel)).Where(line => line.Id != id)];
        return Page();
    }
}
