namespace FrontDesk.Calls;

/// <summary>Whether words may be a name, and where in them it ends.</summary>
internal static class LikelyName
{
    private const int LongestName = 80;

    /// <summary>Longer is a speech.</summary>
    private const int MostWords = 60;

    private static readonly HashSet<string> Joiners = ["and", "but", "so", "or", "to", "that", "from", "with", "at", "of", "for", "on", "over", "in", "the", "a", "my", "as", "is", "by", "if", "who"];

    /// <summary>With these another sentence begins, though the recogniser heard no stop.</summary>
    private static readonly HashSet<string> Clauses =
    [
        "i", "im", "ive", "id", "ill", "we", "weve", "she", "shes", "they", "theyre", "you", "youre", "could", "would", "can", "is", "was", "has", "have", "had", "just", "who", "wants", "wanted",
        "want", "need", "needs", "because", "that", "when", "if", "hoping", "trying", "looking", "wondering", "returning", "following", "responding", "please", "it", "its", "do", "did", "does", "what",
        "where", "how", "why", "there", "hes", "heard", "said", "got", "asking", "waiting", "checking", "ringing", "phoning", "wishing", "dont", "cant", "not",
    ];

    private static readonly HashSet<string> StatementsOfOneself = ["i", "im", "ive", "id", "ill", "she", "shes", "they", "theyre", "you", "youre", "we", "weve", "can", "could", "would", "just", "did", "do", "please", "wants", "wanted", "hes"];

    private static readonly HashSet<string> AfterThe = ["first", "second", "third", "fourth", "fifth", "elder", "younger", "great", "one"];

    private static readonly HashSet<string> NamesInIng = ["sterling", "manning", "meiling", "xiaoling", "golding", "harding", "keating", "fleming", "spalding", "channing", "redding", "fielding", "jiaying", "xiaoming"];

