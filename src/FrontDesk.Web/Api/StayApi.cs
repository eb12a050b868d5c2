using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Where the boss is when she is not in the desk's zone, for programs.</summary>
internal static class StayApi
{
    public static void MapStayApi(this RouteGroupBuilder desks)
    {
        var stays = desks.MapGroup("/{desk}/stays").ProducesProblem(StatusCodes.Status404NotFound);
        stays.MapGet("", Stays).WithName("Stays")
            .WithSummary("Where the boss is when: her waking hours are those of the zone she is in. The desk's version stands in ETag.");
        stays.MapPut("", SaveAsync).WithName("SaveStays").WithSummary("All of them anew. If-Match carries the version that was read.")
            .WithDescription("from and until are the times on the wall there, like 2026-12-01T09:00. 422 says in a sentence what cannot be.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static Results<Ok<ApiStays>, NotFound> Stays(string desk, DeskBook desks, TimeProvider time, HttpResponse response) =>
        desks.Named(desk) is { } found ? Shown(found, time, response) : TypedResults.NotFound();

    private static async Task<Results<Ok<ApiStays>, NotFound, ProblemHttpResult>> SaveAsync(
        string desk, ApiStaysWanted wanted, IfMatch seen, DeskBook desks, BossStays stays, TimeProvider time, HttpResponse response, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (seen.Version is not { } version)
        {
            return TypedResults.Problem("Give the version that was read as If-Match.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        var read = wanted.Stays.Select(stay => stay.ToStay()).OfType<Stay>().ToList();
        var outcome = read.Count < wanted.Stays.Count
            ? new StayOutcome.Refused("from and until must be the times on the wall there, like 2026-12-01T09:00")
            : await stays.SaveAsync(found, read, version, cancel);
        return outcome switch
        {
            StayOutcome.Saved => Shown(desks.Named(desk)!, time, response),
            StayOutcome.Refused refused => TypedResults.Problem($"stays: {refused.Why}", statusCode: StatusCodes.Status422UnprocessableEntity),
            StayOutcome.Stale => TypedResults.Problem("The desk has changed since; nothing was saved.", statusCode: StatusCodes.Status412PreconditionFailed),
            _ => throw new InvalidOperationException("Stays are saved, refused or stale."),
        };
    }

    private static Ok<ApiStays> Shown(Desk desk, TimeProvider time, HttpResponse response)
    {
        response.Headers.ETag = $"\"{desk.Version}\"";
        return TypedResults.Ok(new ApiStays(new DeskClock(desk).BossZone(time.GetUtcNow()), [.. desk.Stays.Select(StayConfig.Of)], TimeZoneRules.Edition));
    }
}

/// <param name="ZoneNow">The IANA zone the boss is in at this moment.</param>
/// <param name="TimeZoneRules">The edition of the zones' rules on this machine, where it can be told.</param>
internal sealed record ApiStays(string ZoneNow, IReadOnlyList<StayConfig> Stays, string? TimeZoneRules);

internal sealed record ApiStaysWanted(IReadOnlyList<StayConfig> Stays);
