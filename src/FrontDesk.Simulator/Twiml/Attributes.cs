using System.Globalization;
using System.Xml.Linq;

namespace FrontDesk.Simulator.Twiml;

/// <summary>One element's attributes; a value out of range is a warning and counts as absent.</summary>
internal sealed class Attributes
{
    private readonly VerbReader reader;

    public Attributes(VerbReader reader, XElement element)
    {
        (this.reader, Element) = (reader, element);
        if (element.Name != "Gather")
            reader.CheckAttributes(element);
    }

    public XElement Element { get; }

    public string Value => Element.Value;

    public string? Text(string name) => Element.Attribute(name)?.Value;

    public string Method(string name) => OneOf(name, "POST", "POST", "GET", "post", "get").ToUpperInvariant();

    public string OneOf(string name, string otherwise, params ReadOnlySpan<string> allowed)
    {
        var given = Text(name);
        if (given is null)
            return otherwise;
        return allowed.Contains(given) ? given : Otherwise(name, given, otherwise);
    }

    public bool Flag(string name, bool otherwise) => Text(name) switch
    {
        null => otherwise,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        var given => Otherwise(name, given, otherwise),
    };

    public double Seconds(string name, double otherwise) => Text(name) switch
    {
        null => otherwise,
        var given when double.TryParse(given, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 => seconds,
        var given => Otherwise(name, given, otherwise),
    };

    public int? Whole(string name) => Text(name) switch
    {
        null => null,
        var given when int.TryParse(given, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var given => Otherwise<int?>(name, given, null),
    };

    /// <summary>Zero means until hang-up, which Twilio ends after a thousand times.</summary>
    public int Loop() => Text("loop") switch
    {
        null => 1,
        "0" => 1000,
        var given when int.TryParse(given, CultureInfo.InvariantCulture, out var times) && times is > 0 and <= 1000 => times,
        var given => Otherwise("loop", given, 1),
    };

    public string Keys(string name, string otherwise, int most) => Text(name) switch
    {
        null => otherwise,
        var given when given.Length <= most && given.All("0123456789*#".Contains) => given,
        var given => Otherwise(name, given, otherwise),
    };

    public IReadOnlyList<string> Words(string name, string otherwise) =>
        (Text(name) ?? otherwise).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private T Otherwise<T>(string name, string given, T otherwise)
    {
        reader.Warn($"{name}=\"{given}\" on {Element.Name}");
        return otherwise;
    }
}
