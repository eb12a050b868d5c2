namespace FrontDesk.Reminders;

/// <summary>Where a due reminder goes now.</summary>
public abstract record RungStep
{
    private RungStep()
    {
    }

    /// <summary>This phone is texted, or rung.</summary>
    public sealed record Goes(int Rung, RungWay By, PhoneNumber To, bool ByVoice, IReadOnlyList<RungSkip> Skipped) : RungStep;

    /// <summary>The boss's phones are rung, one after the other. Which is next, all who are told of on that call decide.</summary>
    public sealed record Rings(int Rung, IReadOnlyList<RungSkip> Skipped) : RungStep;

    /// <summary>Its phone has rung; the next rung comes in its own time.</summary>
    public sealed record HasRung : RungStep;
}

/// <summary>A rung that could not be taken.</summary>
public readonly record struct RungSkip(int Rung, RungWay By, SkipReason Why);

/// <summary>Why a rung could not be taken. Numbers stand in the database.</summary>
public enum SkipReason
{
    /// <summary>No phone there takes our texts.</summary>
    TextsClosed = 1,

    /// <summary>The phone has had its share.</summary>
    Throttled = 2,

    /// <summary>There is no phone, or no other one.</summary>
    NoPhone = 3,
    NoAssistant = 4,
}

/// <summary>Where on the ladder a reminder stands, and what came of its last try there.</summary>
/// <param name="LastPhone">The phone of the boss tried last about that call, by this reminder or the one before.</param>
public readonly record struct RungPlace(int Rung, LastTry Last, PhoneNumber? LastPhone);

/// <summary>What came of a reminder's last try.</summary>
public enum LastTry
{
    /// <summary>None yet; or the carrier was busy, and it is tried again.</summary>
    None,

    /// <summary>The text was refused, did not arrive, or was never taken in several tries.</summary>
    TextLost,
    CallRefused,
    CallPlaced,
}

/// <summary>The phones a rung may use at this moment.</summary>
/// <param name="Boss">In the desk's order.</param>
public sealed record RungPhones(IReadOnlyList<RungPhone> Boss, RungPhone? Assistant);

/// <summary>One phone, and whether it can be used just now.</summary>
public sealed record RungPhone(PhoneNumber Number, bool CanBeTexted, bool TextsThrottled = false, bool CallsThrottled = false);
