using FrontDesk.Calls;
using FrontDesk.Sheet;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>One call: what was said on it, what was done about it, and whether the boss was told.</summary>
public sealed class CallModel(
    CallHistory history, SheetStore store, SheetUndo undo, DeskBook desks, TimeProvider time) : PageModel
{
    public LoggedCall Call { get; private set; } = new();

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    /// <summary>The sheet's line the call is part of, while it is owed.</summary>
    public LineView? Line { get; private set; }

    public IReadOnlyList<CallTurn> Turns { get; private set; } = [];

    public IReadOnlyList<LoggedMark> Marks { get; private set; } = [];

    public IReadOnlyList<LoggedReminder> Reminders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await history.FindAsync(id, cancel) is not { } call)
        {
            return NotFound();
        }

        Call = call;
        var desk = call.DeskId is { } deskId ? desks.WithId(deskId) : null;
        var now = time.GetUtcNow();
        When = new DeskWhen(desk is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(desk.Zone), now);
        Turns = await history.TurnsAsync([id], cancel);
        Marks = await history.MarksAsync(id, cancel);
        Reminders = await history.RemindersAsync(id, cancel);
        var owed = call.DeskId is { } of ? await store.OwedAsync(of, cancel) : await store.UnassignedAsync(cancel);
        var line = PhoneSheet.Of(owed, now).Lines.FirstOrDefault(line => line.Calls.Contains(id));
        Line = line is null ? null : new LineView(line, When, desk?.Name);
        return Page();
    }

    public bool CanUndo(LoggedMark mark) => undo.IsPossible(mark.At, mark.UndoneAt is not null);

    public static string Who(LoggedCall call) =>
        call.Name
        ?? (call.Number is { } number ? SheetWords.Of(number)
            : PhoneNumber.TryParse(call.CallerFrom, out var from) ? SheetWords.Of(from)
            : "Caller unknown");

    public static string State(LoggedCall call) => call switch
    {
        { EndedAt: null, Direction: CallDirection.Inbound } => SheetWords.Of(call.Status),
        { Direction: CallDirection.Outbound, Status: CallStatus.Canceled } => "taken back",
        _ => SheetWords.Of(call.Ball, call.Outcome),
    };
}
