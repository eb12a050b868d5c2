namespace FrontDesk.Reconciling;

/// <summary>A call or a text as the carrier's list has it, as far as comparing needs it.</summary>
/// <param name="Inbound">To us; else from us.</param>
/// <param name="At">When it began, by the carrier's clock and to the second.</param>
/// <param name="IsOver">False for a call that is under way.</param>
public sealed record Listed(ListKind Kind, bool Inbound, DateTimeOffset At, bool IsOver);

/// <summary>Which of the carrier's lists. The numbers stand in the books.</summary>
public enum ListKind
{
    Calls = 1,
    Texts = 2,
}

/// <summary>What an entry of the carrier's list is to us.</summary>
public enum Finding
{
    /// <summary>It is in our books.</summary>
    Known,

    /// <summary>We made it ourselves: nobody rang.</summary>
    Outgoing,

    /// <summary>To a number that is not ours.</summary>
    Elsewhere,

    /// <summary>From before this desk took calls.</summary>
    BeforeOurTime,

    /// <summary>It was erased, and stays so.</summary>
    Erased,

    /// <summary>Not over yet, or so fresh that we may hear of it still: another round looks again.</summary>
    StillOpen,

    /// <summary>It reached the carrier and never us.</summary>
    Missed,
}
