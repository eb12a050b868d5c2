namespace FrontDesk.Reminders;

/// <summary>How a desk wants its boss reminded.</summary>
public sealed record Reminding
{
    public static readonly Reminding Usual = new();

    /// <summary>Of an ASAP call; a Call-today call is raised once, by text or else by phone.</summary>
    public ReminderLadder Ladder { get; init; } = ReminderLadder.Usual;

    /// <summary>How late a nudge about an ASAP call is still sent by itself; null: however late. Either way she is told of the call.</summary>
    public TimeSpan? AsapUsefulFor { get; init; }

    /// <summary>The same for the one about a Call-today call.</summary>
    public TimeSpan TodayUsefulFor { get; init; } = TimeSpan.FromHours(12);

    public ReminderLadder LadderOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Asap => Ladder,
        ReminderKind.Digest => ReminderLadder.Usual,
    };

    /// <summary>It was to go out so long ago that nobody is helped by it now (T77).</summary>
    public bool IsExpired(ReminderKind kind, DateTimeOffset dueAt, DateTimeOffset now) => kind switch
    {
        ReminderKind.Asap => now - dueAt > AsapUsefulFor,
        ReminderKind.Digest => now - dueAt > TodayUsefulFor,
    };
}
