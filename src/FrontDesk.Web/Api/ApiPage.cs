using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Where a program starts to read.</summary>
/// <param name="Since">From this instant on, ISO 8601.</param>
/// <param name="After">The place a page before named in "next"; it goes before "since".</param>
internal sealed record ApiPage(DateTimeOffset? Since, string? After)
{
    /// <summary>Null where "after" is not what a page named.</summary>
    public LogPlace? Start()
    {
        // What is of the very instant counts: every id is greater than the empty one.
        var since = new LogPlace(Since?.ToUniversalTime() ?? DateTimeOffset.UnixEpoch, Guid.Empty);
        return After is null ? since : LogPlace.TryRead(After, out var place) ? place : null;
    }

    public static ProblemHttpResult Unreadable() => TypedResults.Problem(
        "after: give what a page before named in \"next\".", statusCode: StatusCodes.Status422UnprocessableEntity);
}
