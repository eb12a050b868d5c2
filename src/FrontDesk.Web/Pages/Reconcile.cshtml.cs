using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The carrier's lists against ours: when they were last compared, how far it is, and what was found.</summary>
public sealed class ReconcileModel(RunBook book, FoundList found, ReconcileClock clock, DeskBook desks, TimeProvider time) : PageModel
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromDays(7);

    /// <summary>Null before the first.</summary>
    public ReconcileRun? Run { get; private set; }

    /// <summary>The newest that could read all.</summary>
    public ReconcileRun? Complete { get; private set; }

    public IReadOnlyList<KnownDifference> Differences { get; private set; } = [];

    public IReadOnlyList<LoggedCall> Calls { get; private set; } = [];

    public IReadOnlyList<FoundText> Texts { get; private set; } = [];

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    /// <summary>A moment ago, by whoever looks.</summary>
    public bool JustAsked { get; private set; }

    public async Task OnGetAsync(bool asked, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        When = new DeskWhen(desks.All is [var first, ..] ? TimeZoneInfo.FindSystemTimeZoneById(first.Zone) : TimeZoneInfo.Utc, now);
        Run = await book.NewestAsync(cancel);
        Complete = await book.NewestCompleteAsync(cancel);
        Differences = await book.DifferencesAsync(cancel);
        Calls = [.. (await found.CallsAsync(now - ShownFor, cancel)).Select(call => call.Shown())];
        Texts = await found.TextsAsync(now - ShownFor, cancel);
        JustAsked = asked;
    }

    public IActionResult OnPost()
    {
        clock.Ask();
        return RedirectToPage(new { asked = true });
    }

    /// <summary>Whose call it was for.</summary>
    public string DeskOf(LoggedCall call) => call.DeskId is { } id && desks.WithId(id) is Desk desk ? desk.Title : "no desk";
}
