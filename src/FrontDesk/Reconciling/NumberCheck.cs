namespace FrontDesk.Reconciling;

/// <summary>Where the carrier sends what reaches a number, read back from it.</summary>
public sealed record NumberAtCarrier
{
    /// <summary>As the carrier writes it: E.164.</summary>
    public required string Number { get; init; }

    public string? VoiceUrl { get; init; }

    public string? VoiceMethod { get; init; }

    public string? VoiceFallbackUrl { get; init; }

    public string? VoiceFallbackMethod { get; init; }

    public string? VoiceStatusUrl { get; init; }

    public string? VoiceStatusMethod { get; init; }

    public string? TextUrl { get; init; }

    public string? TextMethod { get; init; }

    public string? TextFallbackUrl { get; init; }

    /// <summary>An application or trunk at the carrier that takes the calls, whatever the addresses say.</summary>
    public string? CallsGoTo { get; init; }

    /// <summary>An application at the carrier that takes the texts.</summary>
    public string? TextsGoTo { get; init; }

    public bool TakesTexts { get; init; } = true;
}

/// <summary>What of a number's settings is not as this desk needs it. The numbers stand in the books.</summary>
public enum NumberSetting
{
    Voice = 1,
    VoiceFallback = 2,
    VoiceStatus = 3,
    Text = 4,
    TextFallback = 5,

    /// <summary>Calls go to an application or trunk of the account instead.</summary>
    CallsElsewhere = 6,
    TextsElsewhere = 7,

    /// <summary>The account has no such number.</summary>
    NotThere = 8,
}

/// <param name="Ours">Null where we want nothing there.</param>
/// <param name="Theirs">Null where nothing is there.</param>
public sealed record NumberDifference(string Number, NumberSetting Setting, string? Ours, string? Theirs);

/// <summary>Whether the carrier sends us what reaches our lines. It is told, and never put right by itself: whoever changed it may have meant it.</summary>
public static class NumberCheck
{
    /// <summary>The steps callers and texts come in by, below the public address.</summary>
    private const string VoicePath = "/twilio/voice";

    /// <param name="ours">The public address, without a slash at its end.</param>
    public static IReadOnlyList<NumberDifference> Of(IEnumerable<PhoneNumber> lines, IReadOnlyList<NumberAtCarrier> theirs, string ours)
    {
        var there = theirs.DistinctBy(number => number.Number, StringComparer.Ordinal).ToDictionary(number => number.Number, StringComparer.Ordinal);
        return
        [
            .. lines.Distinct().OrderBy(line => line.E164, StringComparer.Ordinal).SelectMany(line => there.TryGetValue(line.E164, out var number)
                ? OfNumber(number, ours)
                : [new NumberDifference(line.E164, NumberSetting.NotThere, null, null)]),
        ];
    }

    /// <summary>A number that sends us its calls, whether or not a desk has claimed it.</summary>
    public static bool SendsUsCalls(NumberAtCarrier number, string ours) => number.CallsGoTo is null && IsThis(number.VoiceUrl, ours + VoicePath);

    private static IEnumerable<NumberDifference> OfNumber(NumberAtCarrier number, string ours)
    {
        IEnumerable<NumberDifference?> calls = number.CallsGoTo is { } application
            ? [new(number.Number, NumberSetting.CallsElsewhere, null, application)]
            :
            [
                Address(number, NumberSetting.Voice, ours + VoicePath, number.VoiceUrl, number.VoiceMethod),
                Address(number, NumberSetting.VoiceFallback, $"{ours}{VoicePath}/fallback", number.VoiceFallbackUrl, number.VoiceFallbackMethod),
                Address(number, NumberSetting.VoiceStatus, $"{ours}{VoicePath}/status", number.VoiceStatusUrl, number.VoiceStatusMethod),
            ];
        IEnumerable<NumberDifference?> texts = !number.TakesTexts ? []
            : number.TextsGoTo is { } other ? [new(number.Number, NumberSetting.TextsElsewhere, null, other)]
            : [Address(number, NumberSetting.Text, $"{ours}/twilio/text", number.TextUrl, number.TextMethod), TextFallback(number, ours)];
        return calls.Concat(texts).OfType<NumberDifference>();
    }

    private static NumberDifference? Address(NumberAtCarrier number, NumberSetting setting, string wanted, string? url, string? method)
    {
        var isPost = method is null || method.Equals("POST", StringComparison.OrdinalIgnoreCase);
        return isPost && IsThis(url, wanted) ? null
            : new NumberDifference(number.Number, setting, wanted, string.IsNullOrWhiteSpace(url) ? null : isPost ? url.Trim() : $"{method} {url.Trim()}");
    }

    /// <summary>We ask for none; one that leads to us does no harm.</summary>
    private static NumberDifference? TextFallback(NumberAtCarrier number, string ours) =>
        string.IsNullOrWhiteSpace(number.TextFallbackUrl) || IsThis(number.TextFallbackUrl, $"{ours}/twilio/text")
            ? null
            : new NumberDifference(number.Number, NumberSetting.TextFallback, null, number.TextFallbackUrl.Trim());

    /// <summary>What stands behind the # are the carrier's own orders about time-outs and retries.</summary>
    private static bool IsThis(string? url, string wanted) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var theirs) && Uri.TryCreate(wanted, UriKind.Absolute, out var address)
        && Uri.Compare(theirs, address, UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped, StringComparison.Ordinal) == 0;
}
