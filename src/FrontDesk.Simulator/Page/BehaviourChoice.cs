namespace FrontDesk.Simulator.Page;

/// <summary>The ways a telephone may be left on the page, by name.</summary>
internal static class BehaviourChoice
{
    private static readonly Dictionary<string, Func<Behaviour>> Choices = new(StringComparer.Ordinal)
    {
        ["person"] = static () => new Behaviour.Person(),
        ["voicemail"] = static () => new Behaviour.Voicemail("You've reached my voicemail. Please leave a message after the tone.", 4),
        ["robot"] = static () => new Behaviour.ScreeningRobot(),
        ["busy"] = static () => new Behaviour.Busy(),
        ["no-answer"] = static () => new Behaviour.NoAnswer(),
        ["dead-air"] = static () => new Behaviour.DeadAir(),
    };

    public static bool TryMake(string? name, out Behaviour behaviour)
    {
        behaviour = new Behaviour.Person();
        if (name is null || !Choices.TryGetValue(name, out var make))
            return false;
        behaviour = make();
        return true;
    }

    public static string Of(Behaviour behaviour) => behaviour switch
    {
        Behaviour.Voicemail => "voicemail",
        Behaviour.ScreeningRobot => "robot",
        Behaviour.Busy => "busy",
        Behaviour.NoAnswer => "no-answer",
        Behaviour.DeadAir => "dead-air",
        _ => "person",
    };
}
