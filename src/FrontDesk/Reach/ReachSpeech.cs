using FrontDesk.Sheet;

namespace FrontDesk.Reach;

/// <summary>What the desk says on the boss's phones. Until a key is pressed anything may be listening, so no name is spoken before.</summary>
public static class ReachSpeech
{
    public const string Opening = "Your front desk, with a call for you. Press 1.";

    public const string Connecting = "Connecting you.";

    public const string TakenElsewhere = "That call is taken. Goodbye.";

    public const string NotNow = "Thank you. It stays on your sheet. Goodbye.";

    public const string WillCallBack = "Thank you. It stays on your sheet until you have called back. Goodbye.";

    public const string Goodbye = "Goodbye.";

    private const int LongestSpoken = 100;

    /// <summary>Who holds, and what the keys do.</summary>
    public static string Holds(SheetLine line) => $"{Who(line)}{Matter(line)} Press 1 to take it, 2 for not now, 3 if you will call back.";

    /// <summary>To a boss who picks up too late.</summary>
    public static string Gone(SheetLine line) => $"{Who(line)} The caller is no longer holding.{Matter(line)}{Number(line)} It is on your sheet. Goodbye.";

    /// <summary>For a machine after its beep, or for whoever pressed a key to hear it.</summary>
    /// <param name="rang">When they rang, as the boss's wall shows it: "3:10 PM".</param>
    public static string Word(SheetLine line, string rang) => $"Your front desk. {Who(line)} Rang at {rang}, call as soon as you can.{Matter(line)}{Number(line)}";

    /// <summary>Asks for a key before a message is spoken.</summary>
    public const string WordOpening = "Your front desk, with a message for you. Press 1.";

    private static string Who(SheetLine line)
    {
        var company = line.Company is { Length: > 0 } of ? $", {Short(of)}" : "";
        return $"{Short(line.Pronunciation ?? line.Name ?? "No name given")}{company}.";
    }

    private static string Matter(SheetLine line) => line.Regarding is { Length: > 0 } matter ? $" Regarding {Short(matter).TrimEnd('.')}." : "";

    private static string Number(SheetLine line) =>
        line.Numbers.Count > 0 ? $" {line.Numbers[0].Spoken}." : line.NumberAsHeard is { } heard ? $" {Short(heard)}." : "";

    private static string Short(string said) => PlainText.ForSpeaking(said, LongestSpoken);
}
