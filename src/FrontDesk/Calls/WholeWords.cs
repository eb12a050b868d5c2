namespace FrontDesk.Calls;

/// <summary>Finds words in what was said: whole ones, whatever their case and accents.</summary>
public static class WholeWords
{
    public static bool AnyOf(IEnumerable<string> wanted, string said) => AnyOf(wanted, Utterance.Of(said));

    internal static bool AnyOf(IEnumerable<string> wanted, Utterance said) => wanted.Any(words => said.Has([.. Utterance.Of(words).PlainWords]));
}
