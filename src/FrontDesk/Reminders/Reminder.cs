namespace FrontDesk.Reminders;

/// <summary>What a nudge is about.</summary>
public enum ReminderKind
{
    /// <summary>An ASAP call not yet returned.</summary>
    Asap = 1,

    /// <summary>A Call-today call, raised once before the desk closes.</summary>
    Digest = 2,
}

/// <summary>The life of a reminder (TWILIO.md §9.3). Numbers stand in the database.</summary>
public enum ReminderState
{
    Pending = 1,

    /// <summary>The intent is committed; the carrier may or may not have it.</summary>
    Sending = 2,

    /// <summary>The carrier answered with an id.</summary>
    Accepted = 3,
    Delivered = 4,

    /// <summary>Not reached by this way; another way was or will be tried.</summary>
    Failed = 5,

    /// <summary>No longer owed when its time came, or acknowledged.</summary>
    Cancelled = 6,

    /// <summary>Told together with others, in one digest.</summary>
    Collapsed = 7,

    /// <summary>Too old to be worth sending when its turn came: the call is on the sheet, and counted in the next digest. Stands in a column of its own.</summary>
    Expired = 8,
}
