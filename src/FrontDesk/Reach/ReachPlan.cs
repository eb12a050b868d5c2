using FrontDesk.Desks;

namespace FrontDesk.Reach;

/// <summary>Which phones are tried and when, and how long the caller holds for it: the desk's settings decide both, and nothing else (R9).</summary>
public static class ReachPlan
{
    /// <summary>Asked of the carrier, which rings about five seconds longer (TWILIO.md §3.5): below most voicemails' twenty-odd.</summary>
    public static readonly TimeSpan RingsFor = TimeSpan.FromSeconds(15);

    /// <summary>The caller's line is looked after this often.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    /// <summary>In order, beats from one phone's ringing to the next one's.</summary>
    private const int BeatsForAPhone = 7;

    /// <summary>Beats from the last phone's first ring to the end: it rings, somebody answers, listens and presses a key.</summary>
    private const int BeatsForTheLast = 12;

    /// <summary>Nobody holds for longer than four phones take, one after the other.</summary>
    private const int MostInOrder = 4;

    private const int MostAnHour = 6;

    private const int MostOfACallerAnHour = 2;

    /// <summary>How many beats the caller holds; none where the desk has nobody hold.</summary>
    public static int Beats(Desk desk) => desk.Reach switch
    {
        ReachWay.Off => 0,
        ReachWay.AtOnce => BeatsForTheLast,
        ReachWay.InOrder => BeatsForTheLast + (BeatsForAPhone * (Math.Min(desk.Phones.Count, MostInOrder) - 1)),
    };

    /// <summary>The phones, each with the instant at which it is to ring.</summary>
    public static IReadOnlyList<ReachTry> Tries(Desk desk, DateTimeOffset now) => desk.Reach switch
    {
        ReachWay.Off => [],
        ReachWay.AtOnce => [.. desk.Phones.Select(phone => new ReachTry(phone, now))],
        ReachWay.InOrder => [.. desk.Phones.Take(MostInOrder).Select((phone, place) => new ReachTry(phone, now + (Beat * (BeatsForAPhone * place))))],
    };

    /// <summary>Why no phone is rung although the caller holds; null where they are rung.</summary>
    /// <param name="wakes">The caller's card says that an ASAP call of theirs may wake her.</param>
    public static Refrain? Refrains(bool awake, bool wakes, ReachesSoFar soFar) => soFar switch
    {
        _ when !awake && !wakes => Refrain.Asleep,
        { UnderWayForCaller: true } => Refrain.UnderWay,
        { OfCallerThisHour: >= MostOfACallerAnHour } => Refrain.OftenForCaller,
        { ThisHour: >= MostAnHour } => Refrain.OftenForDesk,
        _ => null,
    };
}

/// <summary>One phone, and when it is to ring.</summary>
public sealed record ReachTry(BossPhone Phone, DateTimeOffset DueAt);

/// <summary>How often the boss's phones were tried in the last hour.</summary>
public sealed record ReachesSoFar(int ThisHour, int OfCallerThisHour, bool UnderWayForCaller);

/// <summary>Why phones were left alone. Numbers stand in the database.</summary>
public enum Refrain
{
    /// <summary>The boss's quiet hours.</summary>
    Asleep = 1,

    /// <summary>They ring for this caller already.</summary>
    UnderWay = 2,
    OftenForCaller = 3,
    OftenForDesk = 4,
}
