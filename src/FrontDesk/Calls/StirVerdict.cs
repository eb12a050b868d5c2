namespace FrontDesk.Calls;

/// <summary>What the carriers between say of the calling number (STIR/SHAKEN). A failure takes from a number what it suggests; nothing here adds to it.</summary>
public enum StirVerdict
{
    /// <summary>Nothing was said, or nothing the desk knows.</summary>
    Unknown = 0,

    /// <summary>The call came unsigned: most do.</summary>
    NotValidated = 1,

    /// <summary>The signature does not fit the call: the number may be forged.</summary>
    Failed = 2,

    /// <summary>Signed, at no level the desk knows.</summary>
    Passed = 3,

    /// <summary>Signed where the call entered the network; nobody vouches for caller or number.</summary>
    PassedC = 4,

    /// <summary>Their carrier knows the caller, not whether the number is theirs.</summary>
    PassedB = 5,

    /// <summary>Their carrier vouches for caller and number.</summary>
    PassedA = 6,
}

/// <summary>The carrier's words for it.</summary>
public static class StirWord
{
    /// <summary>By prefix: "TN-Validation-Passed-A-Diverted" has passed with A. What is new is unknown, never a failure.</summary>
    public static StirVerdict Read(string? verstat) => verstat?.Trim() switch
    {
        null => StirVerdict.Unknown,
        var word when Begins(word, "TN-Validation-Failed") => StirVerdict.Failed,
        var word when Begins(word, "TN-Validation-Passed-A") => StirVerdict.PassedA,
        var word when Begins(word, "TN-Validation-Passed-B") => StirVerdict.PassedB,
        var word when Begins(word, "TN-Validation-Passed-C") => StirVerdict.PassedC,
        var word when Begins(word, "TN-Validation-Passed") => StirVerdict.Passed,
        var word when Begins(word, "No-TN-Validation") => StirVerdict.NotValidated,
        _ => StirVerdict.Unknown,
    };

    /// <summary>The prefix as whole words: "Passed-Abc" is no A.</summary>
    private static bool Begins(string word, string prefix) =>
        word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (word.Length == prefix.Length || !char.IsLetterOrDigit(word[prefix.Length]));
}
