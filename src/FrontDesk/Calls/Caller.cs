namespace FrontDesk.Calls;

/// <summary>Who rang, as far as the number tells: it suggests, never decides.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    public sealed record Known(Guid ContactId, string Name, PhoneNumber From) : Caller;

    public sealed record Stranger(CallerId From) : Caller;

    public sealed record Withheld : Caller;

    /// <summary>The number to call back on, where caller ID gives one.</summary>
    public PhoneNumber? Number => this switch
    {
        Known known => known.From,
        Stranger { From: CallerId.Phone phone } => phone.Number,
        Stranger or Withheld => null,
        _ => throw new InvalidOperationException("A caller is known, a stranger or withheld."),
    };
}
