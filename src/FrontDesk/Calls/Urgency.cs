namespace FrontDesk.Calls;

/// <summary>Whether a caller says that it is urgent (R10, call 4: "today or tomorrow … this merger is time critical").</summary>
public static class Urgency
{
    private static readonly Phrases Pressing = new(
        "urgent", "urgently", "urgency", "asap", "a s a p", "as soon as possible", "as soon as humanly possible", "as quickly as possible", "emergency", "time critical", "time sensitive", "utmost importance", "utmost urgency", "please hurry", "of the essence", "today or tomorrow", "right away", "right now", "straight away", "straightaway",
        "immediately", "this instant", "this minute", "at once", "at the earliest", "cant wait", "cannot wait", "can not wait", "wont wait", "wont keep", "deadline today", "deadline is today", "deadlines today", "before the end of the day", "before end of day", "by the end of the day",
        "by end of day", "by close of business", "before close of business", "life and death", "life or death", "top priority", "high priority", "pressing", "pressing matter", "within the hour", "in the next hour", "in the next few minutes", "in the next ten minutes", "in the next half hour",
        "before its too late", "too late", "no time to lose", "running out of time", "critical", "crucial", "imperative", "its an accident", "been an accident", "in hospital", "in the hospital", "to hospital", "to the hospital", "in an ambulance", "passed away", "has died", "is dying", "last chance");

    /// <summary>What falls due presses when it does so soon.</summary>
    private static readonly Phrases Needing = new(
        "need", "needs", "must", "have to", "has to", "got to", "gotta", "expires", "expire", "is due", "are due", "runs out", "run out", "ends", "closes", "close", "lapses", "going to lose", "gonna lose", "will lose", "lose", "fall through", "falls through", "deadline", "or else", "important", "vital", "essential");

    private static readonly Phrases Soon = new(
        "today", "tonight", "this morning", "this afternoon", "this evening", "within the hour", "at midnight", "at noon", "by noon", "in an hour", "in the next hour", "by five", "by six", "in a few minutes", "in ten minutes", "in half an hour", "before noon", "before midnight", "now", "before she boards",
        "before she leaves", "before he boards", "before he leaves", "before she signs", "before he signs", "before she flies", "before he flies");

    private static readonly HashSet<string> Nothing = ["no", "nothing", "without"];

    private static readonly HashSet<string> Verbs = ["its", "it", "is", "this", "thats", "im", "i", "we", "she", "he"];

    private static readonly HashSet<string> Denials = ["not", "isnt", "wasnt", "arent", "aint", "dont", "doesnt", "never", "hardly", "didnt", "wouldnt"];

    public static bool IsIn(string? text) => text is not null && IsIn(Utterance.Of(text));

    internal static bool IsIn(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            var pressing = Pressing.At(said, at) > 0 || (Soon.At(said, at) > 0 && SaysNeedBefore(said, at));
            if (pressing && !IsDenied(said, at) && !Modifies(said, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Urgent care", "the emergency exit": a thing's name.</summary>
    private static bool Modifies(Utterance said, int at) =>
        at + 1 < said.Words.Count && said.Words[at + 1].Before == Break.None
        && (said.Words[at].Plain == "urgent" ? said.Words[at + 1].Plain is "care" : said.Words[at].Plain == "emergency" && said.Words[at + 1].Plain is "exit" or "exits" or "room" or "contact" or "contacts" or "services" or "fund" or "kit" or "lighting" or "plan" or "procedures");

    private static bool SaysNeedBefore(Utterance said, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (Needing.At(said, i) > 0)
            {
                return true;
            }

            if (said.Words[i].Before == Break.Stop)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Nothing urgent", "it's not that urgent": a denial up to three words before, in the same sentence; but "no it's urgent" denies nothing.</summary>
    private static bool IsDenied(Utterance said, int at)
    {
        var verb = false;
        for (var i = at; i > 0 && i > at - 4 && said.Words[i].Before == Break.None; i--)
        {
            var word = said.Words[i - 1].Plain;
            if (Denials.Contains(word) || (Nothing.Contains(word) && !verb))
            {
                return !IsConditional(said, i - 1);
            }

            verb |= Verbs.Contains(word);
        }

        return false;
    }

    /// <summary>"I wouldn't ring if it wasn't urgent."</summary>
    private static bool IsConditional(Utterance said, int denial) =>
        denial >= 2 && said.Words[denial - 2].Plain is "if" or "unless" && said.Words[denial - 1].Plain is "it" or "this" or "that";
}
