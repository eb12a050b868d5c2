using System.Security.Claims;
using FrontDesk.Copies;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Clean copies, for programs: made, listed and read as they were handed over.</summary>
internal static class CopyApi
{
    private const int PageSize = 100;

    public static void MapCopyApi(this RouteGroupBuilder desks)
    {
        var copies = desks.MapGroup("/{desk}/copies").ProducesProblem(StatusCodes.Status404NotFound);
        copies.MapGet("", ListAsync).WithName("Copies").WithSummary("Clean copies, newest first, a hundred at a time.")
            .WithDescription("before: only copies with a smaller number, as a page before named in \"next\".");
        copies.MapGet("/{id:guid}", FindAsync).WithName("Copy")
            .WithSummary("One copy: its lines in order, numbered; what is new about each since the copy before; and what came off.")
            .WithDescription("notes=true adds the notes of the cards, which are private.");
        copies.MapPost("", MakeAsync).WithName("MakeCopy").WithSummary("Makes a clean copy of the sheet as it stands.")
            .WithDescription("Give an id of your own, and the same request twice makes one copy: 201 where it was made, 200 where it was there.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<ApiCopies>, NotFound>> ListAsync(
        string desk, int? before, DeskBook desks, CleanCopies copies, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var listed = await copies.NewestAsync(found.Id, before, PageSize, cancel);
        return TypedResults.Ok(new ApiCopies(
            [.. listed.Select(ApiListedCopy.Of)], listed.Count == PageSize && listed[^1].Number > 1 ? listed[^1].Number : null));
    }

    private static async Task<Results<Ok<ApiCopy>, NotFound>> FindAsync(
        string desk, Guid id, bool? notes, DeskBook desks, CleanCopies copies, CopyPost post, CancellationToken cancel) =>
        desks.Named(desk) is { } found && await copies.FindAsync(id, cancel) is { } copy && copy.Kept.DeskId == found.Id
            ? TypedResults.Ok(ApiCopy.Of(copy, await post.OfAsync(id, cancel), notes == true))
            : TypedResults.NotFound();

    private static async Task<Results<Created<ApiCopy>, Ok<ApiCopy>, NotFound, ProblemHttpResult>> MakeAsync(
        string desk, ApiNewCopy? wanted, ClaimsPrincipal user, DeskBook desks, CleanCopies copies, CopyMaking making, CopyPost post, TimeProvider time, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var note = wanted?.Note is null ? "" : PlainText.ForShowing(wanted.Note);
        if (note.Length > KeptCopy.LongestNote)
        {
            return TypedResults.Problem($"note: at most {KeptCopy.LongestNote} characters.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var there = wanted?.Id is { } known ? await copies.FindAsync(known, cancel) : null;
        if (there is not null && there.Kept.DeskId != found.Id)
        {
            return TypedResults.Problem("That id is taken.", statusCode: StatusCodes.Status409Conflict);
        }

        var id = wanted?.Id is { } given && given != Guid.Empty ? given : Guid.CreateVersion7(time.GetUtcNow());
        var copy = there ?? await making.MakeAsync(found, new CopyWanted(id, CopyReason.Program, user.Identity?.Name ?? "a program")
        {
            Note = note.Length == 0 ? null : note,
            IsMailed = wanted?.Mail == true,
        }, cancel);
        var body = ApiCopy.Of(copy, await post.OfAsync(copy.Kept.Id, cancel), notes: false);
        return there is null ? TypedResults.Created($"/api/v1/desks/{found.Name}/copies/{copy.Kept.Id}", body) : TypedResults.Ok(body);
    }
}

/// <param name="Id">One of your own, so that the same request twice makes one copy.</param>
/// <param name="Note">Shown at the top of the copy.</param>
/// <param name="Mail">True: to the addresses of the desk, where a mail server is configured.</param>
internal sealed record ApiNewCopy(Guid? Id, string? Note, bool? Mail);

/// <param name="Next">Give it as "before" for the next page; null on the last.</param>
internal sealed record ApiCopies(IReadOnlyList<ApiListedCopy> Copies, int? Next);
