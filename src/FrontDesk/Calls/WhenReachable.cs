namespace FrontDesk.Calls;

/// <summary>When a caller can be reached, as said: "around four", "after lunch, till six", "any time tomorrow".</summary>
internal static class WhenReachable
{
    private static readonly HashSet<string> Hours =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
    ];

    /// <summary>A time by itself.</summary>
    private static readonly HashSet<string> Times =
    [
        "noon", "midday", "midnight", "lunch", "lunchtime", "breakfast", "dinner", "morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "night", "tonight", "nights",
        "today", "tomorrow", "day", "days", "week", "weekend", "weekends", "weekday", "weekdays", "whenever", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "teatime", "midweek", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "anytime", "later", "now",
        "pm", "am", "oclock", "hour", "hours", "minutes",
    ];

    /// <summary>Said before a time, and part of it; an hour after one of these is one without "o'clock".</summary>
    private static readonly Phrases Leads = new(
        "around", "about", "at", "after", "before", "until", "till", "til", "by", "between", "from", "past", "all", "this", "next", "on", "in the", "in an", "in about", "in",
        "for the rest of", "the rest of", "the whole", "early", "late", "an", "half an", "half past", "quarter past", "a quarter past", "quarter to", "a quarter to", "half", "first thing", "first thing in the", "first thing this", "the", "end of", "the end of", "or so", "from about", "from around", "till about", "until about", "till around", "until around", "after about", "after around", "by about", "by around", "anytime after", "anytime before", "sometime",
        "some time", "later", "earlier", "close to", "closer to", "towards", "just after", "just before", "shortly after", "any time after", "any time before", "any time between", "mid", "every", "most", "since", "then", "no later than", "not before", "starting", "starting at");

    private static readonly Phrases WholeTimes = new("any time", "at any time", "any day", "first thing", "any old time", "all day", "all week", "all hours", "after that", "before that");

    private static readonly HashSet<string> Between = ["and", "to", "till", "until", "or", "through", "but", "thirty", "fifteen", "fortyfive", "ish"];

    private static readonly HashSet<string> Zones = ["pacific", "eastern", "central", "mountain", "pst", "pdt", "est", "edt", "cst", "cdt", "gmt", "bst", "cet", "utc", "london"];

    /// <summary>What makes a time in a longer sentence the time at which they can be reached.</summary>
    private static readonly Phrases Reached = new(
        "ill be", "i will be", "im here", "im around", "im in", "im at", "im free", "im available", "im home", "i am free", "i am here", "i am around", "i am available", "reach me", "call me", "ring me", "phone me", "try me", "get me", "catch me",
        "find me", "should try", "can try", "could try", "try me", "available", "free", "best time", "good time", "i can talk", "i can take", "im reachable", "works", "is best", "is better", "is good", "is fine", "would be best", "im up", "im back", "im around", "i can be reached", "can be reached", "get hold of me", "get me on", "get me at", "im usually", "im generally", "im about", "im at home", "i get in", "i finish", "i get off", "ill be free", "ill be around", "suits me", "suits", "would suit", "would work", "would have to be", "will have to be", "has to be", "would be", "i should be",
        "best to", "better", "ill have", "im on", "im in my", "call back", "have her call", "have him call", "she can call", "he can call", "ring back", "i am in", "i will be", "id prefer", "prefer");

    public static string? In(Utterance said)
    {
        for (var (from, to) = (0, 0); from < said.Words.Count; from = to)
        {
            to = said.Words.Skip(from + 1).TakeWhile(word => word.Before != Break.Stop).Count() + from + 1;
            if (Stretch(said, from, to) is var (start, end) && !IsNumber(said, start, end) && !Asks(said, from) && (IsReached(said, from, to) || SaysNothingElse(said, from, start, end, to)))
            {
                return said.Quote(start, end);
            }
        }

        return null;
    }

    /// <summary>From the first time in a sentence to the last, if only connecting words stand between them.</summary>
    private static (int Start, int End)? Stretch(Utterance said, int from, int to)
    {
        for (var start = from; start < to; start++)
        {
            // "I'm around" says where, "around four" when.
            start += Math.Max(0, WhereAt(said, start));
            if (End(said, start, to) is > 0 and var end)
            {
                return (start, end);
            }
        }

        return null;
    }

    private static int End(Utterance said, int start, int to)
    {
        var (end, led) = (0, false);
        for (var at = start; at < to;)
        {
            if (Leads.At(said, at) is > 0 and var lead)
            {
                (at, led) = (at + lead, true);
            }
            else if (WholeTimes.At(said, at) is > 0 and var whole)
            {
                (at, led) = (at + whole, true);
                end = at;
            }
            else if (Times.Contains(said.Words[at].Plain) || IsClock(said.Words[at].Plain) || (Hours.Contains(said.Words[at].Plain) && (led || SaysClock(said, at + 1))))
            {
                end = ++at;
                led = true;
            }
            else if (end > 0 && end == at && Zones.Contains(said.Words[at].Plain))
            {
                end = ++at;
                at = end += at < to && said.Words[at].Plain == "time" ? 1 : 0;
            }
            else if (end > 0 && (Between.Contains(said.Words[at].Plain) || IsMinutes(said.Words[at].Plain)))
            {
                at++;
                end = IsMinutes(said.Words[at - 1].Plain) ? at : end;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int WhereAt(Utterance said, int at) => at + 1 < said.Words.Count && said.Words[at].Plain is "im" or "am" or "be" && said.Words[at + 1].Plain is "around" or "in" or "at" or "on" or "about" && !Hours.Contains(said.Words[Math.Min(at + 2, said.Words.Count - 1)].Plain) ? 2 : 0;

    private static bool IsNumber(Utterance said, int start, int end) =>
        SpokenNumber.Find(said, SpokenNumber.FewestDigits) is { From: var from, To: var to } && start < to && from < end;

    private static bool Asks(Utterance said, int from) => said.Words[from].Plain is "is" or "are" or "will" or "when" or "does" or "what" or "whens";

    private static bool IsReached(Utterance said, int from, int to) =>
        Enumerable.Range(from, to - from).Any(at => Reached.At(said, at) > 0) && !Enumerable.Range(from, to - from).Any(at => AnswerWords.RegardingAt(said, at) > 0);

    private static bool SaysNothingElse(Utterance said, int from, int start, int end, int to)
    {
        while (from < start && AnswerWords.Openers.At(said, from) is > 0 and var words)
        {
            from += words;
        }

        return from == start && Enumerable.Range(end, to - end).All(at => AnswerWords.Trailers.At(said, at) > 0 || said.Words[at].Plain is "you" or "is" or "are" or "or" or "fine" or "good" or "ok" or "okay" or "would" or "be" or "best" or "better" or "great" or "she" or "likes" or "wants" or "really" or "works" or "sometime" or "perfect" or "so" or "he" or "they" or "like" or "want" or "suits" or "her" or "him" or "ideally");
    }

    private static bool IsClock(string word) => word.Length is >= 3 and <= 6 && char.IsAsciiDigit(word[0]) && (word.EndsWith("pm", StringComparison.Ordinal) || word.EndsWith("am", StringComparison.Ordinal));

    private static bool SaysClock(Utterance said, int at) => at < said.Words.Count && said.Words[at].Plain is "oclock" or "pm" or "am" or "thirty" or "ish";

    private static bool IsMinutes(string word) => word is ['0' or '1' or '2' or '3' or '4' or '5', >= '0' and <= '9'] or "thirty" or "fifteen" or "fortyfive";
}
