namespace FrontDesk.Calls;

/// <summary>Where a number rings, as its caller says it: "my cell is …", "… is the office".</summary>
internal static class NumberLabel
{
    private const int MostWords = 8;

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["cell"] = "cell",
        ["cellphone"] = "cell",
        ["cellular"] = "cell",
        ["mobile"] = "mobile",
        ["handphone"] = "mobile",
        ["office"] = "office",
        ["work"] = "work",
        ["home"] = "home",
        ["house"] = "home",
        ["landline"] = "landline",
        ["direct"] = "direct",
        ["fax"] = "fax",
        ["assistant"] = "assistant",
        ["assistants"] = "assistant",
        ["hotel"] = "hotel",
        ["studio"] = "studio",
        ["car"] = "car",
        ["whatsapp"] = "whatsapp",
    };

    /// <summary>May stand between the label and its number.</summary>
    private static readonly HashSet<string> Joining =
    [
        "my", "the", "is", "number", "numbers", "phones", "which", "thats", "at", "on", "line", "phone", "its", "it", "a", "an", "or", "and", "me", "call", "reach", "get", "try", "use", "ring", "uh", "um", "in", "best", "thats",
        "code", "area", "direct", "can", "be", "reached", "s", "her", "his", "our",
    ];

    private static readonly HashSet<string> BetweenAfter = ["is", "thats", "its", "that", "it", "this", "on", "my", "the", "a", "at", "s", "for"];

    /// <param name="told">Words before this one say whose another number is.</param>
    /// <returns>The label, and the word after everything that belongs to the number.</returns>
    public static (string? Label, int End) Of(Utterance said, int told, int from, int to) =>
        Before(said, Math.Max(told, from - MostWords), from) is { } before ? (before, to) : After(said, to) is var (label, end) ? (label, end) : (null, to);

    private static string? Before(Utterance said, int least, int from)
    {
        for (var at = from - 1; at >= least && (at + 1 == from || said.Words[at + 1].Before != Break.Stop); at--)
        {
            if (Labels.TryGetValue(said.Words[at].Plain, out var label))
            {
                return label;
            }

            if (!Joining.Contains(said.Words[at].Plain))
            {
                return null;
            }
        }

        return null;
    }

    private static (string Label, int End)? After(Utterance said, int to)
    {
        var at = to;
        while (at < said.Words.Count && at - to < 4 && BetweenAfter.Contains(said.Words[at].Plain))
        {
            at++;
        }

        if (at >= said.Words.Count || !Labels.TryGetValue(said.Words[at].Plain, out var label))
        {
            return null;
        }

        // "310-555-0142, office is 213-555-0108": the label of the next one.
        var end = at + 1;
        while (end < said.Words.Count && said.Words[end].Plain is "phone" or "number" or "line")
        {
            end++;
        }

        var next = end < said.Words.Count && said.Words[end].Plain is "is" or "at" ? end + 1 : end;
        return next > end && SpokenDigits.At(said, next).Count > 2 ? null : (label, end);
    }
}
