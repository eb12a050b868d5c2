using FrontDesk.Calls;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>One call: what was said on it, what was done about it, and whether the boss was told.</summary>
public sealed class CallModel(
    CallHistory history, CurrentSheet sheet, SheetUndo undo, DeskBook desks, TimeProvider time) : PageModel
{
    public LoggedCall Call { get; private set; } = new();

    /// <summary>Null on a line no desk has claimed.</summary>
    public string? Desk { get; private set; }

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
        When = new DeskWhen(desk is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(desk.Zone), time.GetUtcNow());
        Turns = await history.TurnsAsync(id, cancel);
        Marks = await history.MarksAsync(id, cancel);
        Reminders = await history.RemindersAsync(id, cancel);
        Desk = desk?.Name;
        var line = (await sheet.LinesAsync(call.DeskId, cancel)).FirstOrDefault(line => line.Calls.Contains(id));
        Line = line is null ? null : new LineView(line, When, Desk);
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
