using FrontDesk.Desks;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Desks;

/// <summary>Puts a sentence of a desk in other words, for the page and for programs.</summary>
public sealed class DeskWording(DeskBook desks)
{
    /// <param name="words">The house's own words, or none, give the sentence back to the house.</param>
    /// <param name="version">The desk's, as it was read.</param>
    public async Task<WordingOutcome> SayAsync(Desk desk, WordingSentence sentence, string? words, int version, CancellationToken cancel)
    {
        var said = string.IsNullOrWhiteSpace(words) ? sentence.House : PlainText.ForShowing(words).Trim();
        if (WordingCheck.Of(sentence, said) is { Count: > 0 } faults)
        {
            return new WordingOutcome.Refused(faults);
        }

        var before = sentence.In(desk.Wording);
        return await desks.SaveWordingAsync(desk.Id, version, OwnWording.With(desk.Wording, sentence.Name, said), cancel) switch
        {
            SaveOutcome.Saved => new WordingOutcome.Saved(before),
            SaveOutcome.Stale or SaveOutcome.Taken or SaveOutcome.NotThere => new WordingOutcome.Stale(),
        };
    }
}

/// <summary>What came of putting a sentence in other words.</summary>
public abstract record WordingOutcome
{
    private WordingOutcome()
    {
    }

    /// <param name="Before">What the desk said until now.</param>
    public sealed record Saved(string Before) : WordingOutcome;

    /// <param name="Faults">Why these words may not be said, a sentence each.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : WordingOutcome;

    /// <summary>Somebody changed the desk since it was read.</summary>
    public sealed record Stale : WordingOutcome;
}
