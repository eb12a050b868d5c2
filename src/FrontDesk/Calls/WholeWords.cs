namespace FrontDesk.Calls;

/// <summary>Finds words in what was said: whole ones, whatever their case and accents.</summary>
public static class WholeWords
{
    public static bool AnyOf(IEnumerable<string> wanted, string said)
    {
        var heard = Utterance.Of(said);
        return wanted.Select(Utterance.Of).Any(words => heard.Contains(words));
    }
}
