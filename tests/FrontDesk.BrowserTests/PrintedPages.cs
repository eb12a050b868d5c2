using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FrontDesk.BrowserTests;

/// <summary>A PDF as the browser prints it, read page by page: how large each is, and the text on it in the order it was set.</summary>
internal sealed partial class PrintedPages
{
    private readonly byte[] pdf;
    private readonly string text;
    private readonly Dictionary<int, int> objects;

    private PrintedPages(byte[] pdf)
    {
        this.pdf = pdf;
        text = Encoding.Latin1.GetString(pdf);
        objects = ObjectStart().Matches(text).DistinctBy(match => match.Groups["number"].Value, StringComparer.Ordinal)
            .ToDictionary(match => Number(match.Groups["number"].Value), match => match.Index + match.Length);
    }

    /// <summary>Without spaces: a printer sets them by moving on.</summary>
    public IReadOnlyList<string> Texts { get; private init; } = [];

    /// <summary>Width and height in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes { get; private init; } = [];

    public static PrintedPages Read(byte[] pdf)
    {
        var reading = new PrintedPages(pdf);
        var pages = reading.objects.Keys.Select(reading.Dictionary).Where(dictionary => PageType().IsMatch(dictionary))
            .ToDictionary(dictionary => reading.text.IndexOf(dictionary, StringComparison.Ordinal));
        var root = reading.objects.Keys.Select(reading.Dictionary).First(dictionary => dictionary.Contains("/Type /Catalog", StringComparison.Ordinal));
        List<string> ordered = [.. reading.PagesBelow(Reference(root, "Pages"))];
        return new PrintedPages(pdf) { Texts = [.. ordered.Select(reading.TextOf)], Sizes = [.. ordered.Select(SizeOf)] };
    }

    private IEnumerable<string> PagesBelow(int node)
    {
        var dictionary = Dictionary(node);
        return PageType().IsMatch(dictionary)
            ? [dictionary]
            : References().Matches(KidsList().Match(dictionary).Value).SelectMany(kid => PagesBelow(Number(kid.Groups["number"].Value)));
    }

    private string TextOf(string page)
    {
        var fonts = FontList().Match(Resources(page)) is { Success: true } list
            ? NamedReferences().Matches(list.Groups["fonts"].Value)
                .ToDictionary(font => font.Groups["name"].Value, font => Glyphs(Number(font.Groups["number"].Value)), StringComparer.Ordinal)
            : [];
        var said = new StringBuilder();
        IReadOnlyDictionary<int, string> current = new Dictionary<int, string>();
        foreach (Match act in TextActs().Matches(Encoding.Latin1.GetString(Stream(Reference(page, "Contents")))))
        {
            if (act.Groups["font"].Success)
            {
                current = fonts[act.Groups["font"].Value];
                continue;
            }

            foreach (Match hex in Hexadecimal().Matches(act.Value))
            {
                foreach (var code in hex.Groups["digits"].Value.Chunk(4))
                {
                    said.Append(current.GetValueOrDefault(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture), "?"));
                }
            }
        }

        return string.Concat(said.ToString().Where(sign => !char.IsWhiteSpace(sign)));
    }

    private string Resources(string page) => page.Contains("/Resources <<", StringComparison.Ordinal) ? page : Dictionary(Reference(page, "Resources"));

    /// <summary>What each glyph of a font stands for, from the table the PDF carries for copying text out of it.</summary>
    private Dictionary<int, string> Glyphs(int font)
    {
        var glyphs = new Dictionary<int, string>();
        var map = Encoding.Latin1.GetString(Stream(Reference(Dictionary(font), "ToUnicode")));
        foreach (Match section in MapSections().Matches(map))
        {
            var isRange = section.Groups["kind"].Value.Length > 0;
            int[][] rows = [.. Hexadecimal().Matches(section.Groups["rows"].Value).Select(hex => hex.Groups["digits"].Value).Chunk(isRange ? 3 : 2)
                .Select(row => row.Select(digits => int.Parse(digits[..Math.Min(4, digits.Length)], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray())];
            foreach (var row in rows)
            {
                for (var code = row[0]; code <= (isRange ? row[1] : row[0]); code++)
                {
                    glyphs[code] = ((char)(row[^1] + code - row[0])).ToString();
                }
            }
        }

        return glyphs;
    }

    private byte[] Stream(int number)
    {
        var start = text.IndexOf("stream", objects[number], StringComparison.Ordinal) + "stream".Length;
        start += text[start] == '\r' ? 2 : 1;
        var end = text.IndexOf("endstream", start, StringComparison.Ordinal);
        using var packed = new ZLibStream(new MemoryStream(pdf, start, end - start), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private string Dictionary(int number)
    {
        var start = objects[number];
        var end = text.IndexOf("endobj", start, StringComparison.Ordinal);
        var stream = text.IndexOf("stream", start, StringComparison.Ordinal);
        return text[start..(stream >= 0 && stream < end ? stream : end)];
    }

    private static int Reference(string dictionary, string name) =>
        Number(Regex.Match(dictionary, $@"/{name}\s+(\d+) 0 R", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Groups[1].Value);

    private static (double Width, double Height) SizeOf(string page)
    {
        double[] box = [.. MediaBox().Match(page).Groups["box"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(side => double.Parse(side, CultureInfo.InvariantCulture))];
        return (box[2] - box[0], box[3] - box[1]);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^|[\r\n])(?<number>\d+) 0 obj", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant)]
    private static partial Regex PageType();

    [GeneratedRegex(@"/Kids\s*\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex KidsList();

    [GeneratedRegex(@"(?<number>\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex References();

    [GeneratedRegex(@"/Font\s*<<(?<fonts>.*?)>>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FontList();

    [GeneratedRegex(@"/(?<name>\w+)\s+(?<number>\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex NamedReferences();

    [GeneratedRegex(@"/(?<font>\w+) [\d.]+ Tf|<[0-9A-Fa-f]+> Tj|\[[^\]]*\] TJ", RegexOptions.CultureInvariant)]
    private static partial Regex TextActs();

    [GeneratedRegex("<(?<digits>[0-9A-Fa-f]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"beginbf(?:char|(?<kind>range))(?<rows>.*?)endbf", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex MapSections();

    [GeneratedRegex(@"/MediaBox\s*\[(?<box>[^\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex MediaBox();
}
