using System.Collections.ObjectModel;
using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Office;

namespace FrontDesk.Sheet;

/// <summary>A call somebody is waiting to have returned, with what is known of the caller: what the sheet is made of.</summary>
public sealed record OwedCall
{
    public required Guid Id { get; init; }

    /// <summary>Who it is for grouping: the contact, else the number; null for a withheld caller, who is never the same person twice.</summary>
    public required string? Party { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>The card's name for a known caller, else whom the call is for, else as said on the phone.</summary>
    public string? Name { get; init; }

    /// <summary>What a caller on this number called themselves, where that is not the name on its card.</summary>
    public string? SaysName { get; init; }

    /// <summary>Known by the name they gave, from a number that is not on their card.</summary>
    public bool FromElsewhere { get; init; }

    /// <summary>The assistant who made the call for them (R11).</summary>
    public string? Through { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<PhoneNumber> Numbers { get; init; }

    /// <summary>What is known of some of them: "office, ext. 204".</summary>
    public IReadOnlyDictionary<PhoneNumber, string> NumberNotes { get; init; } = ReadOnlyDictionary<PhoneNumber, string>.Empty;

    /// <summary>A number given that is no E.164.</summary>
    public string? NumberAsHeard { get; init; }

    public string? Regarding { get; init; }

    /// <summary>The name the telephone companies have for a stranger's number: a hint.</summary>
    public string? CallerIdName { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The question the caller hung up at; null once the script was heard to its end.</summary>
    public Calls.ScriptStep? HungUpAt { get; init; }

    /// <summary>It reached the carrier and never us: nobody was greeted, and nobody knows what they wanted.</summary>
    public bool IsMissed { get; init; }

    public bool SaysUrgent { get; init; }

    /// <summary>False when the caller said there is no need to return.</summary>
    public bool? WantsReturn { get; init; }

    public Standing Standing { get; init; }

    public bool WantsToTalk { get; init; }

    /// <summary>Their card says that an ASAP call of theirs may wake the boss.</summary>
    public bool Wakes { get; init; }

    public IReadOnlyList<Matter> Matters { get; init; } = [];

    /// <summary>A claim of theirs; <see cref="WeCalledAt"/> is what our log knows.</summary>
    public bool SaysReturning { get; init; }

    /// <summary>When we last rang them without reaching them; null when we did not, or have talked since.</summary>
    public DateTimeOffset? WeCalledAt { get; init; }

    /// <summary>What was noticed on the call that speaks against returning it.</summary>
    public Calls.Unwanted? Unwanted { get; init; }

    /// <summary>The desk takes no calls from that number now.</summary>
    public bool IsBlocked { get; init; }

    public Calls.StirVerdict Stir { get; init; }

    /// <summary>Whose card has the number, where it may be forged and so suggests nobody.</summary>
    public string? NumberIsOf { get; init; }

    public AssistantCode? Assistant { get; init; }

    /// <summary>What a job seeker told a production office.</summary>
    public OfficeNotes? Application { get; init; }

    public Ball Ball { get; init; } = Ball.Ours;

    public int Version { get; init; }
}
