namespace FrontDesk.Calls;

/// <summary>Who rang, as far as the number tells: it suggests, never decides.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Their calls since they were last talked to; null where this is the first, or before they have said anything.</summary>
    public EarlierCalls? Earlier { get; init; }

    /// <summary>The desk takes no calls from that number.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Who the number suggests it is: the card's name, else the one given last time.</summary>
    public string? SuggestedName => this is Known known ? known.Name : Earlier?.Name;

    /// <summary>Where there is no book to look in.</summary>
    public static Caller NotLookedUp(CallerId from) => from is CallerId.Withheld ? new Withheld() : new Stranger(from);

    /// <summary>A number that may be forged suggests nobody.</summary>
    public Caller Under(StirVerdict verdict) =>
        verdict == StirVerdict.Failed && this is Known known ? new Stranger(new CallerId.Phone(known.From)) { IsBlocked = IsBlocked } : this;

    public sealed record Known(Guid ContactId, string Name, PhoneNumber From) : Caller
    {
        /// <summary>What the desk's own people want this caller told; null: what everybody is told.</summary>
        public string? PreferredAnswer { get; init; }

        /// <summary>Respelled for a voice: "GWIN-eth".</summary>
        public string? Pronunciation { get; init; }

        /// <summary>The same in the phonetic alphabet.</summary>
        public string? Ipa { get; init; }

        /// <summary>How the card's name is spoken, where it is not as it is written.</summary>
        public IReadOnlyList<SpokenAs> SpokenAs => Calls.SpokenAs.Of(Name, Pronunciation, Ipa);
    }

    public sealed record Stranger(CallerId From) : Caller;

    public sealed record Withheld : Caller;

    /// <summary>Who it is when calls are grouped: the contact, else the number. Two withheld callers are not the same person.</summary>
    public string? Party => this is Known { ContactId: var card } ? card.ToString() : Number?.E164;

    /// <summary>The number to call back on, where caller ID gives one.</summary>
    public PhoneNumber? Number => this switch
    {
        Known known => known.From,
        Stranger { From: CallerId.Phone phone } => phone.Number,
        Stranger or Withheld => null,
        _ => throw new InvalidOperationException("A caller is known, a stranger or withheld."),
    };
}

/// <summary>The calls of somebody who has not been talked to since, and what the newest that gave a name told us.</summary>
public sealed record EarlierCalls(int Count, Guid Telling, string? Name, PhoneNumber? Number, string? Regarding);
