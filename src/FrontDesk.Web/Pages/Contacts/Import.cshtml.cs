using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Contacts.Files;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>The way in and out for whole files of cards.</summary>
public sealed class ImportModel(DeskBook desks, BookFiles files) : PageModel
{
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public string? Problem { get; private set; }

    public IActionResult OnGet(string? desk) => Show(desk);

    public async Task<IActionResult> OnPostAsync(string? desk, IFormFile? file, CancellationToken cancel)
    {
        if (desks.Named(desk ?? "") is not { } found)
        {
            return NotFound();
        }

        if (file is null or { Length: 0 })
        {
            return Refuse(desk, "Choose a file with cards in it.", StatusCodes.Status422UnprocessableEntity);
        }

        if (file.Length > CardFile.LongestBytes)
        {
            return Refuse(desk, $"The file is larger than {CardFile.LongestBytes >> 20} MB. Split it and import the parts.", StatusCodes.Status413PayloadTooLarge);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        var text = PlainText.ForKeeping(CardFile.TextOf(bytes.ToArray()));
        var name = PlainText.Cut(PlainText.ForShowing(Path.GetFileName(file.FileName)), 100);
        var id = await files.KeepAsync(found.Id, name, text, User.Identity?.Name ?? "somebody", cancel);
        return RedirectToPage("/Contacts/Review", new { id });
    }

    private IActionResult Refuse(string? desk, string problem, int status)
    {
        (Problem, Response.StatusCode) = (problem, status);
        return Show(desk);
    }

    private IActionResult Show(string? name)
    {
        Desk = desks.Chosen(name);
        return Desk is null ? NotFound() : Page();
    }
}
