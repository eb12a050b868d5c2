namespace FrontDesk.Calls;

/// <summary>A telephone number as callers say it or key it: "eight eight eight, double five…", "310-555-0142", "plus 44 20 …".</summary>
public static class SpokenNumber
{
    /// <summary>Fewer digits than this are not taken for a number where none was asked for.</summary>
    internal const int FewestDigits = 7;

    private const int NorthAmerican = 10;

    /// <summary>What was said before is taken back.</summary>
    private static readonly Phrases TakingBack = new(
        "no", "nope", "sorry", "im sorry", "correction", "scratch that", "strike that", "i mean", "i meant", "actually", "make that", "make it", "wait", "rather", "oops", "whoops",
        "my mistake", "my bad", "should be", "let me try again", "let me start again", "let me start over", "start over", "pardon", "pardon me", "excuse me", "or rather");

    /// <summary>Said with it, and nothing by themselves.</summary>
    private static readonly Phrases Besides = new(
        "uh", "um", "er", "erm", "its", "it is", "thats", "that is", "that", "the number is", "number is", "ends in", "ending in", "the end is", "the last four", "last four", "the last two",
        "last two", "the last three", "last three", "digits", "are", "is", "it", "this is", "use", "try", "call", "and", "then", "hang on", "hold on", "so", "oh i", "i", "said");

    /// <summary>The number after these is the wrong one.</summary>
    private static readonly Phrases Denying = new("not", "not on", "not at", "dont use", "dont call", "instead of", "no longer", "dont try", "never use");

    private static readonly Phrases BeforeExtension = new("and", "then", "and then", "ask for", "and ask for", "asking for", "dial", "then dial", "press", "then press", "my", "its", "thats", "with", "at", "the", "on", "uh", "um", "thats the", "and its");

    private static readonly Phrases ExtensionWords = new("extension", "ext", "x", "extension number", "extension is", "extn", "ext number", "extension no");

    /// <summary>The number in what was said or keyed, if it holds one that can be dialled from anywhere.</summary>
    public static PhoneNumber? TryRead(string text) => Find(Utterance.Of(text), FewestDigits)?.Number;

    /// <summary>Ten or eleven digits are North American; 011, 00 or a plus begin a number from elsewhere.</summary>
    public static PhoneNumber? FromDigits(string digits)
    {
        var e164 = digits switch
        {
            ['+', ..] => digits,
            ['0', '1', '1', .. var abroad] => $"+{abroad}",
            ['0', '0', .. var abroad] => $"+{abroad}",
            { Length: NorthAmerican } => $"+1{digits}",
            ['1', ..] and { Length: NorthAmerican + 1 } => $"+{digits}",
            _ => null,
        };
        return PhoneNumber.TryParse(e164, out var number) && IsPlausible(number.E164) ? number : null;
    }

    /// <summary>The first number that is long enough, with the words it takes up.</summary>
    internal static NumberHeard? Find(Utterance said, int fewestDigits) => AllIn(said, fewestDigits) is [var first, ..] ? first : null;

    /// <summary>Every number, as it stands once its caller has stopped correcting it; one that is said twice is one.</summary>
    internal static IReadOnlyList<NumberHeard> AllIn(Utterance said, int fewestDigits)
    {
        List<NumberHeard> found = [];
        var (told, extension) = (0, default(SpokenDigits));
        for (var at = 0; at < said.Words.Count;)
        {
            if (Extension(said, at) is { Count: > 0 } alone)
            {
                (extension, at) = (alone, alone.To);
                continue;
            }

            var denied = Denying.Before(said, at) > 0;
            var digits = denied ? SpokenDigits.At(said, at, toPause: true) : Corrected(said, SpokenDigits.At(said, at));
            if (digits.Count >= fewestDigits && !denied)
            {
                var heard = Heard(said, digits, extension, told);
                (told, extension) = (heard.To, default);
                Add(found, heard);
                at = heard.To;
                continue;
            }

            at = Math.Max(digits.To, at + 1);
        }

        return found;
    }

