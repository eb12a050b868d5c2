using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Every call of a desk, for a program that keeps up with it.</summary>
internal static class CallApi
{
    private const int PageSize = 100;

    public static void MapCallApi(this RouteGroupBuilder desks)
    {
        desks.MapGet("/{desk}/calls", ListAsync).WithName("Calls")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Every call, either way, oldest first, a hundred at a time.")
            .WithDescription(
                "since: from this instant on. after: the place a page before named in \"next\". turns=true adds each call's transcript. "
                + "A call keeps its place while it changes; read again what was not over yet.");
        desks.MapGet("/{desk}/calls/{id:guid}", FindAsync).WithName("Call").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One call with its transcript.");
    }

    private static async Task<Results<Ok<ApiCalls>, NotFound, ProblemHttpResult>> ListAsync(
        string desk, [AsParameters] ApiPage page, bool? turns, DeskBook desks, CallHistory history, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (page.Start() is not { } start)
        {
            return ApiPage.Unreadable();
        }

        var calls = await history.SinceAsync(found.Id, start, PageSize, cancel);
        var transcripts = turns == true
            ? (await history.TurnsSinceAsync(found.Id, start, PageSize, cancel)).ToLookup(turn => turn.CallId, ApiTurn.Of)
            : null;
        return TypedResults.Ok(new ApiCalls(
            [.. calls.Select(call => ApiCall.Of(call, transcripts?[call.Id]))],
            calls.Count == PageSize ? LogPlace.Of(calls[^1]).ToString() : null));
    }

    private static async Task<Results<Ok<ApiCall>, NotFound>> FindAsync(
        string desk, Guid id, DeskBook desks, CallHistory history, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found || await history.FindAsync(id, cancel) is not { } call || call.DeskId != found.Id)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(ApiCall.Of(call, (await history.TurnsAsync(id, cancel)).Select(ApiTurn.Of)));
    }
}
