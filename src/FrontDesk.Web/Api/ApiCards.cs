using FrontDesk.Contacts;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Reads and writes cards for programs, and says in HTTP what came of it.</summary>
internal sealed class ApiCards(DeskBook desks, PhoneBook book, BookActs acts, TimeProvider time)
{
    public async Task<Results<Ok<ApiContacts>, NotFound>> ListAsync(string desk, CancellationToken cancel) =>
        desks.Named(desk) is { } found
            ? TypedResults.Ok(new ApiContacts([.. (await book.AllAsync(found.Id, cancel)).Select(ApiContact.Of)]))
            : TypedResults.NotFound();

    public async Task<Results<Ok<ApiContact>, NotFound>> FindAsync(string desk, Guid id, HttpResponse response, CancellationToken cancel) =>
        desks.Named(desk) is { } found && await book.FindAsync(id, cancel) is { } contact && contact.DeskId == found.Id
            ? TypedResults.Ok(Tagged(contact, response))
            : TypedResults.NotFound();

    public async Task<Results<Created<ApiContact>, NotFound, ProblemHttpResult>> CreateAsync(
        string desk, ApiCard card, string by, HttpResponse response, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (card.Mistakes() is { Count: > 0 } mistakes)
        {
            return Unprocessable(mistakes);
        }

        var now = time.GetUtcNow();
        var contact = card.ToContact(Guid.CreateVersion7(now), found.Id, version: 0, now);
        await acts.SaveAsync(contact, by, cancel);
        return TypedResults.Created($"/api/v1/desks/{found.Name}/contacts/{contact.Id}", Tagged(CardText.Clean(contact) with { Version = 1 }, response));
    }

    public async Task<Results<Ok<ApiContact>, NotFound, ProblemHttpResult>> UpdateAsync(
        string desk, Guid id, ApiCard card, IfMatch seen, string by, HttpResponse response, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (seen.Version is not { } version)
        {
            return TypedResults.Problem("Give the version that was read as If-Match.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        if (card.Mistakes() is { Count: > 0 } mistakes)
        {
            return Unprocessable(mistakes);
        }

        // Version 0 would make a new card of it; no card that was read has it.
        var contact = card.ToContact(id, found.Id, version, time.GetUtcNow());
        if (version > 0 && await acts.SaveAsync(contact, by, cancel) is BookOutcome.Done)
        {
            return TypedResults.Ok(Tagged(CardText.Clean(contact) with { Version = version + 1 }, response));
        }

        return await book.FindAsync(id, cancel) is { } current && current.DeskId == found.Id ? Stale(current) : TypedResults.NotFound();
    }

    private static ProblemHttpResult Stale(Contact current) => TypedResults.Problem(
        "The card has changed since; nothing was saved.",
        statusCode: StatusCodes.Status412PreconditionFailed,
        extensions: [KeyValuePair.Create<string, object?>("current", ApiContact.Of(current))]);

    private static ProblemHttpResult Unprocessable(Dictionary<string, string[]> mistakes) =>
        TypedResults.Problem(new HttpValidationProblemDetails(mistakes) { Status = StatusCodes.Status422UnprocessableEntity });

    private static ApiContact Tagged(Contact contact, HttpResponse response)
    {
        response.Headers.ETag = $"\"{contact.Version}\"";
        return ApiContact.Of(contact);
    }
}
