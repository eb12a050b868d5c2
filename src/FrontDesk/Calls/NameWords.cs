namespace FrontDesk.Calls;

/// <summary>Where a name begins and ends among other words.</summary>
internal static class NameWords
{
    private const int Most = 6;

    public static bool IsOne(Utterance said, int at) =>
        at >= 0
        && at < said.Words.Count
        && said.Words[at].Plain is var word
        && word.Any(char.IsLetter)
        && !EverydayWords.Contains(word)
        && !AnswerWords.NotFirst.Contains(word)
        && !AnswerWords.Belonging.Contains(word)
        && AnswerWords.Openers.At(said, at) == 0
        && AnswerWords.Trailers.At(said, at) == 0
        && AnswerWords.NameMarkers.At(said, at) == 0
        && word is not ("behalf" or "office" or "assistant" or "names" or "favor" or "favour" or "help" or "advice" or "directions" or "he" or "after" or "look" or "manage" or "run" or "keep" or "handle");

    /// <summary>Where the name begins whose last word this is.</summary>
    public static int Start(Utterance said, int last)
    {
        var at = last;
        while (at > 0 && last - at < Most && said.Words[at].Before == Break.None && IsOne(said, at - 1))
        {
            at--;
        }

        return at;
    }

    public static int End(Utterance said, int from)
    {
        var at = from;
        while (at < said.Words.Count && at - from < Most && (at == from || said.Words[at].Before == Break.None) && IsOne(said, at))
        {
            at++;
        }

        return at;
    }
}
