using FrontDesk.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>What the pages say of reminders, rung by rung.</summary>
public static class ReminderWords
{
    public static string Of(RungWay way) => way switch
    {
        RungWay.TextThenCall => "a text, or else her phones one after the other",
        RungWay.Text => "a text",
        RungWay.Call => "a call to her first phone",
        RungWay.NextPhone => "a call to her next phone",
        RungWay.Assistant => "a text to the assistant",
    };

    /// <summary>The way a reminder goes next: "a text"; past the ladder's end every phone is rung.</summary>
    public static string Next(LoggedReminder reminder, Reminding reminding) =>
        reminding.LadderOf(reminder.Kind).Rungs is var rungs && reminder.Rung < rungs.Count ? Of(rungs[reminder.Rung].By) : "her phones, one after the other";

    public static string Name(LoggedReminder reminder) => reminder.Kind == ReminderKind.Asap ? $"ASAP reminder {reminder.Slot + 1}" : "In the day's digest";

    /// <summary>"rung 2, call to (310) 555-0102: no answer".</summary>
    public static string Of(ReminderTry tried) => tried.Skipped is { } why
        ? $"rung {tried.Rung + 1}, {Of(tried.Way)}: not possible, {Of(why)}"
        : $"rung {tried.Rung + 1}, {(tried.Channel == Channel.Call ? "call" : "text")} to {(tried.Phone is { } phone ? SheetWords.Of(phone) : "nobody")}: {Outcome(tried)}";

    public static string Of(SkipReason why) => why switch
    {
        SkipReason.TextsClosed => "no phone there takes our texts",
        SkipReason.Throttled => "the phone has had its share",
        SkipReason.NoPhone => "there is no other phone",
        SkipReason.NoAssistant => "no assistant's number is on file",
    };

    public static string Wait(Rung rung, int place) => (place, rung.Wait.TotalMinutes) switch
    {
        (0, 0) => "at once",
        (0, var minutes) => $"{minutes:0} min after the call",
        (_, var minutes) => $"{minutes:0} min later",
    };

    private static string Outcome(ReminderTry tried) => tried.State switch
    {
        IntentState.Written or IntentState.Sending => "being sent",
        IntentState.Unknown => "nobody knows yet whether it went",
        IntentState.Accepted => tried.Channel == Channel.Call ? "ringing" : "sent",
        IntentState.Failed => tried.LastError ?? "did not get through",
        IntentState.Done => tried.Channel == Channel.Call ? "a key was pressed" : "delivered",
        null => "not sent",
        _ => throw new InvalidOperationException($"No words for {tried.State}."),
    };
}
