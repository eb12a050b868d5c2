namespace FrontDesk.Reach;

/// <summary>How a desk tries the boss's phones while an important caller holds (R4). Numbers stand in the database.</summary>
public enum ReachWay
{
    /// <summary>Nobody is asked to hold.</summary>
    Off = 0,

    /// <summary>One phone after the other, in the desk's order.</summary>
    InOrder = 1,

    /// <summary>All together; the first on which a key is pressed has the call.</summary>
    AtOnce = 2,
}
