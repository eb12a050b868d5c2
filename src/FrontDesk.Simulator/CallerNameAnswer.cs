namespace FrontDesk.Simulator;

/// <summary>What a lookup of a number's name comes to.</summary>
public abstract record CallerNameAnswer
{
    private CallerNameAnswer()
    {
    }

    /// <param name="Type">BUSINESS or CONSUMER.</param>
    public sealed record Named(string Name, string Type = "CONSUMER") : CallerNameAnswer;

    /// <summary>The lookup is answered, and says that the name could not be had.</summary>
    public sealed record Fails(int Code = 60600) : CallerNameAnswer;

    /// <summary>No such number.</summary>
    public sealed record Unknown : CallerNameAnswer;

    /// <summary>Nobody answers for as long as this.</summary>
    public sealed record Slow(TimeSpan For) : CallerNameAnswer;
}
