namespace FrontDesk.Web.Mail;

/// <summary>What came of one conversation with the mail server.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    public sealed record Taken : MailOutcome;

    /// <summary>This mail it will never take.</summary>
    public sealed record Refused(string Why) : MailOutcome;

    /// <summary>Not now: it was busy, could not be reached, or broke off.</summary>
    public sealed record NotNow(string Why) : MailOutcome;
}
