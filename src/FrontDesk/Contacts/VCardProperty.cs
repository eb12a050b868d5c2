namespace FrontDesk.Contacts;

/// <summary>One line of a vCard: "item1.TEL;TYPE=cell:+1 …" with its group, name, parameters and value, unfolded but not unescaped.</summary>
internal sealed record VCardProperty(string? Group, string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value)
{
    /// <summary>Names of properties and parameters know no case.</summary>
    public static VCardProperty? Read(string line)
    {
        var colon = EndOfName(line);
        if (colon < 0)
        {
            return null;
        }

        var parts = Split(line[..colon], ';', unquote: true);
        var dot = parts[0].IndexOf('.', StringComparison.Ordinal);
        return new VCardProperty(
            dot < 0 ? null : parts[0][..dot],
            parts[0][(dot + 1)..].Trim().ToUpperInvariant(),
            [.. parts.Skip(1).SelectMany(ReadParameter)],
            line[(colon + 1)..]);
    }

    public bool Is(string name) => Name.Equals(name, StringComparison.Ordinal);

    public IEnumerable<string> All(string parameter) =>
        Parameters.Where(entry => entry.Key.Equals(parameter, StringComparison.Ordinal)).Select(entry => entry.Value);

    /// <summary>"home" and "pref" of TYPE, in either version's way of writing it.</summary>
    public bool IsOfType(string type) => All("TYPE").Contains(type, StringComparer.OrdinalIgnoreCase);

    public string Text => Unescape(Value);

    /// <summary>The parts of a structured value; each may be empty.</summary>
    public IReadOnlyList<string> Parts => [.. SplitValue(Value, ';').Select(Unescape)];

    /// <summary>At least that many parts, and each without its inner commas.</summary>
    public string Part(int index) => Parts is var parts && index < parts.Count ? parts[index].Trim() : "";

    // Version 2.1 writes types bare: "TEL;CELL:…".
    private static IEnumerable<KeyValuePair<string, string>> ReadParameter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? ("TYPE", text) : (text[..equals].Trim().ToUpperInvariant(), text[(equals + 1)..]);
        return value.Split(',').Select(each => KeyValuePair.Create(name, each.Trim().Trim('"')));
    }

    private static int EndOfName(string line)
    {
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                quoted = !quoted;
            }
            else if (line[at] == ':' && !quoted)
            {
                return at;
            }
        }

        return -1;
    }

    private static List<string> Split(string text, char separator, bool unquote)
    {
        var (parts, quoted, start) = (new List<string>(), false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && unquote)
            {
                quoted = !quoted;
            }
            else if (text[at] == separator && !quoted)
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static List<string> SplitValue(string value, char separator)
    {
        var (parts, start) = (new List<string>(), 0);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\')
            {
                at++;
            }
            else if (value[at] == separator)
            {
                parts.Add(value[start..at]);
                start = at + 1;
            }
        }

        parts.Add(value[start..]);
        return parts;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var plain = new System.Text.StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            plain.Append(value[at] != '\\' || at + 1 == value.Length ? value[at] : value[++at] is 'n' or 'N' ? '\n' : value[at]);
        }

        return plain.ToString();
    }
}
