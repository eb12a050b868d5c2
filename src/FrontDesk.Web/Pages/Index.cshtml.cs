using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Sheet;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The phone sheet of a desk, as people read and mark it.</summary>
public sealed class IndexModel(
    DeskBook desks, CurrentSheet sheet, SheetMarks marks, SheetUndo undo, ReachProof proof, SheetChanges changes, PinBook pins, PhoneLoops phoneLoops, Holds holds,
    RunBook comparisons, TimeProvider time) : PageModel
{
    private ILookup<Guid, ReachAttempt> tried = Array.Empty<ReachAttempt>().ToLookup(attempt => attempt.CallId);

    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    public string Stamp { get; private set; } = "";

    /// <summary>What the clean copy made from this page is known by.</summary>
    public Guid NextCopy { get; private set; }

    public IReadOnlyList<SheetLine> Ours { get; private set; } = [];

    public IReadOnlyList<SheetLine> Theirs { get; private set; } = [];

    public IReadOnlyList<SheetLine> Unassigned { get; private set; } = [];

    /// <summary>Wrong PINs of the last day that shut a door.</summary>
    public IReadOnlyList<PinAlarm> Alarms { get; private set; } = [];

    /// <summary>Phones of the boss that sent our calls back to the line in the last day.</summary>
    public IReadOnlyList<PhoneLoop> Loops { get; private set; } = [];

    /// <summary>Lines whose calls or texts the carrier sends elsewhere.</summary>
    public IReadOnlyList<string> Astray { get; private set; } = [];

    /// <summary>The boss is told of ASAP calls only; null where she is told of all.</summary>
    public Held? Held { get; private set; }

    /// <summary>What to tell about the last act, in a sentence.</summary>
    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    /// <summary>The act the sentence tells of, while it can be undone.</summary>
    public Guid? DidAct { get; private set; }

    /// <summary>A change that was not made, kept so that it need not be typed again.</summary>
    public CodeDraft? Draft { get; private set; }

    /// <param name="did">The act just done, told with a way back.</param>
    public async Task<IActionResult> OnGetAsync(string? desk, Guid? did, MarkKind? kind, bool undone, CancellationToken cancel)
    {
        Done = undone ? "Undone."
            : did is not null && kind is { } mark && Enum.IsDefined(mark) ? $"Marked: {SheetWords.Of(mark)}."
            : null;
        DidAct = undone ? null : did;
        return await ShowAsync(desk, cancel);
    }

    public async Task<IActionResult> OnPostMarkAsync(string? desk, MarkForm form, CancellationToken cancel)
    {
        var draft = form.ToDraft();
        if (form.Mistake() is { } mistake)
        {
            return await RefuseAsync(desk, mistake, draft, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        var outcome = await marks.MarkAsync(form.ToMark(User.Identity?.Name ?? "somebody"), cancel);
        return outcome switch
        {
            MarkOutcome.Marked marked => RedirectToPage(new { desk, did = marked.ActId, kind = form.Kind }),
            MarkOutcome.Stale stale => await RefuseAsync(
                desk,
                $"{stale.Current.Name ?? "That line"} changed while you looked, so nothing was marked. This is how it stands now; mark it again if it still holds.",
                draft,
                StatusCodes.Status409Conflict,
                cancel),
            MarkOutcome.NotOwed => await RefuseAsync(
                desk, "That call is off the sheet already: somebody was faster. Nothing was changed; the log tells who.", draft,
                StatusCodes.Status409Conflict, cancel),
            _ => throw new InvalidOperationException("A mark is made, stale or not owed."),
        };
    }

    public async Task<IActionResult> OnPostUndoAsync(string? desk, Guid act, CancellationToken cancel) =>
        await undo.UndoAsync(act, cancel) switch
        {
            UndoOutcome.Undone => RedirectToPage(new { desk, undone = true }),
            UndoOutcome.Overtaken => await RefuseAsync(
                desk, "That line was marked again since, so the later mark stands.", null, StatusCodes.Status409Conflict, cancel),
            UndoOutcome.TooLate => await RefuseAsync(
                desk, "That can't be undone any more: it was undone already, or more than an hour ago.", null, StatusCodes.Status409Conflict, cancel),
            _ => throw new InvalidOperationException("An act is undone, overtaken or too long ago."),
        };

    public async Task<IActionResult> OnPostLiftAsync(string? desk, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found)
        {
            return NotFound();
        }

        await holds.LiftAsync(found.Id, cancel);
        return RedirectToPage(new { desk });
    }

    /// <summary>For the newest of its calls for which the boss was tried; null where she never was.</summary>
    public string? TriedFor(SheetLine line) =>
        line.Calls.Select(call => ReachWords.Summary(tried[call])).FirstOrDefault(summary => summary.Length > 0);

    private Task<IActionResult> RefuseAsync(string? desk, string problem, CodeDraft? draft, int status, CancellationToken cancel)
    {
        Problem = problem;
        Draft = draft;
        Response.StatusCode = status;
        return ShowAsync(desk, cancel);
    }

    private async Task<IActionResult> ShowAsync(string? name, CancellationToken cancel)
    {
        Desk = desks.Chosen(name);
        if (name is not null && Desk is null)
        {
            return NotFound();
        }

        var now = time.GetUtcNow();
        Unassigned = await sheet.LinesAsync(null, cancel);
        if (Desk is not null)
        {
            // Before the calls are read: a change in between is then told again rather than missed.
            Stamp = changes.Stamp(Desk.Id);
            NextCopy = Guid.CreateVersion7(now);
            When = new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(Desk.Zone), now);
            var lines = await sheet.LinesAsync(Desk.Id, cancel);
            tried = await proof.OfOwedAsync(Desk.Id, cancel);
            Ours = [.. lines.Where(line => line.Ball == Ball.Ours)];
            Theirs = [.. lines.Where(line => line.Ball == Ball.Theirs)];
            Held = await holds.CurrentAsync(Desk.Id, cancel);
            Loops = await phoneLoops.LatelyAsync(Desk.Id, cancel);
            Astray = [.. (await comparisons.DifferencesAsync(cancel)).Select(known => known.Difference.Number).Distinct(StringComparer.Ordinal)];
            Alarms = await pins.AlarmsAsync(Desk.Id, cancel);
        }

        return Page();
    }
}
