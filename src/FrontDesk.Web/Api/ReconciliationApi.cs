using System.Text.Json.Serialization;
using FrontDesk.Reconciling;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>The carrier's lists against ours, for whoever watches over the desk.</summary>
internal static class ReconciliationApi
{
    public static void MapReconciliationApi(this WebApplication app) =>
        app.MapGet("/api/v1/reconciliation", FindAsync).WithName("Reconciliation")
            .RequireRateLimiting(RateLimits.Programs)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("The newest comparison with the carrier's lists: how far it is, what it found, and where the carrier's numbers do not lead to us.")
            .WithDescription("404 before the first. Calls that were found stand on the sheets and in the calls, at the time they rang, with foundAt.");

    private static async Task<Results<Ok<ApiReconciliation>, NotFound>> FindAsync(RunBook book, CancellationToken cancel) =>
        await book.NewestAsync(cancel) is { } run
            ? TypedResults.Ok(ApiReconciliation.Of(run, await book.NewestCompleteAsync(cancel), await book.DifferencesAsync(cancel)))
            : TypedResults.NotFound();
}

internal sealed record ApiReconciliation
{
    [JsonConverter(typeof(CamelCased<RunState>))]
    public required RunState State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is under way.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When all lists were last read to their end; null before that.</summary>
    public required DateTimeOffset? CompleteAt { get; init; }

    /// <summary>Lists read, of listsTotal.</summary>
    public required int ListsRead { get; init; }

    public required int ListsTotal { get; init; }

    public required int CallsRead { get; init; }

    public required int TextsRead { get; init; }

    /// <summary>Never reached the desk, and written down now.</summary>
    public required int CallsMissed { get; init; }

    public required int TextsMissed { get; init; }

    /// <summary>Of the desk's own texts and calls.</summary>
    public required int IntentsSettled { get; init; }

    public required int IntentsInDoubt { get; init; }

    /// <summary>Went out from the desk's lines, and its books know nothing of it.</summary>
    public required int UnknownSent { get; init; }

    /// <summary>Why not all could be read; null where all was.</summary>
    public required string? Why { get; init; }

    public required IReadOnlyList<ApiNumberDifference> Numbers { get; init; }

    public static ApiReconciliation Of(ReconcileRun run, ReconcileRun? complete, IReadOnlyList<KnownDifference> differences) => new()
    {
        State = run.State,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        CompleteAt = complete?.StartedAt,
        ListsRead = run.StepsDone,
        ListsTotal = run.StepsTotal,
        CallsRead = run.CallsRead,
        TextsRead = run.TextsRead,
        CallsMissed = run.CallsMissed,
        TextsMissed = run.TextsMissed,
        IntentsSettled = run.IntentsSettled,
        IntentsInDoubt = run.IntentsInDoubt,
        UnknownSent = run.ForeignSeen,
        Why = run.Why,
        Numbers = [.. differences.Select(known => new ApiNumberDifference(
            known.Difference.Number, known.Difference.Setting, known.Difference.Ours, known.Difference.Theirs, known.SinceAt))],
    };
}

/// <param name="Number">E.164.</param>
/// <param name="Ours">What the desk needs there; null for nothing.</param>
/// <param name="Theirs">What the carrier has there; null for nothing.</param>
/// <param name="Since">When it was seen first.</param>
internal sealed record ApiNumberDifference(
    string Number, [property: JsonConverter(typeof(CamelCased<NumberSetting>))] NumberSetting Setting, string? Ours, string? Theirs, DateTimeOffset Since);
