using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>Writes a card: a new one, one made of a stranger's call, or one that is there.</summary>
public sealed class EditModel(PhoneBook book, BookActs acts, CallHistory calls, DeskBook desks, TimeProvider time) : PageModel
{
    /// <summary>Null for a card that is not there yet.</summary>
    public Guid? Id { get; private set; }

    public Desk Desk { get; private set; } = null!;

    public CardForm Form { get; private set; } = new();

    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Where somebody saved the card meanwhile: theirs, and what is written here.</summary>
    public IReadOnlyList<CardChange> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, string? desk, Guid? call, CancellationToken cancel)
    {
        if (id is { } known)
        {
            return await book.FindAsync(known, cancel) is { } card && desks.WithId(card.DeskId) is { } its ? Show(its, card.Id, CardForm.Of(card)) : NotFound();
        }

        if (call is { } rang)
        {
            return await calls.FindAsync(rang, cancel) is { ContactId: null } of && desks.WithId(of.DeskId ?? Guid.Empty) is { } called
                ? Show(called, null, Of(of))
                : NotFound();
        }

        return desks.Chosen(desk) is { } found ? Show(found, null, new CardForm()) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? desk, CardForm form, CancellationToken cancel)
    {
        var there = id is { } known ? await book.FindAsync(known, cancel) : null;
        if ((there is null ? desks.Named(desk ?? "") : desks.WithId(there.DeskId)) is not { } found)
        {
            return NotFound();
        }

        if (id is not null && there is null)
        {
            return Refuse(found, null, form with { Version = 0, Call = null }, StatusCodes.Status409Conflict, "Somebody dropped this card while you wrote. Saved now, it becomes a new one.");
        }

        if (form.Faults(CardForm.HomeOf(found)) is { Count: > 0 } faults)
        {
            return Refuse(found, id, form, StatusCodes.Status422UnprocessableEntity, [.. faults]);
        }

        var card = form.ToContact(id ?? NewId(), found, NewId) with { Version = there is null ? 0 : Math.Max(1, form.Version) };
        var kind = there is not null ? BookActKind.Changed : form.Call is null ? BookActKind.Made : BookActKind.MadeOfCall;
        var outcome = kind == BookActKind.MadeOfCall ? await acts.MakeOfCallAsync(card, form.Call!.Value, By, cancel) : await acts.SaveAsync(card, By, cancel);
        return outcome switch
        {
            BookOutcome.Done done => RedirectToPage("/Contacts/Card", new { id = card.Id, did = done.ActId, kind }),
            BookOutcome.Stale => await StaleAsync(found, card, form, cancel),
            BookOutcome.NotThere => Refuse(found, null, form with { Call = null }, StatusCodes.Status409Conflict, "That call has a card already. Saved now, this becomes a card without it."),
            _ => throw new InvalidOperationException("A card is saved, stale or about nothing."),
        };
    }

    private string By => User.Identity?.Name ?? "somebody";

    private async Task<IActionResult> StaleAsync(Desk desk, Contact mine, CardForm form, CancellationToken cancel)
    {
        var theirs = await book.FindAsync(mine.Id, cancel);
        Differences = theirs is null ? [] : CardDiff.Between(theirs, mine);
        return Refuse(
            desk, mine.Id, form with { Version = theirs?.Version ?? 0 }, StatusCodes.Status409Conflict,
            "Somebody changed this card while you wrote, so nothing was saved. What you wrote is still here: saved now, it replaces theirs.");
    }

    private PageResult Refuse(Desk desk, Guid? id, CardForm form, int status, params IReadOnlyList<string> faults)
    {
        (Faults, Response.StatusCode) = (faults, status);
        return Show(desk, id, form.WithoutEmptyRows());
    }

    private PageResult Show(Desk desk, Guid? id, CardForm form)
    {
        // What was posted would win over what stands here.
        ModelState.Clear();
        (Desk, Id, Form) = (desk, id, form.WithRoom());
        return Page();
    }

    private static CardForm Of(LoggedCall call) => new()
    {
        Call = call.Id,
        Name = call.SaidName,
        Numbers =
        [
            .. new[] { call.Number, PhoneNumber.TryParse(call.CallerFrom, out var from) ? from : (PhoneNumber?)null }
                .Concat(call.Numbers().Select(given => given.Number))
                .OfType<PhoneNumber>().Distinct().Select(number => NumberRow.Of(number, call.Numbers().FirstOrDefault(given => given.Number == number))),
        ],
    };

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
