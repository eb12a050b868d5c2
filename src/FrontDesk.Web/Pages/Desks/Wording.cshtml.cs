using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>What a desk says, sentence by sentence, as its people put it in their own words.</summary>
public sealed class WordingModel(DeskBook desks, DeskWording wording) : PageModel
{
    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    /// <summary>The sentence changed last, and what it was before: the way back.</summary>
    [TempData]
    public string? Changed { get; set; }

    [TempData]
    public string? Before { get; set; }

    public WordingSentence? JustChanged { get; private set; }

    public string? WasBefore { get; private set; }

    /// <summary>Words that were not taken, kept so that they need not be typed again.</summary>
    public WordingForm? Draft { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public IActionResult OnGet(string? desk)
    {
        (JustChanged, WasBefore) = (WordingSentence.Named(Changed ?? ""), Before);
        return Show(desk);
    }

    public async Task<IActionResult> OnPostAsync(string? desk, WordingForm form, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found || WordingSentence.Named(form.Sentence ?? "") is not { } sentence)
        {
            return NotFound();
        }

        switch (await wording.SayAsync(found, sentence, form.Words, form.Version, cancel))
        {
            case WordingOutcome.Saved saved:
                (Changed, Before) = (sentence.Name, saved.Before);
                return RedirectToPage(new { desk });
            case WordingOutcome.Refused refused:
                (Draft, Faults, Response.StatusCode) = (form, refused.Faults, StatusCodes.Status422UnprocessableEntity);
                return Show(desk);
            case WordingOutcome.Stale:
                (Draft, Response.StatusCode) = (form, StatusCodes.Status409Conflict);
                Faults = ["Somebody changed this desk while you wrote, so nothing was saved. Your words are still here: save them again if they still hold."];
                return Show(desk);
            default:
                throw new InvalidOperationException("Wording is saved, refused or stale.");
        }
    }

    /// <summary>Allows short recordings at this desk, or forbids them again.</summary>
    public async Task<IActionResult> OnPostRecordingAsync(string? desk, int version, bool allow, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found)
        {
            return NotFound();
        }

        if (await desks.SaveAsync(found with { MayRecord = allow, Version = version }, cancel) == SaveOutcome.Saved)
        {
            return RedirectToPage(new { desk });
        }

        (Faults, Response.StatusCode) = (["Somebody changed this desk while you looked, so nothing was saved."], StatusCodes.Status409Conflict);
        return Show(desk);
    }

    public string Words(WordingSentence sentence) => IsDraft(sentence) ? Draft!.Words ?? "" : sentence.In(Desk!.Wording);

    public string Preview(WordingSentence sentence) => WordingPreview.Of(Words(sentence), Desk!);

    public bool IsDraft(WordingSentence sentence) => string.Equals(Draft?.Sentence, sentence.Name, StringComparison.Ordinal);

    private IActionResult Show(string? name)
    {
        Desk = desks.Chosen(name);
        return name is not null && Desk is null ? NotFound() : Page();
    }
}

/// <summary>A sentence in the words somebody typed.</summary>
public sealed record WordingForm
{
    public string? Sentence { get; init; }

    public string? Words { get; init; }

    /// <summary>The desk's, as it was read.</summary>
    public int Version { get; init; }
}