    private static readonly HashSet<string> Weekdays = ["monday", "tuesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Only the words of the name: said twice it is a name once, and with a new sentence it ends.</summary>
    public static List<int> Trim(Utterance said, List<int> words, bool introduced)
    {
        if (words.Count > MostWords)
        {
            return words;
        }

        if (words.Count > 1 && words.TrueForAll(at => said.Words[at].Plain == said.Words[words[0]].Plain))
        {
            // "La la la" is a song.
            return words.Count == 2 ? words[..1] : [];
        }

        var name = Once(said, words[..End(said, words, introduced)]);
        while (name.Count > 0 && Joiners.Contains(said.Words[name[^1]].Plain))
        {
            name = name[..^1];
        }

        return name;
    }

    public static bool CouldBe(Utterance said, List<int> name, NameMark mark, Boss boss)
    {
        var words = name.Select(at => said.Words[at].Plain).ToList();
        var own = words.TakeWhile(word => !AnswerWords.Belonging.Contains(word)).ToList();
        return own.Count > 0
            && LongWords(own) <= 6
            && LongWords(words) <= 12
            && said.Quote(name).Length <= LongestName
            && own.Any(word => word.Any(char.IsLetter))
            && !own.All(AnswerWords.Titles.Contains)
            && (IsKin(own, boss) || mark switch
            {
                NameMark.None or NameMark.Corrected => CouldBeBare(own),
                NameMark.Perhaps => CouldFollow(said, name, own),
                NameMark.Sure or NameMark.First or NameMark.Last => !AnswerWords.NotFirst.Contains(own[0]),
            });
    }

    private static int End(Utterance said, List<int> words, bool introduced)
    {
        var belongs = false;
        for (var i = 1; i < words.Count; i++)
        {
            var word = said.Words[words[i]].Plain;
            var next = i + 1 < words.Count ? said.Words[words[i + 1]].Plain : "";
            if ((AnswerWords.Belonging.Contains(word) && next is "a" or "an" or "some" && !(i + 2 < words.Count && said.Words[words[i + 2]].Plain.Length == 1)) || (word == "and" && Clauses.Contains(next)) || (word == "will" && next is "you" or "she" or "he" or "they" or "be"))
            {
                return i;
            }

            belongs |= AnswerWords.Belonging.Contains(word);
            if (!introduced && said.Words[words[i]].Before == Break.Pause && words.Skip(i).Any(at => EverydayWords.Contains(said.Words[at].Plain)) && !words.Take(i).Any(at => EverydayWords.Contains(said.Words[at].Plain)))
            {
                return i;
            }

            var ends = !introduced ? StatementsOfOneself.Contains(word) : belongs ? Clauses.Contains(word) : EndsIntroduced(said, words, i);
            if (ends && (introduced || !words.Take(i).Any(at => EverydayWords.Contains(said.Words[at].Plain))))
            {
                return i;
            }
        }

        return words.Count;
    }

    private static bool EndsIntroduced(Utterance said, List<int> words, int i)
    {
        var word = said.Words[words[i]].Plain;
        return word == "the" ? !(i + 1 < words.Count && AfterThe.Contains(said.Words[words[i + 1]].Plain))
            : word == "i" ? said.Words[words[i - 1]].Plain.Length > 1 && !(i + 1 < words.Count && said.Words[words[i + 1]].Plain.Length == 1)
            : word == "no" || (word is not ("second" or "hey") && EverydayWords.Contains(word));
    }

    /// <summary>"Rose, Rose Winter" is Rose Winter, and so is "Winter, Rose Winter".</summary>
    private static List<int> Once(Utterance said, List<int> words)
    {
        string Plain(int at) => said.Words[at].Plain;
        var pause = words.FindIndex(1 <= words.Count ? 1 : 0, at => said.Words[at].Before != Break.None);
        if (pause > 0)
        {
            var (before, after) = (words[..pause], words[pause..]);
            return before.Count > 0 && Plain(before[^1]).Length == 1 ? words
                : before.All(at => after.Exists(more => Plain(more) == Plain(at))) ? Once(said, after)
                : after.All(at => before.Exists(more => Plain(more) == Plain(at))) ? before
                : words;
        }

        for (var half = 2; half <= 3 && 2 * half <= words.Count; half++)
        {
            if (Enumerable.Range(0, half).All(at => Plain(words[at]) == Plain(words[at + half])))
            {
                return words[half..];
            }
        }

        if (words.Count > 2 && Plain(words[0]).Length > 1 && (Plain(words[0]) == Plain(words[1]) || (words.Count == 3 && Plain(words[0]) == Plain(words[2]))))
        {
            return words[1..];
        }

        return words.Count > 3 && Plain(words[1]).Length > 1 && Plain(words[1]) == Plain(words[2]) ? [words[0], .. words[2..]] : words;
    }

    private static bool CouldBeBare(List<string> own) =>
        !AnswerWords.NotFirst.Contains(own[0])
        && !EverydayWords.IsNotAlone(own[0])
        && !own.Exists(word => EverydayWords.Contains(word) && !IsInitial(word, own));

    /// <summary>What follows "it's" or "I'm": where the recogniser writes capitals, a name has one.</summary>
    private static bool CouldFollow(Utterance said, List<int> name, List<string> own)
    {
        var capital = said.IsCased && said.IsCapital(name[0]) && own[0].Length > 1;
        return capital ? !Weekdays.Contains(own[0]) && own[0] is not ("im" or "ive" or "id" or "ill" or "is")
            : said.IsCased && !name.Take(own.Count).Any(said.IsCapital) ? own.TrueForAll(word => !EverydayWords.Describes(word)) && own.Count == 1 && !LooksDescribing(own)
            : !AnswerWords.NotFirst.Contains(own[0]) && (!EverydayWords.Describes(own[0]) || IsInitial(own[0], own)) && !LooksDescribing(own);
    }

    /// <summary>"It's extremely…", "I'm struggling to…".</summary>
    private static bool LooksDescribing(List<string> own) => own.Count == 1
        ? own[0].Length >= 7 && own[0].EndsWith("ing", StringComparison.Ordinal) && !NamesInIng.Contains(own[0])
        : ((own[0].Length >= 7 && own[0].EndsWith("ly", StringComparison.Ordinal) && own[0] is not ("kimberly" or "beverly" or "waverly"))
            || (own[0].Length >= 6 && own[0].EndsWith("ing", StringComparison.Ordinal) && EverydayWords.Describes(own[1])));

    /// <summary>"Her mother", "Margaret's brother in law Dmitri".</summary>
    private static bool IsKin(List<string> own, Boss boss) =>
        own.Count > 1 && (own[0] is "her" or "his" or "their" || (own[0] is [.. var owner, 's'] && boss.Has(owner))) && own.Exists(EverydayWords.IsKin);

    /// <summary>Initials are no words.</summary>
    private static int LongWords(List<string> words) => words.Count(word => word.Length > 1);

    /// <summary>The I of "I. M. Pei".</summary>
    private static bool IsInitial(string word, List<string> among) => word.Length == 1 && among.Count(other => other.Length == 1) > 1;
}
