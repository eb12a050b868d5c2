using FrontDesk.Contacts;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Drops, merges and splits cards for programs, takes that back, and says in HTTP what came of it.</summary>
internal sealed class ApiBook(DeskBook desks, PhoneBook cards, BookActs acts, BookParting parting, BookUndo undo)
{
    private const int LongestName = 200;

    public async Task<Results<Ok<ApiBookAct>, NotFound, ProblemHttpResult>> DropAsync(
        string desk, Guid id, int? version, string by, CancellationToken cancel)
    {
        if (version is not { } seen)
        {
            return TypedResults.Problem("Give the version that was read as If-Match.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        return await IsOfDeskAsync(desk, id, cancel) ? Answer(await acts.DropAsync(new CardVersion(id, seen), by, cancel)) : TypedResults.NotFound();
    }

    public async Task<Results<Ok<ApiBookAct>, NotFound, ProblemHttpResult>> MergeAsync(
        string desk, Guid id, ApiMerge merge, string by, CancellationToken cancel) => await IsOfDeskAsync(desk, id, cancel)
        ? Answer(await parting.MergeAsync(new CardVersion(id, merge.Version), new CardVersion(merge.Other, merge.OtherVersion), by, cancel))
        : TypedResults.NotFound();

    public async Task<Results<Ok<ApiBookAct>, NotFound, ProblemHttpResult>> SplitAsync(
        string desk, Guid id, ApiSplit split, string by, CancellationToken cancel)
    {
        if (!PhoneNumber.TryParse(split.Number, out var number) || CardText.Line(split.Name) is not { Length: <= LongestName } name)
        {
            return TypedResults.Problem(
                $"number: in E.164. name: of at most {LongestName} characters.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        return await IsOfDeskAsync(desk, id, cancel)
            ? Answer(await parting.SplitNumberAsync(new CardVersion(id, split.Version), number, name, by, cancel))
            : TypedResults.NotFound();
    }

    public async Task<Results<Ok<ApiBookAct>, NotFound, ProblemHttpResult>> UndoAsync(string desk, Guid act, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found || await undo.FindAsync(act, cancel) is not { } entry || entry.DeskId != found.Id)
        {
            return TypedResults.NotFound();
        }

        return await undo.TakeBackAsync(act, cancel) switch
        {
            TakeBackOutcome.TakenBack => TypedResults.Ok(new ApiBookAct(act, null)),
            TakeBackOutcome.Overtaken => Conflict("One of those cards was changed since; nothing was taken back."),
            TakeBackOutcome.TooLate => Conflict("That was taken back already."),
            _ => throw new InvalidOperationException("An act is taken back, overtaken or too late for it."),
        };
    }

    private async Task<bool> IsOfDeskAsync(string desk, Guid card, CancellationToken cancel) =>
        desks.Named(desk) is { } found && (await cards.FindAsync(card, cancel))?.DeskId == found.Id;

    private static Results<Ok<ApiBookAct>, NotFound, ProblemHttpResult> Answer(BookOutcome outcome) => outcome switch
    {
        BookOutcome.Done done => TypedResults.Ok(new ApiBookAct(done.ActId, done.ContactId)),
        BookOutcome.Stale => TypedResults.Problem("A card has changed since; nothing was done.", statusCode: StatusCodes.Status412PreconditionFailed),
        BookOutcome.NotThere => TypedResults.NotFound(),
        _ => throw new InvalidOperationException("An act is done, stale or about nothing."),
    };

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}

/// <param name="Act">Names the act, to undo it.</param>
/// <param name="Contact">The card to look at afterwards; null where there is none.</param>
internal sealed record ApiBookAct(Guid Act, Guid? Contact);

/// <param name="Version">This card's, as it was read.</param>
/// <param name="Other">The card that becomes part of this one.</param>
internal sealed record ApiMerge(int Version, Guid Other, int OtherVersion);

/// <param name="Version">The card's, as it was read.</param>
/// <param name="Number">E.164, one of the card's.</param>
/// <param name="Name">Of the new card.</param>
internal sealed record ApiSplit(int Version, string Number, string Name);
