using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>What the boss is to be reminded of and when, what came of it, and where she is meanwhile.</summary>
public sealed class RemindersModel(DeskBook desks, ReminderLog log, ReminderTries tries, BossStays stays, TimeProvider time) : PageModel
{
    private ILookup<Guid, ReminderTry> tried = Array.Empty<ReminderTry>().ToLookup(one => one.ReminderId);

    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    /// <summary>Null while she is in the desk's zone.</summary>
    public string? BossCity { get; private set; }

    public IReadOnlyList<LoggedReminder> Coming { get; private set; } = [];

    public IReadOnlyList<LoggedReminder> Lately { get; private set; } = [];

    /// <summary>Why nothing was changed, in a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was typed, kept so that it need not be typed again.</summary>
    internal StayConfig? Draft { get; private set; }

    public Task<IActionResult> OnGetAsync(string? desk, CancellationToken cancel) => ShowAsync(desk, cancel);

    public async Task<IActionResult> OnPostAddAsync(string? desk, int version, string? zone, string? from, string? until, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found)
        {
            return NotFound();
        }

        var draft = new StayConfig { Zone = (zone ?? "").Trim(), From = from ?? "", Until = until ?? "" };
        return draft.ToStay() is { } stay
            ? await SaveAsync(found, [.. found.Stays, stay], version, draft, cancel)
            : await RefuseAsync(desk, "Give both times, as the walls there will read.", draft, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? desk, int version, int place, CancellationToken cancel) =>
        desks.Named(desk ?? "") is { } found ? await SaveAsync(found, [.. found.Stays.Where((_, at) => at != place)], version, draft: null, cancel) : NotFound();

    internal ReminderLife Life(LoggedReminder reminder) => new(reminder, [.. tried[reminder.Id]], Desk?.Reminding, When, ShowsWho: true);

    private async Task<IActionResult> SaveAsync(Desk desk, IReadOnlyList<Stay> wanted, int version, StayConfig? draft, CancellationToken cancel) =>
        await stays.SaveAsync(desk, wanted, version, cancel) switch
        {
            StayOutcome.Saved => RedirectToPage(new { desk = desk.Name }),
            StayOutcome.Refused refused => await RefuseAsync(desk.Name, $"Nothing was changed: {refused.Why}.", draft, StatusCodes.Status422UnprocessableEntity, cancel),
            StayOutcome.Stale => await RefuseAsync(
                desk.Name, "Somebody changed the desk while you looked, so nothing was changed. This is how it stands now.", draft, StatusCodes.Status409Conflict, cancel),
            _ => throw new InvalidOperationException("Stays are saved, refused or stale."),
        };

    private Task<IActionResult> RefuseAsync(string? desk, string problem, StayConfig? draft, int status, CancellationToken cancel)
    {
        (Problem, Draft, Response.StatusCode) = (problem, draft, status);
        return ShowAsync(desk, cancel);
    }

    private async Task<IActionResult> ShowAsync(string? name, CancellationToken cancel)
    {
        Desk = desks.Chosen(name);
        if (Desk is null)
        {
            return name is null ? Page() : NotFound();
        }

        var now = time.GetUtcNow();
        When = new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(Desk.Zone), now);
        var zone = new DeskClock(Desk).BossZone(now);
        BossCity = zone.Equals(Desk.Zone, StringComparison.Ordinal) ? null : new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(zone), now).City;
        Coming = await log.ComingAsync(Desk.Id, cancel);
        Lately = await log.LatelyAsync(Desk.Id, cancel);
        var due = Coming.Concat(Lately).Select(reminder => reminder.DueAt).ToList();
        tried = (due.Count == 0 ? [] : await tries.OfDeskAsync(Desk.Id, due.Min(), due.Max(), cancel)).ToLookup(one => one.ReminderId);
        return Page();
    }
}
