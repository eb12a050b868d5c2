namespace FrontDesk.Reconciling;

/// <summary>The carrier's lists against our books (R1): what of it did we never see?</summary>
public static class Comparing
{
    /// <summary>The two clocks may differ by so much, and theirs counts seconds.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>The carrier's own limit for a call, and a margin: what is listed as under way for longer is over, whatever the list says.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromHours(4.25);

    /// <summary>A text is acted upon when it is brought. One this young may be on its way here, and written down first it would only be written down.</summary>
    public static readonly TimeSpan TextOnItsWay = TimeSpan.FromMinutes(5);

    /// <param name="ours">What our books say of it.</param>
    /// <param name="since">Before that, no desk took calls here, or not on that line.</param>
    public static Finding Of(Listed listed, OurSide ours, DateTimeOffset since, DateTimeOffset now) => (listed, ours) switch
    {
        (_, { IsKnown: true }) => Finding.Known,
        _ when listed.At < since - Skew => Finding.BeforeOurTime,
        ({ Inbound: false }, _) => Finding.Outgoing,
        (_, { IsOurLine: false }) => Finding.Elsewhere,
        (_, { IsErased: true }) => Finding.Erased,
        ({ Kind: ListKind.Calls, IsOver: false }, _) when listed.At + LongestCall > now => Finding.StillOpen,
        ({ Kind: ListKind.Texts }, _) when listed.At + TextOnItsWay > now => Finding.StillOpen,
        _ => Finding.Missed,
    };
}

/// <summary>What our books know of an entry of the carrier's list.</summary>
public readonly record struct OurSide(bool IsKnown, bool IsOurLine, bool IsErased);
