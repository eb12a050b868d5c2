using System.Globalization;
using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>Every call of a desk, newest first: the sheet hides what is settled, the log hides nothing.</summary>
public sealed class LogModel(DeskBook desks, CallHistory history, TimeProvider time) : PageModel
{
    /// <summary>Names the lines no desk has claimed where a desk's name stands otherwise; no desk's name holds a tilde.</summary>
    public const string Unclaimed = "~unclaimed";

    private const int PageSize = 50;

    public string? Chosen { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    public IReadOnlyList<LoggedCall> Calls { get; private set; } = [];

    /// <summary>Where the next page starts; null on the last.</summary>
    public string? Older { get; private set; }

    public bool IsFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? desk, string? before, CancellationToken cancel)
    {
        var unclaimed = string.Equals(desk, Unclaimed, StringComparison.Ordinal);
        var found = desks.Chosen(desk);
        LogPlace? place = LogPlace.TryRead(before, out var read) ? read : null;
        if ((desk is not null && found is null && !unclaimed) || (before is not null && place is null))
        {
            return NotFound();
        }

        Chosen = found?.Name ?? Unclaimed;
        IsFirst = place is null;
        When = new DeskWhen(found is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(found.Zone), time.GetUtcNow());
        // One more than shown, to know whether there are older ones.
        var calls = await history.NewestAsync(found?.Id, place, PageSize + 1, cancel);
        Calls = [.. calls.Take(PageSize).Select(call => call.Shown())];
        Older = calls.Count > PageSize ? LogPlace.Of(Calls[^1]).ToString() : null;
        return Page();
    }

    public static string Length(LoggedCall call) =>
        call.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}") : "";
}
