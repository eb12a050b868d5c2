using System.Security.Cryptography;
using System.Text;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Contacts.Files;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>A file of cards beside the book: what would happen, then how far it is, then what happened.</summary>
public sealed class ReviewModel(BookFiles files, CardMatching matching, ImportDesk imports, DeskBook desks, TimeProvider time) : PageModel
{
    private const int MostShown = 200;

    public Guid Id { get; private set; }

    public Desk Desk { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    /// <summary>Those somebody may choose about, the doubtful first.</summary>
    public IReadOnlyList<ImportLine> ToChoose { get; private set; } = [];

    public IReadOnlyList<ImportLine> New { get; private set; } = [];

    /// <summary>Names the plan: chosen is what was shown.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Null while nothing was begun.</summary>
    public ImportRun? Run { get; private set; }

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    /// <summary>For the page's own script.</summary>
    public IActionResult OnGetProgress(Guid id) => imports.Find(id) is { } run
        ? new JsonResult(new { running = run.State == ImportState.Running, written = run.Written, total = run.Total })
        : NotFound();

    public async Task<IActionResult> OnPostImportAsync(Guid id, string? stamp, Dictionary<int, ImportChoice>? choices, CancellationToken cancel)
    {
        if (imports.Find(id) is not null)
        {
            return RedirectToPage(new { id });
        }

        if (await files.FindAsync(id, cancel) is not { } file || !await PlanAsync(file, cancel))
        {
            return NotFound();
        }

        if (!string.Equals(stamp, Stamp, StringComparison.Ordinal))
        {
            Problem = "The book changed while you looked, so nothing was imported. This is what would happen now.";
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        imports.Start(id, file.DeskId, ImportDecision.Of(Lines, choices ?? []), User.Identity?.Name ?? "somebody");
        return RedirectToPage(new { id });
    }

    public IActionResult OnPostCancel(Guid id)
    {
        imports.Find(id)?.CallOff();
        return RedirectToPage(new { id });
    }

    /// <summary>The file is looked at again, after an import that came to nothing.</summary>
    public IActionResult OnPostAgain(Guid id)
    {
        if (imports.Find(id) is { State: not (ImportState.Running or ImportState.Done) })
        {
            imports.Forget(id);
        }

        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, string? desk, CancellationToken cancel)
    {
        await files.DropAsync(id, cancel);
        return RedirectToPage("/Contacts/Contacts", new { desk });
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel)
    {
        Id = id;
        Run = imports.Find(id);
        if (Run is { } run && desks.WithId(run.DeskId) is { } its)
        {
            Desk = its;
            return Page();
        }

        return await files.FindAsync(id, cancel) is { } file && await PlanAsync(file, cancel) ? Page() : NotFound();
    }

    private async Task<bool> PlanAsync(BookFile file, CancellationToken cancel)
    {
        if (desks.WithId(file.DeskId) is not { } desk)
        {
            return false;
        }

        (Id, Desk, FileName) = (file.Id, desk, file.Name);
        var read = CardFile.Read(file.Content, desk.Id, CardForm.HomeOf(desk), () => Guid.CreateVersion7(time.GetUtcNow()));
        Problems = read.Problems;
        Lines = await matching.PlanAsync(desk.Id, read.Cards, cancel);
        ToChoose = [.. Lines.Where(line => line.Like is not null && !line.IsKnown).OrderByDescending(line => line.IsDoubtful).Take(MostShown)];
        New = [.. Lines.Where(line => line.Like is null).Take(MostShown)];
        Stamp = StampOf(Lines);
        return true;
    }

    private static string StampOf(IReadOnlyList<ImportLine> lines)
    {
        var plan = string.Join('\n', lines.Select(line => $"{line.Read.Place} {line.Proposal} {line.Like?.Card.Id} {line.Like?.Card.Version}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan)));
    }
}
