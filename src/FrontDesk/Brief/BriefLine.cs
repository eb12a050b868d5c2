using FrontDesk.Calls;
using FrontDesk.Sheet;

namespace FrontDesk.Brief;

/// <summary>A line of the sheet as it was when the brief began.</summary>
public sealed record BriefLine
{
    /// <summary>The newest of its calls.</summary>
    public required Guid Id { get; init; }

    public required IReadOnlyList<Guid> Calls { get; init; }

    public required CallCode Code { get; init; }

    public string? Name { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    /// <summary>The assistant who rang for them.</summary>
    public string? Through { get; init; }

    /// <summary>The best one.</summary>
    public PhoneNumber? Number { get; init; }

    public string? NumberAsHeard { get; init; }

    public string? Regarding { get; init; }

    /// <summary>The newest call never reached us, and no other says what they want.</summary>
    public bool IsMissed { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int TimesCalled { get; init; }

    /// <summary>Came, or came again, since the boss last asked.</summary>
    public bool IsNew { get; init; }

    /// <summary>The boss marked it while it was read.</summary>
    public bool IsReturned { get; init; }

    /// <summary>How the voice is to speak the name.</summary>
    public IReadOnlyList<SpokenAs> NameSpokenAs() => Name is null ? [] : SpokenAs.Of(PlainText.ForSpeaking(Name, SpokenBrief.LongestText), Pronunciation, ipa: null);

    public static BriefLine Of(SheetLine line, DateTimeOffset? lastAsked) => new()
    {
        Id = line.Id,
        Calls = line.Calls,
        Code = line.Code,
        Name = line.Name,
        Pronunciation = line.Pronunciation,
        Company = line.Company,
        Through = line.Through,
        Number = line.Numbers.Count > 0 ? line.Numbers[0] : null,
        NumberAsHeard = line.NumberAsHeard,
        Regarding = line.Regarding,
        IsMissed = line.IsMissed,
        ReceivedAt = line.ReceivedAt,
        TimesCalled = line.TimesCalled,
        IsNew = line.ReceivedAt > lastAsked,
    };
}
