using FrontDesk.Calls;

namespace FrontDesk.Office;

/// <summary>Who sent a job seeker: "Suzie Smith referred me to you", "I'm Jim Martin's associate", "nobody did". R13 wants it first.</summary>
/// <param name="By">Null when nobody did, or when it was not said who.</param>
/// <param name="Rest">What was said besides.</param>
internal sealed record Referral(bool Referred, string? By, string Rest)
{
    private const int MostWords = 4;

    private static readonly string[] Acts = ["call", "ring", "phone", "get in touch", "reach out", "contact", "apply", "try", "give", "speak", "talk", "email", "send", "come", "look", "check"];

    private static readonly Phrases After = new([
        .. from verb in new[] { "referred", "sent", "recommended", "introduced" } from whom in new[] { "me", "us" } select $"{verb} {whom}",
        .. from told in new[] { "told me to", "asked me to", "said to", "advised me to", "encouraged me to", "wanted me to", "urged me to" } from act in Acts select $"{told} {act}",
        .. from said in new[] { "said", "says", "suggested", "recommended", "thought", "thinks", "told me", "mentioned" }
           from that in new[] { "i", "that i", "i should", "that i should", "i could", "i might", "i ought to" }
           from act in Acts
           select $"{said} {that} {act}",
        "gave me your number", "gave me this number", "gave me the number", "gave me your name", "passed me your number", "passed on your number", "passed along your number", "put me on to you", "put me onto you", "put me in touch", "pointed me to you", "pointed me your way", "told me about",
        "vouched for me", "thought id be", "thinks id be", "said id be", "thought i would be", "said i would be", "thought i was right", "spoke highly", "is my referral", "is my reference", "did"]);

    private static readonly Phrases Before = new(
        "told by", "advised by", "encouraged by", "asked by", "that would be", "it would be", "referred by", "referred to you by", "recommended by", "sent by", "introduced by", "suggested by", "in touch by", "passed on by", "referred through", "introduced through", "my referral is", "referral is", "a referral from", "a recommendation from", "got your number from", "got this number from",
        "got your name from", "your number by", "your number from", "number through", "heard about it from", "heard about you from", "heard about this from", "heard of you from", "found out from", "on the recommendation of", "at the suggestion of", "courtesy of", "i know", "worked with", "ive worked with", "friend of",
        "associate of", "colleague of", "assistant of", "cousin of", "it was", "through", "via");

    private static readonly Phrases Nobody = new(
        "nobody", "no one", "noone", "no referral", "not referred", "wasnt referred", "dont have a referral", "dont have any referral", "havent got a referral", "without a referral", "no reference", "just saw", "saw the listing", "saw your listing", "saw the ad", "saw your ad", "saw the posting", "saw your posting",
        "saw it", "online", "job board", "website", "web site", "cold calling", "cold call", "on my own", "by myself", "myself", "found you", "found it", "found the listing", "found the number", "on spec");

    /// <summary>Who a referral is to the caller: "my professor, Anita Rao".</summary>
    private static readonly Phrases Roles = new(
        from whose in new[] { "my", "my old", "my former", "a", "an old", "a good", "the" }
        from role in new[] { "professor", "teacher", "friend", "colleague", "boss", "agent", "buddy", "mate", "cousin", "uncle", "aunt", "brother", "sister", "neighbor", "neighbour", "roommate", "mentor", "tutor", "instructor", "manager", "supervisor", "friend of mine", "colleague of mine" }
        select $"{whose} {role}");

    private static readonly HashSet<string> NobodyInParticular = ["he", "she", "they", "someone", "somebody", "who", "it", "the", "a", "an", "your", "their", "this", "that", "me", "myself", "linkedin", "email", "word", "nobody"];

    private static readonly HashSet<string> People =
        ["associate", "assistant", "friend", "colleague", "cousin", "nephew", "niece", "brother", "sister", "son", "daughter", "student", "intern", "partner", "roommate", "neighbor"];

    /// <summary>Words that lead in to a name, and are none of it.</summary>
    private static readonly HashSet<string> LeadIns =
        ["and", "hi", "hello", "yes", "yeah", "because", "that", "well", "so", "um", "uh", "im", "i", "am", "was", "is", "it", "its", "by", "from", "this", "actually", "who", "friend", "my", "the", "a", "an"];

    /// <summary>What joins a referral to the words before it.</summary>
    private static readonly HashSet<string> JoiningWords = ["and", "i", "just", "but", "because"];

    private static readonly HashSet<string> Ends =
        ["and", "who", "im", "i", "ive", "my", "calling", "about", "to", "for", "in", "at", "on", "from", "he", "she", "they", "told", "said", "suggested", "referred", "sent", "recommended", "thought", "gave", "passed", "introduced", "is", "was", "did", "so", "regarding"];

    public static Referral? In(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Nobody.At(said, at) is > 0 and var none)
            {
                return new Referral(Referred: false, null, Without(said, at, EndOf(said, at + none)));
            }

            if ((ByName(said, at) ?? ByKinship(said, at) ?? ByWord(said, at) ?? ByRole(said, at)) is { } found)
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
        return from == at || NobodyInParticular.Contains(said.Words[from].Plain) ? null : new Referral(Referred: true, said.Quote(from, at), Without(said, from, EndOf(said, at + verb)));
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

        var from = at + words;
        from += Roles.At(said, from);
        var to = from;
        while (to < said.Words.Count && to - from < MostWords && (to == from || said.Words[to].Before == Break.None) && !Ends.Contains(said.Words[to].Plain))
        {
            to++;
        }

        if (from == to || NobodyInParticular.Contains(said.Words[from].Plain))
        {
            return null;
        }

        var start = at > 0 && said.Words[at - 1].Plain is "was" or "im" or "a" or "got" ? at - 1 : at;
        start = start > 0 && said.Words[start].Before == Break.None && said.Words[start - 1].Plain is "i" or "im" ? start - 1 : start;
        return new Referral(Referred: true, Possessor(said.Quote(from, to)) ?? said.Quote(from, to), Without(said, start, to));
    }

    /// <summary>"A colleague, Jim Martin", where it begins what is said.</summary>
    private static Referral? ByRole(Utterance said, int at)
    {
        if (said.Words[at].Before == Break.None || Roles.At(said, at) is not (> 0 and var words) || said.Has(["of"], at + words))
        {
            return null;
        }

        var (from, to) = (at + words, at + words);
        while (to < said.Words.Count && to - from < MostWords && (to == from || said.Words[to].Before == Break.None) && !Ends.Contains(said.Words[to].Plain))
        {
            to++;
        }

        if (to == from && (to == said.Words.Count || said.Words[to].Before == Break.Stop))
        {
            return new Referral(Referred: true, said.Quote(at, to), Without(said, at, to));
        }

        return to - from < 2 ? null : new Referral(Referred: true, said.Quote(from, to), Without(said, at, to));
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
