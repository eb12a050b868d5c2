using System.Text.Json.Serialization;
using FrontDesk.Reach;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>How the boss was tried, phone by phone.</summary>
internal static class ReachApi
{
    private const int PageSize = 100;

    public static void MapReachApi(this RouteGroupBuilder desks) =>
        desks.MapGet("/{desk}/reach-attempts", ListAsync).WithName("ReachAttempts")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Every phone of the boss that was tried for a call, oldest first, a hundred at a time.")
            .WithDescription("since: from this instant on. after: the place a page before named in \"next\".");

    private static async Task<Results<Ok<ApiReachAttempts>, NotFound, ProblemHttpResult>> ListAsync(
        string desk, [AsParameters] ApiPage page, DeskBook desks, ReachProof proof, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (page.Start() is not { } start)
        {
            return ApiPage.Unreadable();
        }

        var attempts = await proof.SinceAsync(found.Id, start, PageSize, cancel);
        return TypedResults.Ok(new ApiReachAttempts(
            [.. attempts.Select(ApiReachAttempt.Of)], attempts.Count == PageSize ? new LogPlace(attempts[^1].At, attempts[^1].Id).ToString() : null));
    }
}

/// <param name="Next">Give it as "after" for the next page; null on the last.</param>
internal sealed record ApiReachAttempts(IReadOnlyList<ApiReachAttempt> Attempts, string? Next);

internal sealed record ApiReachAttempt
{
    public required Guid Id { get; init; }

    public required Guid CallId { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    /// <summary>"cell", "home", "car".</summary>
    public required string Label { get; init; }

    /// <summary>rang: while the caller held. spokenWord, text: afterwards.</summary>
    [JsonConverter(typeof(CamelCased<AttemptKind>))]
    public required AttemptKind Kind { get; init; }

    [JsonConverter(typeof(CamelCased<AttemptOutcome>))]
    public required AttemptOutcome Outcome { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public static ApiReachAttempt Of(ReachAttempt attempt) => new()
    {
        Id = attempt.Id,
        CallId = attempt.CallId,
        Phone = attempt.Phone.E164,
        Label = attempt.Label,
        Kind = attempt.Kind,
        Outcome = attempt.Outcome,
        At = attempt.At,
        AnsweredAt = attempt.AnsweredAt,
        EndedAt = attempt.EndedAt,
    };
}
