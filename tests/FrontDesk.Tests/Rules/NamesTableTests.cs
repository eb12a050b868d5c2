using FrontDesk.Tests.House;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>docs/names.md is what the desk makes of a name: as said, as spelled, as read back, as written down and spoken.</summary>
public sealed class NamesTableTests
{
    public static TheoryData<string> Rows => [.. Premises.Lines("docs/names.md").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];

    [Fact]
    public void There_are_sixty_of_them() => Assert.True(Rows.Count >= 60, $"{Rows.Count} names");

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_name_is_taken_down_as_the_table_says(string row)
    {
        var cells = row.Trim('|', ' ').Split(" | ");
        var call = new Conversation(TheDesk.Stranger).Hears($"It's {cells[0]}, that's {cells[1]}.");
        Assert.Equal($"{cells[3]}: {cells[2]}. Is that right?", call.Said);
        Assert.StartsWith($"Thank you, {cells[3]}. ", call.Hears("Yes.").Said, StringComparison.Ordinal);
    }
}
