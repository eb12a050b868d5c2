using System.Reflection;
using System.Text;

namespace FrontDesk.Desks;

/// <summary>One sentence a desk may put in its own words: what it is called, what the house says, and which blanks it may use.</summary>
public sealed class WordingSentence
{
    private const string OfNoDesk = "Unassigned";

    private static readonly string[] Everywhere = ["{boss}", "{persona}", "{name}", "{she}", "{she's}", "{she'll}", "{her}"];

    private readonly PropertyInfo property;

    private WordingSentence(PropertyInfo property)
    {
        this.property = property;
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        House = In(new Wording());
        Blanks = [.. Everywhere.Union(WordingCheck.BlanksIn(House).Select(blank => blank.ToLowerInvariant()), StringComparer.Ordinal)];
    }

    /// <summary>Every sentence a desk says. On a line no desk has claimed the house speaks, so those are not among them.</summary>
    public static IReadOnlyList<WordingSentence> All { get; } =
    [
        .. typeof(Wording).GetProperties()
            .Where(property => property.PropertyType == typeof(string) && !property.Name.StartsWith(OfNoDesk, StringComparison.Ordinal))
            .Select(property => new WordingSentence(property)),
    ];

    /// <summary>As files and addresses have it: "canIHaveHerReturn".</summary>
    public string Name { get; }

    /// <summary>As people read it: "Can I have her return".</summary>
    public string Title => Spaced(property.Name);

    /// <summary>What is said where the desk has no words of its own.</summary>
    public string House { get; }

    /// <summary>In their braces, lower-case; a capital is as good.</summary>
    public IReadOnlyList<string> Blanks { get; }

    /// <summary>The script waits for an answer to it. A greeting is answered without having asked.</summary>
    public bool MustAsk => property.Name != nameof(Wording.Greeting) && WordingCheck.Asks(House);

    public static WordingSentence? Named(string name) => All.FirstOrDefault(sentence => sentence.Name.Equals(name, StringComparison.Ordinal));

    public string In(Wording wording) => (string)property.GetValue(wording)!;

    private static string Spaced(string name)
    {
        var title = new StringBuilder();
        foreach (var letter in name)
        {
            title.Append(title.Length > 0 && char.IsUpper(letter) ? $" {(letter == 'I' ? letter : char.ToLowerInvariant(letter))}" : $"{letter}");
        }

        return title.ToString();
    }
}
