using FrontDesk.Calls;
using FrontDesk.Sheet;

namespace FrontDesk.Connect;

/// <summary>What the desk says to the boss while it connects her. No name is spoken before a key was pressed.</summary>
public static class ConnectSpeech
{
    public const string Opening = "Your front desk, with the call you asked for. Press 1.";

    public const string WhatCameOfIt = "Press 1 if you talked, 2 if you left word, 3 if they call back, 9 for neither.";

    public const string Noted = "Noted.";

    public const string Goodbye = "Goodbye.";

    private const int LongestSpoken = 100;

    public static string Calling(SheetLine line) => $"Calling {Who(line)}. Press star when you are done.";

    public static string NoNumber(SheetLine line) => $"There is no number I may ring for {Who(line)}.";

    /// <summary>Nobody picked up there.</summary>
    public static string NotReached(SheetLine line, CallStatus how) => how switch
    {
        CallStatus.Busy => $"{Who(line)} is busy.",
        CallStatus.NoAnswer => $"{Who(line)} does not answer.",
        _ => $"{Who(line)} could not be reached.",
    };

    private static string Who(SheetLine line) => PlainText.ForSpeaking(line.Pronunciation ?? line.Name ?? "the caller", LongestSpoken);
}
