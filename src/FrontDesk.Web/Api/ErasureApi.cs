using System.Security.Claims;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Forgets somebody for programs.</summary>
internal static class ErasureApi
{
    public static void MapErasureApi(this RouteGroupBuilder desks) => desks.MapPost("/{desk}/erasures", ForgetAsync)
        .WithName("Forget").WithSummary("Takes somebody out of the books for good: card, names, numbers, words. There is no way back.")
        .WithDescription("One of contact, call and number (E.164). With rehearse true only counts. waits: they are on the line; it is done as soon as that is over.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ApiErased>, NotFound, ProblemHttpResult>> ForgetAsync(
        string desk, ApiErasure wanted, ClaimsPrincipal user, DeskBook desks, Erasure erasure, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (wanted.Whom() is not { } whom)
        {
            return TypedResults.Problem("Give one of contact, call and number; a number is E.164.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var outcome = wanted.Rehearse
            ? await erasure.CountAsync(found.Id, whom, cancel)
            : await erasure.ForgetAsync(found.Id, whom, user.Identity?.Name ?? "a program", cancel);
        return outcome switch
        {
            ErasureOutcome.Done(var count) => TypedResults.Ok(ApiErased.Of(count, waits: false)),
            ErasureOutcome.Waits(var count) => TypedResults.Ok(ApiErased.Of(count, waits: true)),
            ErasureOutcome.NotThere => TypedResults.NotFound(),
            _ => TypedResults.Problem(ErasureWords.Of(outcome), statusCode: StatusCodes.Status409Conflict),
        };
    }
}

/// <param name="Contact">A card's id.</param>
/// <param name="Call">A call's id: whoever made it.</param>
/// <param name="Number">E.164; whoever has it, where it is one person's.</param>
/// <param name="Rehearse">Only count.</param>
internal sealed record ApiErasure(Guid? Contact = null, Guid? Call = null, string? Number = null, bool Rehearse = false)
{
    /// <returns>Null unless exactly one is given.</returns>
    public Forgotten? Whom() => (Contact, Call, Number) switch
    {
        ({ } card, null, null) => new Forgotten.OfCard(card),
        (null, { } call, null) => new Forgotten.OfCall(call),
        (null, null, { } text) when PhoneNumber.TryParse(text, out var number) => new Forgotten.OfNumber(number),
        _ => null,
    };
}

/// <param name="Waits">It is not done yet: they are on the line, or something about them is on its way.</param>
/// <param name="Recordings">The carrier's ids of recordings that lie there and not here.</param>
internal sealed record ApiErased(bool Waits, int Calls, int Texts, int Cards, IReadOnlyList<string> Recordings)
{
    public static ApiErased Of(ErasureCount count, bool waits) => new(waits, count.Calls, count.Texts, count.Cards, count.Recordings);
}
