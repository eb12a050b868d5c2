using System.Text.Json.Serialization;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>The desks, and each one's phone sheet in rank order.</summary>
internal static class SheetApi
{
    public static void MapSheetApi(this RouteGroupBuilder desks)
    {
        desks.MapGet("", Desks).WithName("Desks").WithSummary("Every desk.");
        desks.MapGet("/{desk}/sheet", SheetAsync).WithName("Sheet").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The phone sheet: who is to be called back, most important first; then who was left word.");
    }

    private static Ok<ApiDesks> Desks(DeskBook desks) => TypedResults.Ok(new ApiDesks([.. desks.All.Select(ApiDesk.Of)]));

    private static async Task<Results<Ok<ApiSheet>, NotFound>> SheetAsync(
        string desk, DeskBook desks, CurrentSheet sheet, TimeProvider time, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var lines = await sheet.LinesAsync(found.Id, cancel);
        return TypedResults.Ok(new ApiSheet(found.Name, time.GetUtcNow(), [.. lines.OrderBy(line => line.Ball).Select(ApiSheetLine.Of)]));
    }
}

internal sealed record ApiDesks(IReadOnlyList<ApiDesk> Desks);

/// <param name="Name">The desk's name in addresses.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="Lines">The numbers callers dial, E.164.</param>
internal sealed record ApiDesk(string Name, [property: JsonConverter(typeof(CamelCased<DeskKind>))] DeskKind Kind, string BossName, string Persona, string Zone, IReadOnlyList<string> Lines)
{
    public static ApiDesk Of(Desk desk) =>
        new(desk.Name, desk.Kind, desk.BossName, desk.Persona, desk.Zone, [.. desk.Lines.Select(line => line.Number.E164)]);
}

internal sealed record ApiSheet(string Desk, DateTimeOffset AsOf, IReadOnlyList<ApiSheetLine> Lines);

internal sealed record ApiSheetLine
{
    /// <summary>The newest call of the line: what marks are posted to.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 Call ASAP, 2 Call today, 3 Call sometime, 4 Call?</summary>
    public required int Code { get; init; }

    [JsonConverter(typeof(CamelCased<CodeReason>))]
    public required CodeReason CodeReason { get; init; }

    /// <summary>Why it stands where it stands, as a sentence.</summary>
    public required string Why { get; init; }

    public required string? Name { get; init; }

    /// <summary>The assistant who rang for them.</summary>
    public required string? Through { get; init; }

    public required string? Pronunciation { get; init; }

    public required string? Company { get; init; }

    /// <summary>E.164, best first.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>What is known of some of the numbers, by number: "office, ext. 204".</summary>
    public required IReadOnlyDictionary<string, string> NumberNotes { get; init; }

    public required string? NumberAsHeard { get; init; }

    public required string? Regarding { get; init; }

    /// <summary>True where the newest call reached the carrier and never the desk, and no other says what they want.</summary>
    public required bool Missed { get; init; }

    /// <summary>What a job seeker told a production office; null at other desks.</summary>
    public required ApiApplication? Application { get; init; }

    /// <summary>When they last rang.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required int TimesCalled { get; init; }

    [JsonConverter(typeof(CamelCased<Ball>))]
    public required Ball Ball { get; init; }

    /// <summary>It reminds and rings the boss in her quiet hours too.</summary>
    public required bool Wakes { get; init; }

    /// <summary>Goes with every mark, so that nobody overwrites what they have not seen.</summary>
    public required int Version { get; init; }

    public static ApiSheetLine Of(SheetLine line) => new()
    {
        Id = line.Id,
        Code = (int)line.Code,
        CodeReason = line.CodeReason,
        Why = line.Why,
        Name = line.Name,
        Through = line.Through,
        Pronunciation = line.Pronunciation,
        Company = line.Company,
        Numbers = [.. line.Numbers.Select(number => number.E164)],
        NumberNotes = line.NumberNotes.ToDictionary(note => note.Key.E164, note => note.Value, StringComparer.Ordinal),
        NumberAsHeard = line.NumberAsHeard,
        Regarding = line.Regarding,
        Missed = line.IsMissed,
        Application = ApiApplication.Of(line.Application),
        ReceivedAt = line.ReceivedAt,
        TimesCalled = line.TimesCalled,
        Ball = line.Ball,
        Wakes = line.Wakes,
        Version = line.Version,
    };
}
