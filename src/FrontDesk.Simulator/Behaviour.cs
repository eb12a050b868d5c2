namespace FrontDesk.Simulator;

/// <summary>What a telephone does when it rings.</summary>
public abstract record Behaviour
{
    private Behaviour()
    {
    }

    /// <summary>Somebody who picks up, speaks and presses keys: the test, or whoever sits at the page.</summary>
    public sealed record Person : Behaviour;

    /// <summary>Answers after a while, speaks its greeting, beeps if it has a beep, and keeps what it hears afterwards.</summary>
    public sealed record Voicemail(string Greeting, double GreetingSeconds, bool Beep = true) : Behaviour
    {
        public double RingsFor { get; init; } = 12;

        public double LongestMessage { get; init; } = 120;
    }

    /// <summary>Answers by itself, asks who is calling and why, never presses a key, and gives up after a while.</summary>
    public sealed record ScreeningRobot : Behaviour
    {
        public string Question { get; init; } = "Hi. Please say your name and why you are calling, and I will see if this person is available.";

        public double Patience { get; init; } = 45;
    }

    public sealed record Busy : Behaviour;

    public sealed record NoAnswer : Behaviour;

    /// <summary>Answers, and nothing is ever heard.</summary>
    public sealed record DeadAir : Behaviour;

    /// <summary>After ringing a while, forwards to one of the account's numbers: the way a call comes round to where it started.</summary>
    public sealed record Forwards(string To, double AfterSeconds = 15) : Behaviour;

    /// <summary>The call cannot be put through at all.</summary>
    public sealed record Fails : Behaviour;
}
