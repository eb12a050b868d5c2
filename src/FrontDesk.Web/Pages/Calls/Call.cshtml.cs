using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Reminders;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>One call: what was said on it, what was done about it, and whether the boss was told.</summary>
public sealed class CallModel(
    CallHistory history, CurrentSheet sheet, SheetUndo undo, DeskBook desks, ReachProof proof, ReminderTries reminderTries, BlockedNumbers blockedNumbers, TimeProvider time) : PageModel
{
    private ILookup<Guid, ReminderTry> reminded = Array.Empty<ReminderTry>().ToLookup(one => one.ReminderId);
    private Reminding? reminding;

    public LoggedCall Call { get; private set; } = new();

    /// <summary>Null on a line no desk has claimed.</summary>
    public string? Desk { get; private set; }

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    /// <summary>The sheet's line the call is part of, while it is owed.</summary>
    public LineView? Line { get; private set; }

    public IReadOnlyList<CallTurn> Turns { get; private set; } = [];

    public IReadOnlyList<LoggedMark> Marks { get; private set; } = [];

    public IReadOnlyList<LoggedReminder> Reminders { get; private set; } = [];

    /// <summary>The phones of the boss that were tried for it, in their order.</summary>
    public IReadOnlyList<ReachAttempt> Tries { get; private set; } = [];

    /// <summary>Why none was; null where some were, or nobody held.</summary>
    public Refrain? Refrained { get; private set; }

    /// <summary>The number they rang from, where the desk could refuse its calls.</summary>
    public PhoneNumber? Blockable { get; private set; }

    public BlockedNumber? Blocked { get; private set; }

    /// <summary>A moment ago, by whoever looks: the way back stands beside it.</summary>
    public bool JustBlocked { get; private set; }

    public async Task<IActionResult> OnPostBlockAsync(Guid id, string? why, CancellationToken cancel)
    {
        if (await BlockableOfAsync(id, cancel) is not var (desk, number))
        {
            return NotFound();
        }

        var said = PlainText.Cut(PlainText.ForShowing(why ?? "").Trim(), BlockedNumber.LongestWhy);
        await blockedNumbers.BlockAsync(
            desk.Id,
            new BlockedNumber { Number = number, Why = said.Length == 0 ? null : said, By = User.Identity?.Name ?? "somebody", At = time.GetUtcNow() },
            cancel);
        return RedirectToPage(new { id, blocked = true });
    }

    public async Task<IActionResult> OnPostUnblockAsync(Guid id, CancellationToken cancel)
    {
        if (await BlockableOfAsync(id, cancel) is not var (desk, number))
        {
            return NotFound();
        }

        await blockedNumbers.UnblockAsync(desk.Id, number, cancel);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnGetAsync(Guid id, bool blocked, CancellationToken cancel)
    {
        if (await history.FindAsync(id, cancel) is not { } call)
        {
            return NotFound();
        }

        Call = call.Shown();
        var desk = call.DeskId is { } deskId ? desks.WithId(deskId) : null;
        When = new DeskWhen(desk is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(desk.Zone), time.GetUtcNow());
        Turns = [.. (await history.TurnsAsync(id, cancel)).Select(turn => turn.Shown())];
        Marks = await history.MarksAsync(id, cancel);
        Reminders = await history.RemindersAsync(id, cancel);
        reminded = (await reminderTries.OfCallAsync(id, cancel)).ToLookup(one => one.ReminderId);
        reminding = desk?.Reminding;
        Tries = await proof.OfCallAsync(id, cancel);
        Refrained = await proof.RefrainedAsync(id, cancel);
        Desk = desk?.Name;
        var line = (await sheet.LinesAsync(call.DeskId, cancel)).FirstOrDefault(line => line.Calls.Contains(id));
        Line = line is null ? null : new LineView(line, When, Desk);
        Blockable = NumberToBlock(call, desk);
        Blocked = desk is not null && Blockable is { } number ? await blockedNumbers.FindAsync(desk.Id, number, cancel) : null;
        JustBlocked = blocked;
        return Page();
    }

    public ReminderLife Life(LoggedReminder reminder) => new(reminder, [.. reminded[reminder.Id]], reminding, When);

    public bool CanUndo(LoggedMark mark) => undo.IsPossible(mark.At, mark.UndoneAt is not null);

    private static PhoneNumber? NumberToBlock(LoggedCall call, Desk? desk) =>
        desk is not null && call.Direction == CallDirection.Inbound && PhoneNumber.TryParse(call.CallerFrom, out var from) && BlockedNumber.Objection(from, desk) is null
            ? from
            : null;

    private async Task<(Desk Desk, PhoneNumber Number)?> BlockableOfAsync(Guid id, CancellationToken cancel) =>
        await history.FindAsync(id, cancel) is { DeskId: { } deskId } call && desks.WithId(deskId) is { } desk && NumberToBlock(call, desk) is { } number
            ? (desk, number)
            : null;

    public static string Who(LoggedCall call) =>
        call.Name
        ?? (call.Number is { } number ? SheetWords.Of(number)
            : PhoneNumber.TryParse(call.CallerFrom, out var from) ? SheetWords.Of(from)
            : IsErased(call) ? "Forgotten on request"
            : "Caller unknown");

    public static bool IsErased(LoggedCall call) => string.Equals(call.CallerFrom, WhatIsWiped.Word, StringComparison.Ordinal);

    public static string State(LoggedCall call) => call switch
    {
        { EndedAt: null, Direction: CallDirection.Inbound } => SheetWords.Of(call.Status),
        { Direction: CallDirection.Outbound, Status: CallStatus.Canceled } => "taken back",
        { Unwanted: { } unwanted, Ball: Ball.Ours } => SheetWords.Of(unwanted),
        _ => SheetWords.Of(call.Ball, call.Outcome),
    };
}
