using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The brief for a phone in a car: three large rows at a time, one tap to dial, one to say that it is done.</summary>
public sealed class BriefModel(DeskBook desks, CurrentBrief brief, SheetMarks marks, SheetUndo undo) : PageModel
{
    private IReadOnlyList<SheetLine> lines = [];

    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    /// <summary>The place of the first row.</summary>
    public int From { get; private set; }

    public IEnumerable<SheetLine> Three => lines.Skip(From).Take(SpokenBrief.AtATime);

    public int? Next => From + SpokenBrief.AtATime < lines.Count ? From + SpokenBrief.AtATime : null;

    public int? Before => From > 0 ? Math.Max(0, From - SpokenBrief.AtATime) : null;

    public string Count => lines.Count(line => line.Code == CallCode.CallAsap) is var asap and > 0 ? $"{lines.Count} to return, {asap} ASAP"
        : lines.Count > 0 ? $"{lines.Count} to return"
        : "Nothing to return";

    /// <summary>The act just done, while it can be undone.</summary>
    public Guid? Did { get; private set; }

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(string? desk, int from, Guid? did, CancellationToken cancel)
    {
        Did = did;
        return ShowAsync(desk, from, cancel);
    }

    public async Task<IActionResult> OnPostReturnedAsync(string? desk, int from, Guid call, int version, CancellationToken cancel)
    {
        var mark = new SheetMark { CallId = call, Version = version, Kind = MarkKind.Returned, By = User.Identity?.Name ?? "somebody" };
        if (await marks.MarkAsync(mark, cancel) is MarkOutcome.Marked marked)
        {
            return RedirectToPage(new { desk, from, did = marked.ActId });
        }

        return await RefuseAsync(desk, from, "That line changed while you looked, so nothing was marked. This is how it stands now.", cancel);
    }

    public async Task<IActionResult> OnPostUndoAsync(string? desk, int from, Guid act, CancellationToken cancel) =>
        await undo.UndoAsync(act, cancel) is UndoOutcome.Undone
            ? RedirectToPage(new { desk, from })
            : await RefuseAsync(desk, from, "That can't be undone any more.", cancel);

    private Task<IActionResult> RefuseAsync(string? desk, int from, string problem, CancellationToken cancel)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return ShowAsync(desk, from, cancel);
    }

    private async Task<IActionResult> ShowAsync(string? name, int from, CancellationToken cancel)
    {
        Desk = desks.Chosen(name);
        if (Desk is null)
        {
            return name is null ? Page() : NotFound();
        }

        lines = await brief.LinesAsync(Desk, cancel);
        From = Math.Clamp(from, 0, Math.Max(0, lines.Count - 1));
        return Page();
    }
}
