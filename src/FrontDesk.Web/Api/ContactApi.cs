using System.Security.Claims;

namespace FrontDesk.Web.Api;

/// <summary>The cards of a desk's book.</summary>
internal static class ContactApi
{
    public static void MapContactApi(this RouteGroupBuilder desks)
    {
        var contacts = desks.MapGroup("/{desk}/contacts").ProducesProblem(StatusCodes.Status404NotFound);
        contacts.MapGet("", (string desk, ApiCards cards, CancellationToken cancel) => cards.ListAsync(desk, cancel))
            .WithName("Contacts").WithSummary("Every card, by name.");
        contacts.MapGet("/{id:guid}", (string desk, Guid id, ApiCards cards, HttpResponse response, CancellationToken cancel) =>
                cards.FindAsync(desk, id, response, cancel))
            .WithName("Contact").WithSummary("One card; its version stands in ETag.");
        contacts.MapPost("", (string desk, ApiCard card, ClaimsPrincipal user, ApiCards cards, HttpResponse response, CancellationToken cancel) =>
                cards.CreateAsync(desk, card, By(user), response, cancel))
            .WithName("NewContact").WithSummary("A new card.")
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        contacts.MapPut("/{id:guid}", (
                string desk, Guid id, ApiCard card, IfMatch seen, ClaimsPrincipal user, ApiCards cards, HttpResponse response, CancellationToken cancel) =>
                cards.UpdateAsync(desk, id, card, seen, By(user), response, cancel))
            .WithName("ChangeContact").WithSummary("The whole card anew. If-Match carries the version that was read; 412 tells the card as it stands.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        contacts.MapBookActs();
    }

    private static void MapBookActs(this RouteGroupBuilder contacts)
    {
        contacts.ProducesProblem(StatusCodes.Status409Conflict);
        contacts.MapDelete("/{id:guid}", (string desk, Guid id, IfMatch seen, ClaimsPrincipal user, ApiBook book, CancellationToken cancel) =>
                book.DropAsync(desk, id, seen.Version, By(user), cancel))
            .WithName("DropContact").WithSummary("The card goes, its calls stay. If-Match carries the version that was read.")
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        contacts.MapPost("/{id:guid}/merge", (string desk, Guid id, ApiMerge merge, ClaimsPrincipal user, ApiBook book, CancellationToken cancel) =>
                book.MergeAsync(desk, id, merge, By(user), cancel))
            .WithName("MergeContacts").WithSummary("Another card becomes part of this one, with its calls.");
        contacts.MapPost("/{id:guid}/split", (string desk, Guid id, ApiSplit split, ClaimsPrincipal user, ApiBook book, CancellationToken cancel) =>
                book.SplitAsync(desk, id, split, By(user), cancel))
            .WithName("SplitContact").WithSummary("One of the card's numbers gets a card of its own, with its calls.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        contacts.MapPost("/acts/{act:guid}/undo", (string desk, Guid act, ApiBook book, CancellationToken cancel) => book.UndoAsync(desk, act, cancel))
            .WithName("UndoBookAct").WithSummary("Takes back what was done to cards; 409 when somebody has changed one of them since.");
    }

    private static string By(ClaimsPrincipal user) => user.Identity?.Name ?? "a program";
}
