namespace FrontDesk.Calls;

/// <summary>A name that was taken down and is put right: "No, it's Jon without an H", "not Smith, Smythe", "Reed, R E I D".</summary>
internal static class NameCorrection
{
    /// <returns>The name as it should be; null where nothing is corrected.</returns>
    public static string? Of(string known, Utterance said, string? introduced, IReadOnlyList<SpelledName> spelled, IReadOnlyList<SpelledHint> hints)
    {
        var better = hints.Count > 0 ? ByHints(known, said, hints)
            : spelled.Count > 0 ? spelled.Aggregate(known, (name, word) => word.In(name) ?? name)
            : NotThisBut(known, said) ?? Introduced(known, introduced);
        return better is null || better == known ? null : better;
    }

    private static string ByHints(string known, Utterance said, IReadOnlyList<SpelledHint> hints) => hints.Aggregate(known, (name, hint) =>
    {
        var meant = hint.From > 0 && said.Words[hint.From - 1] is { Plain: { Length: > 1 } word } && !EverydayWords.Describes(word) ? word : null;
        var asSaid = meant is not null && name.Split(' ').FirstOrDefault(other => SoundsLike.Each(other, meant)) is { } heard ? Replace(name, heard, said.Quote(hint.From - 1, hint.From)) : name;
        return hint.In(asSaid, meant);
    });

    /// <summary>"Not Smith, Smythe" and "Smythe, not Smith".</summary>
    private static string? NotThisBut(string known, Utterance said)
    {
        for (var at = 0; at + 1 < said.Words.Count; at++)
        {
            if (said.Words[at].Plain != "not" || known.Split(' ').FirstOrDefault(word => SoundsLike.Each(word, said.Words[at + 1].Plain)) is not { } wrong)
            {
                continue;
            }

            var right = NextName(said, at + 2) ?? (at > 0 && IsName(said, at - 1) ? at - 1 : null);
            return right is { } place ? Replace(known, wrong, said.Quote(place, place + 1)) : null;
        }

        return null;
    }

    private static int? NextName(Utterance said, int at)
    {
        while (at < said.Words.Count && Math.Max(AnswerWords.NameMarkers.At(said, at), AnswerWords.Fillers.At(said, at)) is > 0 and var words)
        {
            at += words;
        }

        return at < said.Words.Count && IsName(said, at) ? at : null;
    }

    private static bool IsName(Utterance said, int at) => said.Words[at].Plain is { Length: > 1 } word && !EverydayWords.Describes(word) && AnswerWords.Openers.At(said, at) == 0;

    /// <summary>A name said anew takes the place of the whole, one word of it that of the word it sounds like.</summary>
    private static string? Introduced(string known, string? introduced) =>
        introduced is null || Utterance.Of(introduced).PlainWords.SequenceEqual(Utterance.Of(known).PlainWords) ? null
        : introduced.Contains(' ', StringComparison.Ordinal) ? introduced
        : known.Split(' ').FirstOrDefault(word => SoundsLike.Each(word, introduced)) is { } wrong ? Replace(known, wrong, introduced)
        : null;

    /// <summary>What was only said with another capital stays as it was.</summary>
    private static string Replace(string name, string word, string better) =>
        Utterance.Plain(word) == Utterance.Plain(better) ? name
        : string.Join(' ', name.Split(' ').Select(part => part == word ? char.ToUpperInvariant(better[0]) + better[1..] : part));
}
