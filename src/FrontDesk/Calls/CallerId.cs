namespace FrontDesk.Calls;

/// <summary>What the carrier says of the calling party. A hint, never a credential.</summary>
public abstract record CallerId
{
    private CallerId()
    {
    }

    public sealed record Phone(PhoneNumber Number) : CallerId;

    /// <summary>Every spelling of "no number given" is this one value: it is no key, and two of them are not the same person.</summary>
    public sealed record Withheld : CallerId;

    public sealed record Sip(string Uri) : CallerId;

    public sealed record Client(string Name) : CallerId;

    /// <summary>A caller-ID string the carrier could not make a number of.</summary>
    public sealed record Raw(string Text) : CallerId;
}
