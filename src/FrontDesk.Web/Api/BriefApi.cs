using FrontDesk.Brief;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>The brief as the boss would hear it now.</summary>
internal static class BriefApi
{
    public static void MapBriefApi(this RouteGroupBuilder desks) =>
        desks.MapGet("/{desk}/brief", BriefAsync).WithName("Brief").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The brief, breath by breath, with the seconds each takes; what is new since the boss last asked goes first within its code. Reading it here is not asking.");

    private static async Task<Results<Ok<ApiBrief>, NotFound>> BriefAsync(string desk, DeskBook desks, CurrentBrief brief, TimeProvider time, CancellationToken cancel) =>
        desks.Named(desk) is { } found
            ? TypedResults.Ok(ApiBrief.Of(found.Name, time.GetUtcNow(), await brief.SpokenAsync(found, cancel)))
            : TypedResults.NotFound();
}

internal sealed record ApiBrief
{
    public required string Desk { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How many wait for a call of ours.</summary>
    public required int Count { get; init; }

    public required int Asap { get; init; }

    /// <summary>How fast the boss listens, in percent of the voice's own; the seconds are at that speed.</summary>
    public required int Speed { get; init; }

    /// <summary>From the first word to the end of the last, with the silences between.</summary>
    public required double Seconds { get; init; }

    public required IReadOnlyList<ApiBriefLine> Lines { get; init; }

    public static ApiBrief Of(string desk, DateTimeOffset now, SpokenBrief brief)
    {
        var said = brief.Lines.Select((_, place) => brief.At(place)).ToList();
        return new ApiBrief
        {
            Desk = desk,
            AsOf = now,
            Count = brief.Lines.Count,
            Asap = brief.Asap,
            Speed = brief.Speed,
            Seconds = Rounded(said.Sum(line => line.Seconds) + said.SkipLast(1).Sum(line => line.Listens)),
            Lines = [.. brief.Lines.Zip(said, ApiBriefLine.Of)],
        };
    }

    public static double Rounded(double seconds) => Math.Round(seconds, 2);
}

internal sealed record ApiBriefLine
{
    /// <summary>The newest call of the line: what marks are posted to.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 Call ASAP, 2 Call today, 3 Call sometime, 4 Call?</summary>
    public required int Code { get; init; }

    public required string? Name { get; init; }

    /// <summary>Since the boss last asked.</summary>
    public required bool IsNew { get; init; }

    public required IReadOnlyList<ApiClause> Clauses { get; init; }

    public static ApiBriefLine Of(BriefLine line, BriefSaid said) => new()
    {
        Id = line.Id,
        Code = (int)line.Code,
        Name = line.Name,
        IsNew = line.IsNew,
        Clauses = [.. said.Clauses.Select(clause => new ApiClause(clause.Words, ApiBrief.Rounded(clause.Seconds)))],
    };
}

/// <param name="Words">In one breath.</param>
internal sealed record ApiClause(string Words, double Seconds);
