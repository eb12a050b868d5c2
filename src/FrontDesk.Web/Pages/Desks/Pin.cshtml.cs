using FrontDesk.Desks;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>Gives the boss of a desk a PIN; shows none, because none is kept.</summary>
public sealed class PinModel(DeskBook desks, PinBook pins) : PageModel
{
    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    [TempData]
    public bool Taken { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet(string? desk) => Show(desk);

    public async Task<IActionResult> OnPostAsync(string? desk, string? pin, string? again, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found)
        {
            return NotFound();
        }

        Problem = string.Equals(pin, again, StringComparison.Ordinal) ? await pins.SetAsync(found, pin ?? "", cancel) : "It was not typed twice alike.";
        if (Problem is null)
        {
            Taken = true;
            return RedirectToPage(new { desk });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Show(desk);
    }

    private IActionResult Show(string? name)
    {
        Desk = desks.Chosen(name);
        return name is not null && Desk is null ? NotFound() : Page();
    }
}
