using System.Text.Json.Serialization;
using FrontDesk.Calls;
using FrontDesk.Reminders;
using FrontDesk.Texts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>What the desk told the boss, and what was texted either way.</summary>
internal static class LogApi
{
    public static void MapLogApi(this RouteGroupBuilder desks)
    {
        desks.MapGet("/{desk}/reminders", RemindersAsync).WithName("Reminders").ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Reminders by when they were or are due, oldest first, a hundred at a time.").WithDescription(Paging);
        desks.MapGet("/{desk}/texts", TextsAsync).WithName("Texts").ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Texts to and from the boss, oldest first, a hundred at a time.").WithDescription(Paging);
    }

    private const string Paging = "since: from this instant on. after: the place a page before named in \"next\".";

    private static Task<Results<Ok<ApiPage<ApiReminder>>, NotFound, ProblemHttpResult>> RemindersAsync(
        string desk, DateTimeOffset? since, string? after, DeskBook desks, ApiLog log, CancellationToken cancel) =>
        PageAsync(desks, desk, since, after, place => reminder => new LogPlace(reminder.DueAt, reminder.Id), log.RemindersAsync, cancel);
}
