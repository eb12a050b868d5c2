namespace FrontDesk.Calls;

/// <summary>What the carrier says of the calling party. A hint, never a credential.</summary>
public abstract record CallerId
{
    /// <summary>Words typed on a keypad after a plus sign: they look like numbers and are none.</summary>
    private static readonly HashSet<string> KeypadWords = [.. new[] { "ANONYMOUS", "UNAVAILABLE", "UNKNOWN", "BLOCKED", "RESTRICTED" }.Select(OnTheKeypad)];

    private static readonly HashSet<string> WithheldWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "anonymous", "restricted", "unknown", "private", "unavailable", "blocked", "withheld", "hidden", "no", "anonymous.invalid",
    };

    private static readonly HashSet<string> WordsAround = new(StringComparer.OrdinalIgnoreCase) { "caller", "number", "name", "id", "user" };

    private CallerId()
    {
    }

    /// <summary>Reads the carrier's From, whatever it holds.</summary>
    public static CallerId Of(string? from)
    {
        var text = from?.Trim() ?? "";
        if (PhoneNumber.TryParse(text, out var number))
        {
            return KeypadWords.Contains(text) ? new Withheld() : new Phone(number);
        }

        if (IsWithheld(text))
        {
            return new Withheld();
        }

        return text.Split(':', 2) switch
        {
            [var scheme, var party] when Is(scheme, "sip") || Is(scheme, "sips") => IsWithheld(party.Split('@')[0]) ? new Withheld() : new Sip(text),
            [var scheme, var name] when Is(scheme, "client") => new Client(name),
            _ => new Raw(text),
        };
    }

    private static bool IsWithheld(string text)
    {
        var words = text.Split([' ', '-', '_', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            || (words.All(word => WithheldWords.Contains(word) || WordsAround.Contains(word)) && words.Any(WithheldWords.Contains));
    }

    private static string OnTheKeypad(string word) => $"+{string.Concat(word.Select(letter => "22233344455566677778889999"[letter - 'A']))}";

    private static bool Is(string scheme, string wanted) => scheme.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    public sealed record Phone(PhoneNumber Number) : CallerId;

    /// <summary>Every spelling of "no number given" is this one value: it is no key, and two of them are not the same person.</summary>
    public sealed record Withheld : CallerId;

    public sealed record Sip(string Uri) : CallerId;

    public sealed record Client(string Name) : CallerId;

    /// <summary>A caller-ID string the carrier could not make a number of.</summary>
    public sealed record Raw(string Text) : CallerId;
}
