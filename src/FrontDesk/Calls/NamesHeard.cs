namespace FrontDesk.Calls;

/// <summary>Which words of an answer are the caller's name, written as it was spelled where it was.</summary>
internal sealed class NamesHeard(Utterance said, IReadOnlyList<AnswerPart> parts, IReadOnlyList<SpelledName> spelled, IReadOnlyList<SpelledHint> hints, Boss boss)
{
    /// <summary>After "my name is", "it's" and the like.</summary>
    public string? Introduced()
    {
        var names = parts.Where(part => part.Kind == PartKind.Name).Select(part => (part.Mark, Name: NameIn(part))).Where(found => found.Name is not null).ToList();
        var (first, last) = (Marked(names, NameMark.First), Marked(names, NameMark.Last));
        return first is not null && last is not null ? Written([.. first, .. last])
            : (Marked(names, NameMark.Corrected) ?? Marked(names, NameMark.Sure) ?? first ?? last ?? Marked(names, NameMark.Perhaps)) is { } name ? Written(Fuller(name))
            : parts.Any(part => part.Kind == PartKind.Name && IsAllSpelled(part)) && Loose(again: false) is null ? Spelled
            : null;
    }

    /// <summary>The name, where one was asked for.</summary>
    public string? Asked(bool again) => Introduced()
        ?? (Loose(again) is { } name ? Written(Fuller(name)) : null)
        ?? (parts.Any(part => part.Kind == PartKind.Loose && IsAllSpelled(part)) ? Spelled : null);

    public string? Spelled => spelled.Any(word => word.Text.Length > 0) ? string.Join(' ', spelled.Select(word => word.Text).Where(text => text.Length > 0)) : null;

    private static List<int>? Marked(List<(NameMark Mark, List<int>? Name)> names, NameMark mark) => names.Find(name => name.Mark == mark).Name;

    private List<int>? Loose(bool again) => parts
        .Where(part => part.Kind == PartKind.Loose)
        .Select(NameIn)
        .FirstOrDefault(name => name is not null && (again || !boss.IsNamedBy(name.Select(Plain))));

    /// <summary>"This is Sunita. Sunita Deshpande."</summary>
    private List<int> Fuller(List<int> name) => parts
        .Where(part => part.Kind is PartKind.Loose or PartKind.Name && part.Words.Count > name.Count && part.Words.Count < 20)
        .Select(NameIn)
        .FirstOrDefault(other => other is not null && other.Count > name.Count && name.All(at => other.Exists(more => Plain(more) == Plain(at)))) ?? name;

    private List<int>? NameIn(AnswerPart part)
    {
        var words = LikelyName.Trim(said, Unspelled(part), part.Kind == PartKind.Name);
        return LikelyName.CouldBe(said, words, part.Mark, boss) ? words : null;
    }

    private bool IsAllSpelled(AnswerPart part) => part.Words.Count > 0 && Unspelled(part).Count == 0;

    /// <summary>Without what was spelled and how: "J O N", "without an H".</summary>
    private List<int> Unspelled(AnswerPart part) => spelled.Count + hints.Count == 0
        ? part.Words
        : [.. part.Words.Where(at => !spelled.Any(word => at >= word.From && at < word.To) && !hints.Any(hint => at >= hint.From && at < hint.To))];

    private string Written(List<int> words)
    {
        var heard = said.Quote(words);
        var name = spelled.Aggregate(heard, (so, word) => word.In(so) ?? so);
        return hints.Where(hint => hint.From > 0).Aggregate(name, (so, hint) => hint.In(so, Meant(hint)));
    }

    /// <summary>What a letter is told of: the word before it, or the one just spelled: "Cohn, C O H N, no E".</summary>
    private string Meant(SpelledHint hint) => spelled.LastOrDefault(word => word.To == hint.From && word.Text.Length > 0)?.Text ?? said.Words[hint.From - 1].Plain;

    private string Plain(int at) => said.Words[at].Plain;
}
