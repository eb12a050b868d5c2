using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The numbers a desk takes no calls from, and the way back for each.</summary>
public sealed class BlockedModel(DeskBook desks, BlockedNumbers blocked, TimeProvider time) : PageModel
{
    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public IReadOnlyList<BlockedNumber> Numbers { get; private set; } = [];

    public DeskWhen When { get; private set; } = new(TimeZoneInfo.Utc, default);

    /// <summary>The number unblocked last, and why it had been blocked: the way back.</summary>
    [TempData]
    public string? Unblocked { get; set; }

    [TempData]
    public string? WhyBefore { get; set; }

    public PhoneNumber? JustUnblocked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? desk, CancellationToken cancel)
    {
        Desk = desks.Chosen(desk);
        if (Desk is null)
        {
            return desk is null ? Page() : NotFound();
        }

        JustUnblocked = PhoneNumber.TryParse(Unblocked ?? "", out var number) ? number : null;
        When = new DeskWhen(TimeZoneInfo.FindSystemTimeZoneById(Desk.Zone), time.GetUtcNow());
        Numbers = await blocked.AllAsync(Desk.Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostUnblockAsync(string? desk, string? number, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found || !PhoneNumber.TryParse(number ?? "", out var parsed))
        {
            return NotFound();
        }

        if (await blocked.FindAsync(found.Id, parsed, cancel) is { } before && await blocked.UnblockAsync(found.Id, parsed, cancel))
        {
            (Unblocked, WhyBefore) = (parsed.E164, before.Why);
        }

        return RedirectToPage(new { desk });
    }

    /// <summary>Takes an unblocking back.</summary>
    public async Task<IActionResult> OnPostBlockAsync(string? desk, string? number, string? why, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found || !PhoneNumber.TryParse(number ?? "", out var parsed) || BlockedNumber.Objection(parsed, found) is not null)
        {
            return NotFound();
        }

        var said = string.IsNullOrWhiteSpace(why) ? null : PlainText.Cut(PlainText.ForShowing(why).Trim(), BlockedNumber.LongestWhy);
        await blocked.BlockAsync(found.Id, new BlockedNumber { Number = parsed, Why = said, By = User.Identity?.Name ?? "somebody", At = time.GetUtcNow() }, cancel);
        return RedirectToPage(new { desk });
    }
}