    /// <summary>The first extension said, with a number or without one.</summary>
    internal static string? ExtensionIn(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Extension(said, at) is { Count: > 0 } extension)
            {
                return extension.Digits;
            }
        }

        return null;
    }

    private static NumberHeard Heard(Utterance said, SpokenDigits digits, SpokenDigits extensionBefore, int told)
    {
        var extension = Extension(said, digits.To) is { Count: > 0 } after ? after : extensionBefore;
        var from = extension.Count > 0 ? Math.Min(digits.From, extension.From) : digits.From;
        var to = Math.Max(digits.To, extension.To);
        var (label, end) = NumberLabel.Of(said, told, digits.From, to);
        return new NumberHeard(FromDigits(digits.Digits), said.Quote(from, to), from, end, extension.Count > 0)
        {
            Extension = extension.Count > 0 ? extension.Digits : null,
            Label = label,
        };
    }

    private static void Add(List<NumberHeard> found, NumberHeard heard)
    {
        var same = found.FindIndex(other => other.Number == heard.Number && (heard.Number is not null || other.AsHeard == heard.AsHeard));
        if (same < 0)
        {
            found.Add(heard);
            return;
        }

        var first = found[same];
        found[same] = first.HasExtension || !heard.HasExtension ? first with { Label = first.Label ?? heard.Label } : heard with { From = first.From, To = first.To, Label = first.Label ?? heard.Label };
    }

    /// <summary>"0142, no, sorry, 0143".</summary>
    private static SpokenDigits Corrected(Utterance said, SpokenDigits digits)
    {
        while (digits.Count > 0 && TakenBack(said, digits.To) is > 0 and var from && SpokenDigits.At(said, from) is { Count: > 0 } better && Instead(said, digits, better) is { } corrected)
        {
            digits = new SpokenDigits(corrected, digits.From, better.To);
        }

        return digits;
    }

    /// <summary>Where the correction begins; 0 where nothing is taken back.</summary>
    private static int TakenBack(Utterance said, int at)
    {
        var (isTakenBack, from) = (false, at);
        while (at < said.Words.Count && at - from < 10)
        {
            var (back, besides) = (TakingBack.At(said, at), Besides.At(said, at));
            if (back + besides == 0)
            {
                break;
            }

            isTakenBack |= back >= besides;
            at += Math.Max(back, besides);
        }

        return isTakenBack ? at : 0;
    }

    /// <summary>A whole number takes the other's place, a part of one takes the place of its end.</summary>
    private static string? Instead(Utterance said, SpokenDigits first, SpokenDigits second)
    {
        // "0192, 0192": said twice to be clear.
        if (second.Digits.Length is > 3 and < 10 && second.Digits.Length % 2 == 0 && second.Digits[..(second.Digits.Length / 2)] == second.Digits[(second.Digits.Length / 2)..])
        {
            second = second with { Digits = second.Digits[..(second.Digits.Length / 2)] };
        }

        if (FromDigits(second.Digits) is not null || (first.Count == second.Count && first.Count >= FewestDigits))
        {
            return second.Digits;
        }

        var whole = FromDigits(first.Digits) is not null ? first.Digits.Length : first.Digits[0] is '+' or '0' ? 0 : NorthAmerican;
        var kept = whole - second.Digits.Length;
        var isClear = second.Digits.Length > 2 || second.To == said.Words.Count || said.Words[second.To].Before != Break.None;
        return kept > 0 && kept <= first.Digits.Length && isClear && second.Digits[0] != '+' ? first.Digits[..kept] + second.Digits : null;
    }

    /// <summary>An area code and an exchange never begin with 0 or 1.</summary>
    private static bool IsPlausible(string e164) =>
        e164[1] != '1' || (e164.Length == 12 && e164[2] is >= '2' and <= '9' && e164[5] is >= '2' and <= '9');

    /// <summary>"Extension 204", "and then x45".</summary>
    private static SpokenDigits Extension(Utterance said, int from)
    {
        var at = from;
        while (at < said.Words.Count && at - from < 4 && BeforeExtension.At(said, at) is > 0 and var words)
        {
            at += words;
        }

        if (at >= said.Words.Count)
        {
            return default;
        }

        if (said.Words[at].Plain is ['x', .. var written] && written.Length is > 0 and < 7 && written.All(char.IsAsciiDigit))
        {
            return new SpokenDigits(written, from, at + 1);
        }

        var digits = ExtensionWords.At(said, at) is > 0 and var word ? SpokenDigits.At(said, at + word, toPause: true) : default;
        return digits.Count is > 0 and < 7 ? digits with { From = from } : default;
    }
}
