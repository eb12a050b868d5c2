using FrontDesk.Calls;
using FrontDesk.Texts;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Contacts;

/// <summary>Something that happened between the desk and one person.</summary>
public abstract record TimelineEntry(DateTimeOffset At)
{
    public sealed record OfCall(LoggedCall Call) : TimelineEntry(Call.ReceivedAt);

    public sealed record OfMark(LoggedMark Mark) : TimelineEntry(Mark.At);

    public sealed record OfReminder(LoggedReminder Reminder) : TimelineEntry(Reminder.DueAt);

    public sealed record OfText(LoggedText Text) : TimelineEntry(Text.At);

    public sealed record OfAct(LoggedAct Act) : TimelineEntry(Act.At);
}

/// <summary>Newest first.</summary>
/// <param name="Older">Where the next page begins; null when this is the last.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, DateTimeOffset? Older)
{
    /// <param name="entries">As many of each kind as the page may hold at most.</param>
    internal static TimelinePage Of(IEnumerable<TimelineEntry> entries, int count)
    {
        var ordered = entries.OrderByDescending(entry => entry.At).ToList();
        if (ordered.Count < count)
        {
            return new TimelinePage(ordered, null);
        }

        // The next page begins before this moment: all of it belongs here.
        var last = ordered[count - 1].At;
        return new TimelinePage([.. ordered.TakeWhile(entry => entry.At >= last)], last);
    }
}

/// <summary>A text, either way.</summary>
public sealed record LoggedText
{
    public Guid Id { get; init; }

    public CallDirection Direction { get; init; }

    public string FromNumber { get; init; } = "";

    public string ToNumber { get; init; } = "";

    public string Body { get; init; } = "";

    public TextStatus Status { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Something that was done to a card.</summary>
public sealed record LoggedAct
{
    public Guid Id { get; init; }

    public BookActKind Kind { get; init; }

    public string ByWhom { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}
