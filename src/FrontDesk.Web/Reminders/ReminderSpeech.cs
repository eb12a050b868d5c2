using FrontDesk.Sheet;

namespace FrontDesk.Web.Reminders;

/// <summary>What a reminder call says. Until a key is pressed anything may be listening, so no name is spoken before.</summary>
public static class ReminderSpeech
{
    public const string Opening = "This is the front desk, with a message for you. To hear it, press 1.";

    public const string Returned = "Thank you. It is marked as returned. Goodbye.";

    public const string NothingOpen = "There is nothing left to return. Goodbye.";

    public const string Goodbye = "Goodbye.";

    private const int MostSpoken = 5;

    private const int LongestSpoken = 100;

    public static string Snoozed(DateTimeOffset local) => $"I will remind you at {local:h:mm tt}. Goodbye.";

    /// <param name="lines">Most important first; at least one.</param>
    public static string Calls(IReadOnlyList<SheetLine> lines)
    {
        if (lines is [var only])
        {
            return $"{One(only)} Press 1 if you have returned the call, 2 to be reminded in 30 minutes, 3 to be connected, or star to hear it again.";
        }

        var spoken = string.Join(' ', lines.Take(MostSpoken).Select(One));
        var rest = lines.Count > MostSpoken ? $" The other {lines.Count - MostSpoken} are on your sheet." : "";
        return $"{lines.Count} calls to return. {spoken}{rest} Press 2 to be reminded in 30 minutes, or star to hear it again.";
    }

    private static string One(SheetLine line)
    {
        var number = line.Numbers.Count > 0 ? $", {line.Numbers[0].SpokenWith(line.ExtensionOf(line.Numbers[0]))}" : line.NumberAsHeard is { } heard ? $", {Short(heard)}" : "";
        var regarding = line.Regarding is { Length: > 0 } matter ? $" Regarding {Short(matter)}." : "";
        return $"{Short(line.Pronunciation ?? line.Name ?? "No name given")}{number}.{regarding}";
    }

    private static string Short(string said) => PlainText.ForSpeaking(said, LongestSpoken);
}
