using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>Cards that may be one person, proposed for merging.</summary>
public sealed class DuplicatesModel(DeskBook desks, CardMatching matching) : PageModel
{
    public Desk Desk { get; private set; } = null!;

    public IReadOnlyList<LikePair> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? desk, CancellationToken cancel)
    {
        if (desks.Chosen(desk) is not { } found)
        {
            return NotFound();
        }

        (Desk, Pairs) = (found, await matching.DuplicatesAsync(found.Id, cancel));
        return Page();
    }
}
