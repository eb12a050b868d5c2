namespace FrontDesk.Reconciling;

/// <summary>When the lists are looked through again.</summary>
public static class RoundTimes
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <param name="leftSomething">Calls were still under way, or texts fresh.</param>
    /// <param name="brokenOff">How many rounds in a row could not read all.</param>
    public static TimeSpan After(bool leftSomething, int brokenOff) => brokenOff switch
    {
        > 0 => Shorter(Soon * Math.Pow(2, Math.Min(brokenOff, 10) - 1), Every),
        _ => leftSomething ? Soon : Every,
    };

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
