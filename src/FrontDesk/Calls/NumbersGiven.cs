namespace FrontDesk.Calls;

/// <summary>A number given on a call.</summary>
/// <param name="Number">Null where it cannot be dialled from anywhere: then it is as it was heard.</param>
/// <param name="Extension">Digits only: "204".</param>
/// <param name="Label">Where it rings, as the caller calls it: "cell".</param>
public sealed record NumberGiven(PhoneNumber? Number, string AsHeard, string? Extension, string? Label)
{
    /// <summary>What stands beside it: "office, ext. 204"; null where there is nothing to say.</summary>
    public string? Note => Label is null && Extension is null ? null : string.Join(", ", new[] { Label, Extension is null ? null : $"ext. {Extension}" }.OfType<string>());
}

/// <summary>Every number given on a call (R5), in the order in which they were given; two with the same numbers are the same.</summary>
public sealed class NumbersGiven : IEquatable<NumbersGiven>
{
    public static readonly NumbersGiven None = new([]);

    /// <summary>Nobody has more to give; a machine may.</summary>
    private const int Most = 8;
    private const int LongestAsHeard = 100;

    private readonly NumberGiven[] all;

    private NumbersGiven(NumberGiven[] all) => this.all = all;

    public IReadOnlyList<NumberGiven> All => all;

    /// <summary>As they stand in the books.</summary>
    public static NumbersGiven Of(IEnumerable<NumberGiven> given) => new([.. given.Take(Most)]);

    /// <summary>One more; one that is there already learns what is said of it now.</summary>
    public NumbersGiven With(NumberHeard heard)
    {
        var given = new NumberGiven(heard.Number, PlainText.CutAndSaySo(heard.AsHeard, LongestAsHeard), heard.Extension, heard.Label);
        var there = Array.FindIndex(all, other => other.Number == given.Number && (given.Number is not null || other.AsHeard == given.AsHeard));
        if (there < 0)
        {
            return Of(all.Append(given));
        }

        var known = all[there];
        var told = known with { Extension = given.Extension ?? known.Extension, Label = given.Label ?? known.Label };
        return new([.. all[..there], told, .. all[(there + 1)..]]);
    }

    /// <summary>What was said of a number that was read back: "yes, extension 204".</summary>
    public NumbersGiven WithExtension(PhoneNumber number, string extension) =>
        With(new NumberHeard(number, number.Shown, 0, 0, HasExtension: true) { Extension = extension });

    /// <summary>Without one that its caller says is wrong.</summary>
    public NumbersGiven Without(PhoneNumber? number) => number is null ? this : new([.. all.Where(given => given.Number != number)]);

    public string? ExtensionOf(PhoneNumber number) => Array.Find(all, given => given.Number == number)?.Extension;

    public bool Equals(NumbersGiven? other) => other is not null && all.AsSpan().SequenceEqual(other.all);

    public override bool Equals(object? obj) => Equals(obj as NumbersGiven);

    public override int GetHashCode() => all.Length == 0 ? 0 : HashCode.Combine(all.Length, all[0]);
}
