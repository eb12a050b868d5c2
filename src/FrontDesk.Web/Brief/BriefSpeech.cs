namespace FrontDesk.Web.Brief;

/// <summary>What the brief says besides the sheet. Before the PIN was keyed anybody may be listening, and hears nothing of the boss.</summary>
public static class BriefSpeech
{
    public const string Pin = "Your PIN, please.";

    public const string NotThePin = "That's not it. Your PIN, please.";

    public const string PinAgain = "I'm sorry about that. Your PIN again, please.";

    /// <summary>The call goes on as anybody's.</summary>
    public const string NoMore = "I'm sorry.";

    /// <summary>To the right PIN and to a wrong one, as long as wrong ones have shut the door.</summary>
    public const string Shut = "I'm sorry, I can't take a PIN from this phone now.";

    public const string KeyAgain = "I'm sorry about that. Press it again, please.";

    public const string Keys = "1 connect. 2 more. 3 returned. 4 slower. 6 faster. 7 back. 9 next. Star again. 0 your assistant.";

    public const string Returned = "Returned.";

    public const string AlreadyDone = "That one is off the sheet.";

    public const string NothingToReturn = "Nothing to return.";

    public const string NoAssistant = "No number of your assistant is on file.";

    public const string Assistant = "Your assistant is on:";

    public const string ThatsAll = "That's all.";

    public const string Goodbye = "Goodbye.";

    public const string StartOver = "Press 1 to start over.";

    public static string WeWereAt(string name) => $"We were at {name}.";

    public static string SinceWeBegan(int lines) => $"{lines} more since we began.";

    public static string OffTheSheet(string name) => $"{name} is off the sheet.";
}
