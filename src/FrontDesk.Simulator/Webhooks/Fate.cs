namespace FrontDesk.Simulator.Webhooks;

/// <summary>What becomes of one attempt on the wire.</summary>
internal enum FateKind
{
    Arrives,
    Duplicate,
    DuplicateAtOnce,
    Late,
    Lost,
    AnswerLost,
    Reordered,
}

/// <summary>The lot drawn for one attempt.</summary>
internal sealed record Fate(FateKind Kind, TimeSpan Delay)
{
    private static readonly Fate Arrives = new(FateKind.Arrives, TimeSpan.Zero);

    public static Fate Of(WebhookKind kind, Mischief? mischief, Seed seed, string occasion)
    {
        if (mischief is null)
            return Arrives;
        var odds = kind switch
        {
            WebhookKind.Voice => mischief.Voice,
            WebhookKind.VoiceStatus => mischief.VoiceStatus,
            WebhookKind.Text => mischief.Text,
            WebhookKind.TextStatus => mischief.TextStatus,
        };
        var draw = seed.Roll($"fate {occasion}");
        foreach (var (each, chance) in Chances(odds))
        {
            if ((draw -= chance) < 0)
                return new Fate(each, DelayOf(each, odds, seed.Roll($"delay {occasion}")));
        }

        return Arrives;
    }

    private static (FateKind Kind, double Chance)[] Chances(WebhookMischief odds) =>
    [
        (FateKind.Duplicate, odds.Duplicate),
        (FateKind.DuplicateAtOnce, odds.DuplicateAtOnce),
        (FateKind.Late, odds.Late),
        (FateKind.Lost, odds.Lost),
        (FateKind.AnswerLost, odds.AnswerLost),
        (FateKind.Reordered, odds.Reordered),
    ];

    private static TimeSpan DelayOf(FateKind kind, WebhookMischief odds, double roll) => kind switch
    {
        FateKind.Arrives or FateKind.DuplicateAtOnce or FateKind.Lost or FateKind.AnswerLost => TimeSpan.Zero,
        FateKind.Duplicate => TimeSpan.FromSeconds(3 * roll),
        FateKind.Late => odds.LateBy * roll,
        FateKind.Reordered => TimeSpan.FromSeconds(10 * roll),
    };
}
