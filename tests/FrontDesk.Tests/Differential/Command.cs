namespace FrontDesk.Tests.Differential;

/// <summary>Something done to a desk, in words that are enough to do it again.</summary>
internal sealed record Command(string Words, Func<DeskOnEngine, CancellationToken, Task<object?>> Run)
{
    /// <summary>What the one who commands learns of the first desk's answer.</summary>
    public Action<object?> Learn { get; init; } = _ => { };

    /// <summary>How much time goes by before it.</summary>
    public TimeSpan Passes { get; set; }
}
