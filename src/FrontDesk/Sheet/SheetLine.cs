using System.Collections.ObjectModel;
using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Office;

namespace FrontDesk.Sheet;

/// <summary>A line of the phone sheet: one party, however often they rang.</summary>
public sealed record SheetLine
{
    /// <summary>As cards and calls write it: "office, ext. 204".</summary>
    private const string Extension = "ext. ";

    /// <summary>The newest of its calls.</summary>
    public required Guid Id { get; init; }

    /// <summary>The newest that is known to be over: the one the boss is reminded of. The newest of all where none is.</summary>
    public required Guid Chased { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Guid> Calls { get; init; }

    public required CallCode Code { get; init; }

    public required CodeReason CodeReason { get; init; }

    /// <summary>Why it stands where it stands, as a sentence.</summary>
    public required string Why { get; init; }

    public Guid? ContactId { get; init; }

    public string? Name { get; init; }

    /// <summary>The assistant who rang for them, in the newest call that gave one.</summary>
    public string? Through { get; init; }

    public string? Pronunciation { get; init; }

    public string? Company { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<PhoneNumber> Numbers { get; init; }

    /// <summary>What is known of some of them: "office, ext. 204".</summary>
    public IReadOnlyDictionary<PhoneNumber, string> NumberNotes { get; init; } = ReadOnlyDictionary<PhoneNumber, string>.Empty;

    public string? NumberAsHeard { get; init; }

    /// <summary>What must be dialled after a number, where its note tells: "204".</summary>
    public string? ExtensionOf(PhoneNumber number) =>
        NumberNotes.TryGetValue(number, out var note) && note.IndexOf(Extension, StringComparison.Ordinal) is >= 0 and var at
        && string.Concat(note[(at + Extension.Length)..].TakeWhile(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : null;

    /// <summary>The newest that was said.</summary>
    public string? Regarding { get; init; }

    /// <summary>The name the telephone companies have for a stranger's number: a hint.</summary>
    public string? CallerIdName { get; init; }

    /// <summary>When they last rang.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Since when they wait: their first call still owed. Ringing again does not change it.</summary>
    public required DateTimeOffset WaitingSince { get; init; }

    public required int TimesCalled { get; init; }

    public required Ball Ball { get; init; }

    public AssistantCode? Assistant { get; init; }

    public bool SaysUrgent { get; init; }

    /// <summary>An ASAP call of somebody whose card says that it may wake the boss.</summary>
    public bool Wakes { get; init; }

    public bool? WantsReturn { get; init; }

    /// <summary>Where the newest call broke off; null once the script was heard to its end.</summary>
    public ScriptStep? HungUpAt { get; init; }

    /// <summary>The newest call never reached us, and no other says what they want.</summary>
    public bool IsMissed { get; init; }

    /// <summary>What a job seeker told a production office, over all their calls.</summary>
    public OfficeNotes? Application { get; init; }

    /// <summary>Tells lines of one code and reason apart: the smaller goes first.</summary>
    public int Finer { get; init; }

    /// <summary>The sum over its calls: it changes when any of them does.</summary>
    public required int Version { get; init; }
}
