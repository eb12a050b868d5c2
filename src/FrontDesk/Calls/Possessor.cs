namespace FrontDesk.Calls;

/// <summary>Whose something is: the Reed of "Reed's", also where the recogniser wrote no apostrophe.</summary>
internal static class Possessor
{
    /// <summary>Family names that end in an s of their own.</summary>
    private static readonly HashSet<string> EndInS = [.. """
        adams andrews ayers banks barnes bates billings bowers briggs brooks burns byers childs collins coombs craggs cummings daniels dawkins downs edwards evans fields forbes
        gates gibbons giles givens graves hastings hawkins hayes higgins hobbs hopkins hughes humphreys hutchings jeffers jenkins jennings jones keyes knowles lyons marks matthews meyers michaels
        mills myers nichols oates owens parsons perkins peters phillips philips powers richards rivers robbins roberts rogers salinas samuels sanders saunders sellers simmons simons
        sims stevens stubbs summers sykes symons tibbs tubbs vickers walters waters watkins wells wilkins williams withers woods yates
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The word without its possessive ending; null where it has none.</summary>
    public static string? At(Utterance said, int at)
    {
        var word = said.Quote(at, at + 1).Replace('’', '\'');
        return word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? word[..^2]
            : word.EndsWith("s'", StringComparison.OrdinalIgnoreCase) ? word[..^1]
            : word.Length < 4 || word[^1] != 's' ? null
            : EndInS.Contains(said.Words[at].Plain) || !char.IsLetter(word[^2]) || "aiousy".Contains(word[^2], StringComparison.OrdinalIgnoreCase) ? word
            : word[..^1];
    }
}
