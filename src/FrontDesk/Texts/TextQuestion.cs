namespace FrontDesk.Texts;

/// <summary>What a phone of the boss was last shown with numbers before it: until its next text, or a nudge, these are what a number means.</summary>
/// <param name="Act">What is to be done with one of them; null where they were only shown.</param>
/// <param name="Lines">In the order of their numbers, each by the newest of its calls.</param>
/// <param name="Place">How many lines of the sheet were told one by one; null where it was not told so.</param>
public sealed record TextQuestion(LineAct? Act, IReadOnlyList<Guid> Lines, int? Place, DateTimeOffset At)
{
    /// <summary>As many as one digit can tell apart.</summary>
    public const int MostLines = 9;

    /// <summary>An answer that comes later may be about something else.</summary>
    public static readonly TimeSpan StandsFor = TimeSpan.FromMinutes(20);

    public bool StandsAt(DateTimeOffset now) => now - At < StandsFor;

    /// <summary>Null where the text means what it means without a question.</summary>
    public ChosenLine? Choice(TextCommand command) => command switch
    {
        TextCommand.Do { Item: { } item } pair => Numbered(pair.Act, item),
        { Digit: { } digit } when Act is { } act => Numbered(act, digit),
        TextCommand.Do { Item: null } bare when Place is not null && Lines is [var only] => new ChosenLine(bare.Act, only),
        _ => null,
    };

    private ChosenLine? Numbered(LineAct act, int number) => number >= 1 && number <= Lines.Count ? new ChosenLine(act, Lines[number - 1]) : null;
}

/// <summary>A line of the sheet, and what is to be done with it.</summary>
public readonly record struct ChosenLine(LineAct Act, Guid Line);
