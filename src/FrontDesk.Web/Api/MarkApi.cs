using System.Security.Claims;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Marks on the sheet, made by programs: in the token's name, checked against the version they have seen.</summary>
internal static class MarkApi
{
    private const string OnVersions =
        "Give the line's version as If-Match or in the body: when the line has changed since, 412 tells how it stands now. "
        + "Without a version the line is marked as it stands. 409: nobody waits for this call any more.";

    public static void MapMarkApi(this RouteGroupBuilder desks)
    {
        var call = desks.MapGroup("/{desk}/calls/{id:guid}")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        call.MapMark("returned", MarkKind.Returned, "The call was returned: nobody owes.");
        call.MapMark("left-word", MarkKind.LeftWord, "We rang and left word: it is their turn.");
        call.MapMark("talked-to", MarkKind.TalkedTo, "We talked: nobody owes.");
        call.MapMark("let-go", MarkKind.LetGo, "Not to be returned.");
        call.MapPost("/code", RecodeAsync).WithName("Code").WithSummary("Another code, and why.").WithDescription(OnVersions)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        call.MapPost("/undo", UndoAsync).WithName("Undo")
            .WithSummary("Takes back an act for an hour after it: the last one on this call, unless another is named.");
    }

    private static void MapMark(this RouteGroupBuilder call, string path, MarkKind kind, string summary) =>
        call.MapPost($"/{path}", (string desk, Guid id, ApiMark? mark, IfMatch seen, ClaimsPrincipal user, ApiMarks marks, CancellationToken cancel) =>
                marks.MarkAsync(desk, new SheetMark { CallId = id, Version = mark?.Version ?? seen.Version, Kind = kind, By = By(user) }, cancel))
            .WithName(kind.ToString()).WithSummary(summary).WithDescription(OnVersions);

    private static async Task<Results<Ok<ApiAct>, NotFound, ProblemHttpResult>> RecodeAsync(
        string desk, Guid id, ApiRecode recode, IfMatch seen, ClaimsPrincipal user, ApiMarks marks, CancellationToken cancel)
    {
        if (!Enum.IsDefined(recode.Code) || string.IsNullOrWhiteSpace(recode.Why) || recode.Why.Length > SheetMark.LongestWhy)
        {
            return TypedResults.Problem(
                $"code: 1 to 4. why: in at most {SheetMark.LongestWhy} characters.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        if ((recode.Version ?? seen.Version) is not { } version)
        {
            return TypedResults.Problem(
                "A code replaces another: give the line's version as If-Match or in the body.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        return await marks.MarkAsync(
            desk,
            new SheetMark { CallId = id, Version = version, Kind = MarkKind.CodeChanged, By = By(user), Code = recode.Code, Why = recode.Why.Trim() },
            cancel);
    }

    private static Task<Results<Ok<ApiAct>, NotFound, ProblemHttpResult>> UndoAsync(
        string desk, Guid id, ApiUndo? undo, ApiMarks marks, CancellationToken cancel) => marks.UndoAsync(desk, id, undo?.Act, cancel);

    private static string By(ClaimsPrincipal user) => user.Identity?.Name ?? "a program";
}

/// <param name="Version">The line's, as it was seen.</param>
internal sealed record ApiMark(int? Version);

/// <param name="Code">1 Call ASAP, 2 Call today, 3 Call sometime, 4 Call?</param>
/// <param name="Version">The line's, as it was seen.</param>
internal sealed record ApiRecode(CallCode Code, string Why, int? Version);

/// <param name="Act">As the mark's answer named it.</param>
internal sealed record ApiUndo(Guid? Act);

/// <param name="Act">Names the act, to undo it.</param>
internal sealed record ApiAct(Guid Act);

/// <summary>The version a program has seen, from If-Match; a header that names none asks for none.</summary>
internal sealed record IfMatch(int? Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext http) => ValueTask.FromResult(new IfMatch(
        int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null));
}
