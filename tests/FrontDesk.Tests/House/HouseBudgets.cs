using Xunit;

namespace FrontDesk.Tests.House;

public sealed partial class House
{
    [Fact]
    public void No_file_is_longer_than_350_lines() =>
        None(from file in Premises.Sources
             let lines = Premises.Lines(file).Length
             where lines > 350
             select $"{file}: {lines} lines");

    [Fact]
    public void Files_are_short_by_habit()
    {
        var lengths = Premises.Sources.Select(file => Premises.Lines(file).Length).ToArray();

        Assert.InRange(Percentile(lengths, 50), 1, 65);
        Assert.InRange(Percentile(lengths, 95), 1, 199);
    }

    [Fact]
    public void No_method_is_longer_than_50_lines() =>
        None(from method in MethodLengths.Measure(Premises.Ours)
             where method.Lines > 50
             select $"{method.File}: {method.Name}, {method.Lines} lines");

    [Fact]
    public void Methods_are_short_by_habit()
    {
        var lengths = MethodLengths.Measure(Premises.Ours).Select(method => method.Lines).ToArray();

        Assert.InRange(Percentile(lengths, 50), 1, 9);
        Assert.InRange(Percentile(lengths, 95), 1, 30);
    }

    [Fact]
    public void Comments_are_few_and_give_reasons()
    {
        var lines = Premises.Sources.SelectMany(Premises.Lines).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var documents = lines.Count(line => line.StartsWith("///", StringComparison.Ordinal));
        var reasons = lines.Count(line => line.StartsWith("//", StringComparison.Ordinal)) - documents;

        // The line on each public type weighs most where types are small.
        Assert.InRange(100.0 * documents / lines.Length, 3, 10);
        Assert.InRange(100.0 * reasons / lines.Length, 0.2, 5);
    }
}
