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
        contacts.MapPost("", (string desk, ApiCard card, ApiCards cards, HttpResponse response, CancellationToken cancel) =>
                cards.CreateAsync(desk, card, response, cancel))
            .WithName("NewContact").WithSummary("A new card.")
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        contacts.MapPut("/{id:guid}", (string desk, Guid id, ApiCard card, IfMatch seen, ApiCards cards, HttpResponse response, CancellationToken cancel) =>
                cards.UpdateAsync(desk, id, card, seen, response, cancel))
            .WithName("ChangeContact").WithSummary("The whole card anew. If-Match carries the version that was read; 412 tells the card as it stands.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }
}
