using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>Asks back before somebody is forgotten: what it concerns, and that there is no way back.</summary>
public sealed class ForgetModel(Erasure erasure, PhoneBook book, CallHistory calls, DeskBook desks) : PageModel
{
    /// <summary>What the book says next, once.</summary>
    [TempData]
    public string? Forgotten { get; set; }

    public Guid? Card { get; private set; }

    public Guid? Call { get; private set; }

    /// <summary>As the page calls them.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Where they were looked at.</summary>
    public string Back { get; private set; } = "/";

    /// <summary>Null where there is nobody to forget.</summary>
    public ErasureCount? Count { get; private set; }

    public bool Waits { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? card, Guid? call, CancellationToken cancel)
    {
        if (await FindAsync(card, call, cancel) is not var (desk, whom))
        {
            return NotFound();
        }

        Take(await erasure.CountAsync(desk.Id, whom, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? card, Guid? call, CancellationToken cancel)
    {
        if (await FindAsync(card, call, cancel) is not var (desk, whom))
        {
            return NotFound();
        }

        var outcome = await erasure.ForgetAsync(desk.Id, whom, User.Identity?.Name ?? "somebody", cancel);
        if (outcome is ErasureOutcome.Waits)
        {
            return Redirect(Back);
        }

        if (outcome is ErasureOutcome.Done)
        {
            Forgotten = ErasureWords.Of(outcome);
            return RedirectToPage("/Contacts/Contacts", new { desk = desk.Name });
        }

        Problem = ErasureWords.Of(outcome);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<(Desk Desk, Erasing.Forgotten Whom)?> FindAsync(Guid? card, Guid? call, CancellationToken cancel)
    {
        (Card, Call) = (card, call);
        if (card is { } id && await book.FindAsync(id, cancel) is { } known && desks.WithId(known.DeskId) is { } theirs)
        {
            (Who, Back) = (known.Name, $"/contacts/{id}");
            return (theirs, new Erasing.Forgotten.OfCard(id));
        }

        if (call is { } made && await calls.FindAsync(made, cancel) is { DeskId: { } deskId } logged && desks.WithId(deskId) is { } desk)
        {
            (Who, Back) = (CallModel.Who(logged), $"/calls/{made}");
            return (desk, new Erasing.Forgotten.OfCall(made));
        }

        return null;
    }

    private void Take(ErasureOutcome outcome)
    {
        (Count, Waits, Problem) = outcome switch
        {
            ErasureOutcome.Done(var count) => (count, false, null),
            ErasureOutcome.Waits(var count) => (count, true, null),
            _ => ((ErasureCount?)null, false, ErasureWords.Of(outcome)),
        };
    }
}
