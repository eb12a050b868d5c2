using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>What a desk says, for programs: checked as on the page.</summary>
internal static class WordingApi
{
    public static void MapWordingApi(this RouteGroupBuilder desks)
    {
        var wording = desks.MapGroup("/{desk}/wording").ProducesProblem(StatusCodes.Status404NotFound);
        wording.MapGet("", Wording).WithName("Wording").WithSummary("Every sentence; the desk's version stands in ETag.");
        wording.MapPut("/{sentence}", SayAsync).WithName("Say")
            .WithSummary("A sentence in other words, or the house's again where words is null. If-Match carries the version that was read.")
            .WithDescription("422 names what the words give away: a time, a place, a reason, a blank that stands for nothing, or no question.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static Results<Ok<ApiWording>, NotFound> Wording(string desk, DeskBook desks, HttpResponse response)
    {
        if (desks.Named(desk) is not { } found)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = $"\"{found.Version}\"";
        return TypedResults.Ok(new ApiWording([.. WordingSentence.All.Select(sentence => ApiSentence.Of(sentence, found))]));
    }

    private static async Task<Results<Ok<ApiSentence>, NotFound, ProblemHttpResult>> SayAsync(
        string desk, string sentence, ApiWords said, IfMatch seen, DeskBook desks, DeskWording wording, HttpResponse response, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found || WordingSentence.Named(sentence) is not { } known)
        {
            return TypedResults.NotFound();
        }

        if (seen.Version is not { } version)
        {
            return TypedResults.Problem("Give the version that was read as If-Match.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        switch (await wording.SayAsync(found, known, said.Words, version, cancel))
        {
            case WordingOutcome.Saved:
                response.Headers.ETag = $"\"{version + 1}\"";
                return TypedResults.Ok(ApiSentence.Of(known, desks.Named(desk)!));
            case WordingOutcome.Refused refused:
                var faults = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["words"] = [.. refused.Faults] };
                return TypedResults.Problem(new HttpValidationProblemDetails(faults) { Status = StatusCodes.Status422UnprocessableEntity });
            case WordingOutcome.Stale:
                return TypedResults.Problem("The desk has changed since; nothing was saved.", statusCode: StatusCodes.Status412PreconditionFailed);
            default:
                throw new InvalidOperationException("Wording is saved, refused or stale.");
        }
    }
}

internal sealed record ApiWording(IReadOnlyList<ApiSentence> Sentences);

/// <param name="Name">As the address has it: "greeting".</param>
/// <param name="House">What is said where the desk has no words of its own.</param>
/// <param name="Blanks">In their braces.</param>
/// <param name="Heard">As a caller would hear it, with somebody made up on the line.</param>
internal sealed record ApiSentence(string Name, string Words, string House, IReadOnlyList<string> Blanks, bool MustAsk, string Heard)
{
    public static ApiSentence Of(WordingSentence sentence, Desk desk)
    {
        var words = sentence.In(desk.Wording);
        return new ApiSentence(sentence.Name, words, sentence.House, sentence.Blanks, sentence.MustAsk, WordingPreview.Of(words, desk));
    }
}

/// <param name="Words">Null for the house's.</param>
internal sealed record ApiWords(string? Words);
