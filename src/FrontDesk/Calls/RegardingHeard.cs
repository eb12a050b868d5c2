namespace FrontDesk.Calls;

/// <summary>What an answer to "may I ask what it's regarding?" says.</summary>
internal static class RegardingHeard
{
    /// <summary>"It's the pilot": what it is follows.</summary>
    private static readonly Phrases ItIs = new("its", "it is", "that would be", "thats", "this is", "its just", "its only", "its simply", "just", "its all", "oh its", "its for", "it is for", "thats for", "this is for");

    /// <summary>The caller asks back.</summary>
    private static readonly Phrases AskingBack = new("why do you", "why are you", "why would you", "what do you need", "what for", "why is that", "does it matter", "do i have to", "do you need to know", "whats it to you", "is that necessary", "what do you mean");

    private static readonly HashSet<string> Articles = ["the", "a", "an", "my", "our", "her", "his", "their", "your", "that", "this", "those", "these"];

    /// <summary>By themselves, these say nothing.</summary>
    private static readonly HashSet<string> Nothing = ["what", "huh", "pardon", "um", "uh", "er", "erm", "hmm", "hello", "sorry", "again", "please", "repeat", "that", "say", "come", "yes", "no", "you", "there", "mm", "okay", "ok", "hey", "hi"];

    /// <summary>Everything said but questions about the boss, from the matter on; null when nothing remains.</summary>
    public static string? In(Utterance said, Boss boss)
    {
        List<string> kept = [];
        for (var (from, to) = (0, 0); from < said.Words.Count; from = to)
        {
            to = from + 1;
            while (to < said.Words.Count && said.Words[to].Before != Break.Stop)
            {
                to++;
            }

            var matter = SkipLeadIn(said, from, to);
            var start = kept.Count == 0 ? matter : from;
            if (start < to && !OnlyAsks(said, from, matter, to, boss) && !SaysNothing(said, start, to))
            {
                kept.Add(said.QuoteWithStop(start, to));
            }
        }

        return kept.Count == 0 ? null : string.Join(' ', kept).TrimEnd('.', ',', ' ');
    }

    /// <summary>A question that says what it is about is kept.</summary>
    private static bool OnlyAsks(Utterance said, int from, int start, int to, Boss boss)
    {
        if (!Questions.BeginAt(said, from, boss) && !Questions.BeginAt(said, start, boss) && !Questions.ForMyNameBegins(said, start) && !Questions.IfMachineBegins(said, from))
        {
            return false;
        }

        for (var at = start; at < to; at++)
        {
            if (AnswerWords.RegardingAt(said, at) > 0 && !(at + 1 == to && said.Words[at].Plain == "about"))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SaysNothing(Utterance said, int from, int to) => AskingBack.At(said, from) > 0 || to - from < 4 && Enumerable.Range(from, to - from).All(at => Nothing.Contains(said.Words[at].Plain));

    /// <summary>Past "yes, it's regarding".</summary>
    private static int SkipLeadIn(Utterance said, int from, int to)
    {
        while (from < to)
        {
            var (lead, isIt) = (Math.Max(AnswerWords.Openers.At(said, from), Math.Max(AnswerWords.RegardingAt(said, from), AnswerWords.Fillers.At(said, from))), ItIs.At(said, from));
            var leadsToIt = isIt > 0 && from + isIt < to && (Articles.Contains(said.Words[from + isIt].Plain) || AnswerWords.RegardingAt(said, from + isIt) > 0 || AnswerWords.Fillers.At(said, from + isIt) > 0);
            var words = Math.Max(lead, leadsToIt ? isIt : 0);
            if (words == 0)
            {
                break;
            }

            from += words;
        }

        return from;
    }
}
