using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>A clean copy: on the screen ready to dial from, on paper one page where it fits.</summary>
public sealed class CopyModel(DeskBook desks, CleanCopies copies, CopyPost post, TimeProvider time) : PageModel
{
    /// <summary>So many calls stand on one page; so few have room to spare.</summary>
    private const int OnePage = 24;
    private const int Roomy = 14;

    public Desk Desk { get; private set; } = null!;

    public KeptCopy Kept { get; private set; } = null!;

    public CleanCopy Copy { get; private set; } = null!;

    /// <summary>Times as they read when it was made: a copy does not age.</summary>
    public DeskWhen Then { get; private set; } = null!;

    public DeskWhen Now { get; private set; } = null!;

    public Paper Paper { get; private set; }

    /// <summary>The cards' own notes are private, and stay off the paper unless they are asked for.</summary>
    public bool Notes { get; private set; }

    public KeptCopy? Before { get; private set; }

    public KeptCopy? After { get; private set; }

    public IReadOnlyList<MailRow> Mails { get; private set; } = [];

    /// <summary>There is an address the copy is not on its way to.</summary>
    public bool MayBeMailed { get; private set; }

    /// <summary>How large it may be printed.</summary>
    public string Room => Copy.Lines.Count(line => line.Part != CopyPart.Gone) switch
    {
        <= Roomy => "one-page roomy",
        <= OnePage => "one-page",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, string? paper, bool notes, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not var (desk, found))
        {
            return NotFound();
        }

        (Desk, Kept, Copy, Notes) = (desk, found.Kept, found.Copy, notes);
        Paper = Enum.TryParse<Paper>(paper, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : desk.Copies.Paper;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(desk.Zone);
        (Then, Now) = (new DeskWhen(zone, Kept.MadeAt), new DeskWhen(zone, time.GetUtcNow()));
        foreach (var beside in await copies.BesideAsync(Kept, cancel))
        {
            Before = beside.Number < Kept.Number ? beside : Before;
            After = beside.Number > Kept.Number ? beside : After;
        }

        Mails = await post.OfAsync(id, cancel);
        MayBeMailed = post.CanMail(desk) && desk.Copies.MailTo.Any(IsNotUnderWay);
        return Page();
    }

    public async Task<IActionResult> OnPostMailAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not var (desk, found))
        {
            return NotFound();
        }

        await post.MailAsync(found.Kept, desk, cancel);
        return RedirectToPage(new { id });
    }

    /// <summary>This page on the other paper, or with the other choice about notes.</summary>
    public string Address(Paper paper, bool notes) =>
        $"/copies/{Kept.Id}?paper={paper.ToString().ToLowerInvariant()}{(notes ? "&notes=true" : "")}";

    private bool IsNotUnderWay(string address) =>
        !Mails.Any(mail => mail.State != MailState.Failed && mail.ToAddress.Equals(address, StringComparison.OrdinalIgnoreCase));

    private async Task<(Desk Desk, FullCopy Copy)?> FindAsync(Guid id, CancellationToken cancel) =>
        await copies.FindAsync(id, cancel) is { } copy && desks.WithId(copy.Kept.DeskId) is { } desk ? (desk, copy) : null;
}
