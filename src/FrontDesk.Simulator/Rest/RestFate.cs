namespace FrontDesk.Simulator.Rest;

/// <summary>What becomes of a REST request.</summary>
internal enum RestFate
{
    Answered,
    TooMany,
    Unavailable,
    ErrorAfterAcceptance,
    ResetAfterAcceptance,
    GarbageAfterAcceptance,
}

/// <summary>Draws the lot for a REST request.</summary>
internal static class RestFates
{
    public static RestFate Of(RestMischief? odds, Seed seed, string occasion)
    {
        if (odds is null)
            return RestFate.Answered;
        var draw = seed.Roll($"fate {occasion}");
        foreach (var (fate, chance) in Chances(odds))
        {
            if ((draw -= chance) < 0)
                return fate;
        }

        return RestFate.Answered;
    }

    private static (RestFate Fate, double Chance)[] Chances(RestMischief odds) =>
    [
        (RestFate.TooMany, odds.TooMany),
        (RestFate.Unavailable, odds.Unavailable),
        (RestFate.ErrorAfterAcceptance, odds.ErrorAfterAcceptance),
        (RestFate.ResetAfterAcceptance, odds.ResetAfterAcceptance),
        (RestFate.GarbageAfterAcceptance, odds.GarbageAfterAcceptance),
    ];
}
