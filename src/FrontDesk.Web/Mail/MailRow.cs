namespace FrontDesk.Web.Mail;

/// <summary>A clean copy on its way to one address; written down and committed before the mail server hears of it.</summary>
public sealed record MailRow
{
    public Guid Id { get; init; }

    public Guid DeskId { get; init; }

    public Guid CopyId { get; init; }

    public string ToAddress { get; init; } = "";

    public MailState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempt { get; init; }

    /// <summary>When it is tried next, or when whoever sends it now must be done.</summary>
    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; init; }
}

/// <summary>How far a mail got. Numbers stand in the database.</summary>
public enum MailState
{
    Written = 1,

    /// <summary>In somebody's hands; when its time runs out it is tried again, under the same Message-ID.</summary>
    Sending = 2,

    /// <summary>The mail server has taken it.</summary>
    Sent = 3,

    /// <summary>Refused for good, or tried for too long.</summary>
    Failed = 4,
}
