using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>How the boss was reminded, and what was texted either way.</summary>
internal static class LogApi
{
    private const int PageSize = 100;
    private const string Paging = "since: from this instant on. after: the place a page before named in \"next\".";

    public static void MapLogApi(this RouteGroupBuilder desks)
    {
        desks.MapGet("/{desk}/reminders", RemindersAsync).WithName("Reminders")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Reminders in the order they are due, a hundred at a time.").WithDescription(Paging);
        desks.MapGet("/{desk}/texts", TextsAsync).WithName("Texts")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Texts either way, oldest first, a hundred at a time.").WithDescription(Paging);
    }

    private static async Task<Results<Ok<ApiReminders>, NotFound, ProblemHttpResult>> RemindersAsync(
        string desk, [AsParameters] ApiPage page, DeskBook desks, ApiLog log, ReminderTries tries, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (page.Start() is not { } start)
        {
            return ApiPage.Unreadable();
        }

        var reminders = await log.RemindersAsync(found.Id, start, PageSize, cancel);
        var tried = (reminders.Count == 0 ? [] : await tries.OfDeskAsync(found.Id, reminders[0].DueAt, reminders[^1].DueAt, cancel)).ToLookup(one => one.ReminderId);
        return TypedResults.Ok(new ApiReminders(
            [.. reminders.Select(reminder => reminder with { Tries = [.. tried[reminder.Id].Select(ApiTry.Of)] })], reminders.Count == PageSize ? new LogPlace(reminders[^1].DueAt, reminders[^1].Id).ToString() : null));
    }

    private static async Task<Results<Ok<ApiTexts>, NotFound, ProblemHttpResult>> TextsAsync(
        string desk, [AsParameters] ApiPage page, DeskBook desks, ApiLog log, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (page.Start() is not { } start)
        {
            return ApiPage.Unreadable();
        }

        var texts = await log.TextsAsync(found.Id, start, PageSize, cancel);
        return TypedResults.Ok(new ApiTexts(texts, texts.Count == PageSize ? new LogPlace(texts[^1].At, texts[^1].Id).ToString() : null));
    }
}
