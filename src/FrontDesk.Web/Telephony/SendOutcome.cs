namespace FrontDesk.Web.Telephony;

/// <summary>What the carrier made of a text or a call handed to it.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The carrier has it, under this id.</summary>
    public sealed record Accepted(string Sid) : SendOutcome;

    /// <summary>The carrier said no; asking again with the same words will not help while <paramref name="Permanent"/>.</summary>
    /// <param name="Code">Twilio's error code; 0 where we did not even ask.</param>
    public sealed record Refused(int Code, bool Permanent, string Why) : SendOutcome;

    /// <summary>It was certainly not carried out: it may be tried again later.</summary>
    /// <param name="AtOnce">Nothing is wrong with the carrier: this node was held up, and whoever may send it need not wait.</param>
    public sealed record NotProcessed(string Why, bool AtOnce = false) : SendOutcome;

    /// <summary>It may or may not have been carried out: look it up before anything is sent again.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}

/// <summary>What came of asking the carrier about something it should know.</summary>
public abstract record LookUp<T>
{
    private LookUp()
    {
    }

    public sealed record Found(T Value) : LookUp<T>;

    /// <summary>The carrier knows nothing of it.</summary>
    public sealed record Nothing : LookUp<T>;

    /// <summary>The carrier gave no answer that can be relied upon.</summary>
    public sealed record Unreachable(string Why) : LookUp<T>;
}
