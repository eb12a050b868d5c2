using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>One person: how to reach them and say their name, whose court the ball is in, and everything that was between the desk and them.</summary>
public sealed class CardModel(
    PhoneBook book, Timeline timeline, BookActs acts, BookParting parting, DeskBook desks, Erasure erasure, TimeProvider time) : PageModel
{
    private const int PageSize = 40;

    public Contact Card { get; private set; } = null!;

    public Desk Desk { get; private set; } = null!;

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    public Ball Court { get; private set; }

    public TimelinePage Timeline { get; private set; } = new([], null);

    public bool IsFirst { get; private set; }

    /// <summary>Somebody asked to forget them, and it waits.</summary>
    public bool IsLeaving { get; private set; }

    public BookSaid Said { get; private set; } = new(null, null, null, null);

    public Task<IActionResult> OnGetAsync(Guid id, long? before, Guid? did, BookActKind? kind, int? undone, CancellationToken cancel) =>
        ShowAsync(id, before, desk => BookSaid.Of(did, kind, undone, desk, id), cancel);

    public async Task<IActionResult> OnPostDropAsync(Guid id, int version, CancellationToken cancel) =>
        await book.FindAsync(id, cancel) is { } card
            ? await AfterAsync(id, BookActKind.Dropped, await acts.DropAsync(new CardVersion(id, version), By, cancel), desks.WithId(card.DeskId)?.Name, cancel)
            : NotFound();

    public async Task<IActionResult> OnPostSplitNumberAsync(Guid id, int version, string? number, string? name, CancellationToken cancel) =>
        PhoneNumber.TryParse(number, out var parted) && CardText.Line(name) is { Length: <= CardText.Longest } named
            ? await AfterAsync(id, BookActKind.Split, await parting.SplitNumberAsync(new CardVersion(id, version), parted, named, By, cancel), null, cancel)
            : await RefuseAsync(id, $"Say in at most {CardText.Longest} characters whose number it is.", StatusCodes.Status422UnprocessableEntity, cancel);

    public async Task<IActionResult> OnPostSplitCallAsync(Guid id, Guid call, CancellationToken cancel) =>
        await AfterAsync(id, BookActKind.Split, await parting.SplitCallAsync(id, call, By, cancel), null, cancel);

    private string By => User.Identity?.Name ?? "somebody";

    /// <param name="desk">Named where the card is gone afterwards.</param>
    private async Task<IActionResult> AfterAsync(Guid id, BookActKind kind, BookOutcome outcome, string? desk, CancellationToken cancel) => outcome switch
    {
        BookOutcome.Done { ContactId: { } card } done => RedirectToPage(new { id = card, did = done.ActId, kind }),
        BookOutcome.Done done => RedirectToPage("/Contacts/Contacts", new { desk, did = done.ActId, kind }),
        BookOutcome.Stale => await RefuseAsync(
            id, "Somebody changed this card while you looked, so nothing was done. This is how it stands now.", StatusCodes.Status409Conflict, cancel),
        BookOutcome.NotThere => await RefuseAsync(id, "That is not on this card any more; nothing was done.", StatusCodes.Status409Conflict, cancel),
        _ => throw new InvalidOperationException("An act is done, stale or about nothing."),
    };

    private Task<IActionResult> RefuseAsync(Guid id, string problem, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        return ShowAsync(id, null, desk => new BookSaid(problem, null, null, desk, id), cancel);
    }

    private async Task<IActionResult> ShowAsync(Guid id, long? before, Func<string, BookSaid> said, CancellationToken cancel)
    {
        if (await book.FindAsync(id, cancel) is not { } card || desks.WithId(card.DeskId) is not { } desk)
        {
            return NotFound();
        }

        (Card, Desk, Said, IsFirst) = (card, desk, said(desk.Name), before is null);
        When = new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(desk.Zone), time.GetUtcNow());
        IsLeaving = await erasure.WaitsForAsync(id, cancel);
        Court = await timeline.CourtAsync(card, cancel);
        var place = before is { } microseconds and > 0 ? Data.Instant.OfMicroseconds(Math.Min(microseconds, Data.Instant.ToMicroseconds(DateTimeOffset.MaxValue))) : (DateTimeOffset?)null;
        Timeline = await timeline.PageAsync(card, place, PageSize, cancel);
        return Page();
    }
}
