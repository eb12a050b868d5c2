namespace FrontDesk.Calls;

/// <summary>Whether a caller says that it is urgent (R10, call 4: "today or tomorrow … this merger is time critical").</summary>
public static class Urgency
{
    private static readonly Phrases Pressing = new(
        "urgent", "urgently", "urgency", "asap", "as soon as possible", "emergency", "time critical", "time sensitive",
        "today or tomorrow", "right away", "right now", "immediately", "at once", "cant wait", "cannot wait", "deadline today", "deadline is today",
        "before the end of the day", "by the end of the day", "by end of day", "life and death", "life or death", "top priority", "high priority");

    private static readonly Phrases Needing = new("need", "needs", "must", "have to", "has to", "got to", "gotta");

    private static readonly Phrases Soon = new("today", "tonight", "this morning", "this afternoon", "this evening", "within the hour");

    private static readonly HashSet<string> Denials = ["not", "no", "nothing", "isnt", "wasnt", "arent", "aint", "dont", "doesnt", "never", "hardly", "without"];

    public static bool IsIn(string? text) => text is not null && IsIn(Utterance.Of(text));

    internal static bool IsIn(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            var pressing = Pressing.At(said, at) > 0 || (Soon.At(said, at) > 0 && SaysNeedBefore(said, at));
            if (pressing && !IsDenied(said, at))
            {
                return true;
            }
        }

        return false;
    }

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

    /// <summary>"Nothing urgent", "it's not that urgent": a denial up to three words before, in the same sentence.</summary>
    private static bool IsDenied(Utterance said, int at)
    {
        for (var i = at; i > 0 && i > at - 4 && said.Words[i].Before == Break.None; i--)
        {
            if (Denials.Contains(said.Words[i - 1].Plain))
            {
                return true;
            }
        }

        return false;
    }
}
