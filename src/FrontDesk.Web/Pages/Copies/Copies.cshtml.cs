using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The clean copies of a desk, newest first, and making one.</summary>
public sealed class CopiesModel(DeskBook desks, CleanCopies copies, CopyMaking making, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The same button pressed again within this time is the same act; on a page gone back to later it is another.</summary>
    private static readonly TimeSpan OneAct = TimeSpan.FromSeconds(10);

    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    public IReadOnlyList<ListedCopy> Copies { get; private set; } = [];

    /// <summary>The number the next page ends before; null on the last.</summary>
    public int? Older { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>What the next copy made from this page is known by.</summary>
    public Guid NextCopy { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>A note that was not taken, kept so that it need not be typed again.</summary>
    public string? Draft { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? desk, int? before, CancellationToken cancel)
    {
        Desk = desks.Chosen(desk);
        if (Desk is null)
        {
            return desk is null ? Page() : NotFound();
        }

        IsFirst = before is null;
        NextCopy = Guid.CreateVersion7(time.GetUtcNow());
        When = new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(Desk.Zone), time.GetUtcNow());
        // One more than shown, to know whether there are older ones.
        var found = await copies.NewestAsync(Desk.Id, before, PageSize + 1, cancel);
        Copies = [.. found.Take(PageSize)];
        Older = found.Count > PageSize ? Copies[^1].Number : null;
        return Page();
    }

    public Task<IActionResult> OnPostMakeAsync(string? desk, Guid copy, CancellationToken cancel) =>
        MakeAsync(desk, copy, CopyReason.Button, note: null, cancel);

    /// <summary>For the next assistant, with a word from this one.</summary>
    public async Task<IActionResult> OnPostHandOverAsync(string? desk, Guid copy, string? note, CancellationToken cancel)
    {
        var said = note is null ? "" : PlainText.ForShowing(note);
        if (said.Length > KeptCopy.LongestNote)
        {
            (Problem, Draft) = ($"Say it in at most {KeptCopy.LongestNote} characters; nothing was handed over.", note);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(desk, null, cancel);
        }

        return await MakeAsync(desk, copy, CopyReason.ShiftChange, said.Length == 0 ? null : said, cancel);
    }

    private async Task<IActionResult> MakeAsync(string? name, Guid id, CopyReason reason, string? note, CancellationToken cancel)
    {
        if (desks.Named(name ?? "") is not { } desk)
        {
            return NotFound();
        }

        var now = time.GetUtcNow();
        var isNew = id == default || await copies.FindAsync(id, cancel) is { } there && (there.Kept.DeskId != desk.Id || there.Kept.MadeAt < now - OneAct);
        var wanted = new CopyWanted(isNew ? Guid.CreateVersion7(now) : id, reason, User.Identity?.Name ?? "somebody") { Note = note };
        var made = await making.MakeAsync(desk, wanted, cancel);
        return RedirectToPage("/Copies/Copy", new { id = made.Kept.Id });
    }
}
