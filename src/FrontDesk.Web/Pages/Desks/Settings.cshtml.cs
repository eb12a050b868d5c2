using System.Text.Json;
using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>How a desk works: its day, the boss's phones, how they are tried, whom it may ring, how it reminds, and its clean copies.</summary>
public sealed class SettingsModel(DeskBook desks, TimeProvider time) : PageModel
{
    /// <summary>Null in a house without desks.</summary>
    public Desk? Desk { get; private set; }

    public IReadOnlyList<Desk> Desks => desks.All;

    public SettingsForm Form { get; private set; } = new();

    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>The phones the reminders in the form have to choose from.</summary>
    public RungPhones RungPhones => Form.RungPhones(Desk is null ? null : CardForm.HomeOf(Desk));

    public bool JustSaved { get; private set; }

    public IActionResult OnGet(string? desk)
    {
        Desk = desks.Chosen(desk);
        JustSaved = Desk is not null && WayBack(Desk) is not null;
        return Desk is null && desk is not null ? NotFound() : Show(Desk is null ? Form : SettingsForm.Of(Desk));
    }

    public async Task<IActionResult> OnPostAsync(string? desk, SettingsForm form, CancellationToken cancel) =>
        (Desk = desks.Named(desk ?? "")) is null ? NotFound() : await SaveAsync(Desk, form.WithoutEmptyRows(), cancel);

    /// <summary>Takes the last change back, as long as nobody has made another.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string? desk, int version, CancellationToken cancel)
    {
        Desk = desks.Named(desk ?? "");
        return Desk is null || WayBack(Desk) is not { } before ? NotFound() : await SaveAsync(Desk, before with { Version = version }, cancel);
    }

    /// <summary>The settings before the last change, of the version that change made; null once there was another.</summary>
    private SettingsForm? WayBack(Desk desk) =>
        TempData.Peek(Key(desk)) is string json && JsonSerializer.Deserialize<SettingsForm>(json) is { } before && before.Version == desk.Version ? before : null;

    private static string Key(Desk desk) => $"settings of {desk.Name}";

    private async Task<IActionResult> SaveAsync(Desk desk, SettingsForm form, CancellationToken cancel)
    {
        var home = CardForm.HomeOf(desk);
        Faults = form.Faults(home);
        if (Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Show(form);
        }

        var before = SettingsForm.Of(desk);
        if (await desks.SaveAsync(form.Over(desk, home, () => Guid.CreateVersion7(time.GetUtcNow())), cancel) != SaveOutcome.Saved)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            Faults = ["Somebody changed this desk while you wrote, so nothing was saved. What you wrote is still here: save it again if it still holds."];
            return Show(form with { Version = desks.WithId(desk.Id)?.Version ?? form.Version });
        }

        TempData[Key(desk)] = JsonSerializer.Serialize(before with { Version = form.Version + 1 });
        return RedirectToPage(new { desk = desk.Name });
    }

    private PageResult Show(SettingsForm form)
    {
        // What is shown is the form, with rows to write on, and not what the request held.
        ModelState.Clear();
        Form = form.WithRoom();
        return Page();
    }
}
