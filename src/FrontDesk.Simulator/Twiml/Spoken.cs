using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FrontDesk.Simulator.Twiml;

/// <summary>What a Say sounds like: the words in order and the time they take at 170 words a minute.</summary>
internal static partial class Spoken
{
    private const double SecondsPerWord = 60.0 / 170;
    private const double SecondsPerComma = 0.25;

    /// <summary>A person or a voice reading plain words.</summary>
    public static double Seconds(string words) =>
        (Words(words) * SecondsPerWord) + (words.Count(letter => letter == ',') * SecondsPerComma);

    public static (string Text, double Seconds) Of(XElement say)
    {
        var text = new StringBuilder();
        var seconds = Read(say, text);
        return (Blank().Replace(text.ToString(), " ").Trim(), seconds);
    }

    private static double Read(XElement parent, StringBuilder text) => parent.Nodes().Sum(node => node switch
    {
        XText words => Plain(words.Value, text),
        XElement child => Element(child, text),
        _ => 0,
    });

    private static double Plain(string words, StringBuilder text)
    {
        text.Append(words);
        return Seconds(words);
    }

    private static double Element(XElement child, StringBuilder text) => child.Name.LocalName switch
    {
        "break" => Break(child, text),
        "sub" => Plain(child.Attribute("alias")?.Value ?? child.Value, text),
        "say-as" when SaysEachSign(child) => EachSign(child.Value, text),
        "p" or "s" => Sentence(child, text),
        "prosody" => Read(child, text) / Rate(child.Attribute("rate")?.Value),
        _ => Read(child, text),
    };

    private static double Sentence(XElement child, StringBuilder text)
    {
        text.Append(' ');
        var seconds = Read(child, text) + SecondsPerComma;
        text.Append(' ');
        return seconds;
    }

    private static double Break(XElement child, StringBuilder text)
    {
        text.Append(' ');
        if (child.Attribute("time")?.Value is { } time && Duration().Match(time) is { Success: true } given)
        {
            var amount = double.Parse(given.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture);
            return given.Groups["unit"].ValueSpan is "ms" ? amount / 1000 : amount;
        }

        return child.Attribute("strength")?.Value switch
        {
            "none" => 0,
            "x-weak" => 0.1,
            "weak" => 0.25,
            "strong" => 0.75,
            "x-strong" => 1.2,
            _ => 0.5,
        };
    }

    private static bool SaysEachSign(XElement child) =>
        child.Attribute("interpret-as")?.Value is "telephone" or "digits" or "characters" or "spell-out";

    private static double EachSign(string signs, StringBuilder text)
    {
        text.Append(signs);
        return signs.Count(char.IsLetterOrDigit) * SecondsPerWord;
    }

    private static double Rate(string? rate) => rate switch
    {
        "x-slow" => 0.5,
        "slow" => 0.8,
        "fast" => 1.25,
        "x-fast" => 1.5,
        not null when rate.EndsWith('%') && double.TryParse(rate.AsSpan(0, rate.Length - 1), CultureInfo.InvariantCulture, out var percent) && percent > 0 => percent / 100,
        _ => 1,
    };

    private static int Words(string text) => Word().Count(text);

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\S*[\p{L}\p{N}]\S*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\+?(?<amount>\d+(\.\d+)?)(?<unit>ms|s)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();
}
