using FrontDesk.Calls;

namespace FrontDesk.Office;

/// <summary>Who sent a job seeker: "Suzie Smith referred me to you", "I'm Jim Martin's associate", "nobody did". R13 wants it first.</summary>
/// <param name="By">Null when nobody did, or when it was not said who.</param>
/// <param name="Rest">What was said besides.</param>
internal sealed record Referral(bool Referred, string? By, string Rest)
{
    private const int MostWords = 4;

    private static readonly Phrases After = new([
        .. from verb in new[] { "referred", "sent", "recommended", "introduced" } from whom in new[] { "me", "us" } select $"{verb} {whom}",
        "told me to call", "said to call", "said i should call", "suggested i call", "suggested that i call", "asked me to call", "told me to ring", "gave me your number",
         "gave me this number", "passed me your number", "put me on to you", "thought i should call", "is my referral", "is my reference", "did"]);

    private static readonly Phrases Before = new(
        "referred by", "referred to you by", "recommended by", "sent by", "introduced by", "my referral is", "referral is", "a referral from", "got your number from", "got this number from",
        "your number by", "on the recommendation of", "at the suggestion of", "courtesy of", "i know", "friend of", "associate of", "colleague of", "assistant of", "cousin of", "it was");

    private static readonly Phrases Nobody = new(
        "nobody", "no one", "noone", "no referral", "not referred", "wasnt referred", "dont have a referral", "havent got a referral", "no reference", "just saw", "saw the listing",
        "saw your listing", "saw the ad", "online", "cold calling", "cold call", "on my own", "by myself", "myself");

    private static readonly HashSet<string> People =
        ["associate", "assistant", "friend", "colleague", "cousin", "nephew", "niece", "brother", "sister", "son", "daughter", "student", "intern", "partner", "roommate", "neighbor"];

    /// <summary>Words that lead in to a name, and are none of it.</summary>
    private static readonly HashSet<string> LeadIns =
        ["and", "hi", "hello", "yes", "yeah", "because", "that", "well", "so", "um", "uh", "im", "i", "am", "was", "is", "it", "its", "by", "from", "this", "actually", "who", "friend", "my", "the", "a", "an"];

    /// <summary>What joins a referral to the words before it.</summary>
    private static readonly HashSet<string> JoiningWords = ["and", "i", "just", "but", "because"];

    private static readonly HashSet<string> Ends =
        ["and", "who", "im", "i", "ive", "my", "calling", "about", "to", "for", "in", "at", "on", "from", "he", "she", "they", "told", "said", "suggested", "referred", "sent", "is", "was", "did", "so", "regarding"];

    public static Referral? In(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Nobody.At(said, at) is > 0 and var none)
            {
                return new Referral(Referred: false, null, Without(said, at, EndOf(said, at + none)));
            }

            if ((ByName(said, at) ?? ByKinship(said, at) ?? ByWord(said, at)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>"Suzie Smith referred me": the name stands before. A recogniser leaves out the stops; then the last two words are it.</summary>
    private static Referral? ByName(Utterance said, int at)
    {
        if (After.At(said, at) is not (> 0 and var verb))
        {
            return null;
        }

        var from = at;
        while (from > 0 && said.Words[from].Before == Break.None && !LeadIns.Contains(said.Words[from - 1].Plain))
        {
            from--;
        }

        from = at - from > 3 ? at - 2 : from;
        return from == at ? null : new Referral(Referred: true, said.Quote(from, at), Without(said, from, EndOf(said, at + verb)));
    }

    /// <summary>"I'm Jim Martin's associate".</summary>
    private static Referral? ByKinship(Utterance said, int at)
    {
        if (at == 0 || !People.Contains(said.Words[at].Plain) || Possessor(said.Quote(at - 1, at)) is not { } last || last.Length == 0)
        {
            return null;
        }

        var from = at - 1;
        while (from > 0 && at - from < MostWords && said.Words[from].Before == Break.None && !LeadIns.Contains(said.Words[from - 1].Plain))
        {
            from--;
        }

        var lead = from > 0 && said.Words[from].Before == Break.None && said.Words[from - 1].Plain is "im" or "am" ? from - 1 : from;
        lead = lead > 0 && said.Words[lead].Plain == "am" && said.Words[lead - 1].Plain == "i" ? lead - 1 : lead;
        var name = from == at - 1 ? last : $"{said.Quote(from, at - 1)} {last}";
        return new Referral(Referred: true, name, Without(said, lead, at + 1));
    }

    /// <summary>"Referred by Suzie Smith": the name stands after.</summary>
    private static Referral? ByWord(Utterance said, int at)
    {
        if (Before.At(said, at) is not (> 0 and var words))
        {
            return null;
        }

        var (from, to) = (at + words, at + words);
        while (to < said.Words.Count && to - from < MostWords && (to == from || said.Words[to].Before == Break.None) && !Ends.Contains(said.Words[to].Plain))
        {
            to++;
        }

        if (from == to)
        {
            return null;
        }

        var start = at > 0 && said.Words[at - 1].Plain is "was" or "im" or "a" or "got" ? at - 1 : at;
        start = start > 0 && said.Words[start].Before == Break.None && said.Words[start - 1].Plain is "i" or "im" ? start - 1 : start;
        return new Referral(Referred: true, Possessor(said.Quote(from, to)) ?? said.Quote(from, to), Without(said, start, to));
    }

    private static string? Possessor(string word) =>
        word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? word[..^2]
        : word.EndsWith('\'') || word.EndsWith('’') ? word[..^1]
        : null;

    /// <summary>"To you", "to your office" belong to it.</summary>
    private static int EndOf(Utterance said, int to) =>
        to + 1 < said.Words.Count && said.Words[to].Plain == "to" && said.Words[to + 1].Plain is "you" or "your" or "us"
            ? Math.Min(said.Words.Count, said.Words[to + 1].Plain == "your" ? to + 3 : to + 2)
            : to;

    private static string Without(Utterance said, int from, int to)
    {
        while (from > 0 && said.Words[from].Before != Break.Stop && JoiningWords.Contains(said.Words[from - 1].Plain))
        {
            from--;
        }

        var before = from > 0 ? said.QuoteWithStop(0, from).TrimEnd(',', ' ') : "";
        var after = to < said.Words.Count ? said.QuoteWithStop(to, said.Words.Count) : "";
        return before.Length == 0 ? after : after.Length == 0 ? before : $"{before.TrimEnd('.')}. {after}";
    }
}
