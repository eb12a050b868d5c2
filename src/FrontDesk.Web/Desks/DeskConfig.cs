using FrontDesk.Contacts;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Reminders;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Office;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Desks;

/// <summary>A desk as a configuration file has it: known by its name, everything else without ids.</summary>
internal sealed record DeskConfig
{
    public required string Name { get; init; }

    public required string BossName { get; init; }

    public required Pronoun Pronoun { get; init; }

    public required string Persona { get; init; }

    public required string Zone { get; init; }

    public required DeskHours Hours { get; init; }

    /// <summary>"saturday", "2026-12-25". Null in a file that does not speak of them: then they stay.</summary>
    public IReadOnlyList<string>? DaysOff { get; init; }

    /// <summary>Null in a file that does not speak of them: then they stay.</summary>
    public IReadOnlyList<StayConfig>? Stays { get; init; }

    /// <summary>Null in a file that does not speak of them: then they stay.</summary>
    public ReminderConfig? Reminders { get; init; }

    public required IReadOnlyList<NumberConfig> Lines { get; init; }

    public required IReadOnlyList<NumberConfig> Phones { get; init; }

    /// <summary>Null in a file that does not speak of it: then it stays.</summary>
    public ReachWay? Reach { get; init; }

    /// <summary>Null in a file that does not speak of it: then it stays.</summary>
    public IReadOnlyList<string>? Dials { get; init; }

    /// <summary>Told to the boss on the phone, to nobody else.</summary>
    public PhoneNumber? AssistantNumber { get; init; }

    public required Wording Wording { get; init; }

    /// <summary>Null in a file that does not speak of it: then it stays.</summary>
    public bool? MayRecord { get; init; }

    /// <summary>Null for an executive's desk.</summary>
    public OfficeConfig? Office { get; init; }

    /// <summary>Null in a file that does not speak of them: then they stay.</summary>
    public CopyConfig? Copies { get; init; }

    /// <summary>Null in a file that does not speak of them: then they stay.</summary>
    public IReadOnlyList<BlockedConfig>? BlockedNumbers { get; init; }

    public required IReadOnlyList<MatterConfig> Matters { get; init; }

    public required IReadOnlyList<ContactConfig> Contacts { get; init; }

    public static DeskConfig Of(Desk desk, IReadOnlyList<BlockedNumber> blocked, IReadOnlyList<Matter> matters, IReadOnlyList<Contact> contacts) => new()
    {
        Name = desk.Name,
        BossName = desk.BossName,
        Pronoun = desk.Pronoun,
        Persona = desk.Persona,
        Zone = desk.Zone,
        Hours = desk.Hours,
        DaysOff = desk.DaysOff.Words,
        Stays = [.. desk.Stays.Select(StayConfig.Of)],
        Reminders = ReminderConfig.Of(desk.Reminding),
        Lines = [.. desk.Lines.Select(line => new NumberConfig { Number = line.Number, Label = line.Label })],
        Phones = [.. desk.Phones.Select(phone => new NumberConfig { Number = phone.Number, Label = phone.Label, TakesTexts = phone.TakesTexts })],
        Reach = desk.Reach,
        Dials = desk.Dials,
        AssistantNumber = desk.AssistantNumber,
        Wording = desk.Wording,
        MayRecord = desk.MayRecord,
        Office = OfficeConfig.Of(desk.Office),
        Copies = CopyConfig.Of(desk.Copies),
        BlockedNumbers = [.. blocked.Select(number => new BlockedConfig { Number = number.Number, Why = number.Why })],
        Matters = [.. matters.Select(MatterConfig.Of)],
        Contacts = [.. contacts.Select(ContactConfig.Of)],
    };

    /// <summary>What is there already keeps its ids, a line since when it is here, a phone what its carrier said of it, and the boss her PIN: no file has it.</summary>
    public Desk Over(Desk? there, Func<Guid> newId, DateTimeOffset now) => new()
    {
        Id = there?.Id ?? newId(),
        Name = Name,
        BossName = BossName,
        Pronoun = Pronoun,
        Persona = Persona,
        Zone = Zone,
        Hours = Hours,
        DaysOff = (DaysOff is null ? there?.DaysOff : FrontDesk.Desks.DaysOff.Read(DaysOff)) ?? FrontDesk.Desks.DaysOff.None,
        Stays = Stays is null ? there?.Stays ?? [] : [.. Stays.Select(stay => stay.ToStay()!)],
        Reminding = Reminders?.ToReminding() ?? there?.Reminding ?? Reminding.Usual,
        Reach = Reach ?? there?.Reach ?? ReachWay.AtOnce,
        Dials = Dials ?? there?.Dials,
        AssistantNumber = AssistantNumber,
        HasPin = there?.HasPin ?? false,
        Wording = Wording,
        MayRecord = MayRecord ?? there?.MayRecord ?? false,
        Office = Office?.ToOffice(),
        Copies = Copies?.ToOrders() ?? there?.Copies ?? CopyOrders.None,
        Lines = [.. Lines.Select(line => LineOver(there?.Lines.FirstOrDefault(old => old.Number == line.Number), line, newId, now))],
        Phones = [.. Phones.Select(phone => PhoneOver(there?.Phones.FirstOrDefault(old => old.Number == phone.Number), phone, newId))],
        Version = there?.Version ?? 0,
    };

    private static Line LineOver(Line? there, NumberConfig line, Func<Guid> newId, DateTimeOffset now) => new()
    {
        Id = there?.Id ?? newId(),
        Number = line.Number,
        Label = line.Label,
        Since = there?.Since ?? now,
    };

    private static BossPhone PhoneOver(BossPhone? there, NumberConfig phone, Func<Guid> newId) => new()
    {
        Id = there?.Id ?? newId(),
        Number = phone.Number,
        Label = phone.Label,
        TakesTexts = phone.TakesTexts ?? true,
        TextsClosedAt = there?.TextsClosedAt,
    };
}

/// <summary>A number with its label, and for a phone of the boss whether it takes texts.</summary>
internal sealed record NumberConfig
{
    public required PhoneNumber Number { get; init; }

    public required string Label { get; init; }

    public bool? TakesTexts { get; init; }
}

/// <summary>A number the desk takes no calls from.</summary>
internal sealed record BlockedConfig
{
    public required PhoneNumber Number { get; init; }

    public string? Why { get; init; }
}

/// <summary>A deal in progress.</summary>
internal sealed record MatterConfig
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    public static MatterConfig Of(Matter matter) => new() { Name = matter.Name, Words = matter.Words };

    public static IReadOnlyList<Matter> Over(IReadOnlyList<MatterConfig> matters, IReadOnlyList<Matter> there, Func<Guid> newId) =>
        [.. matters.Select(matter => new Matter
        {
            Id = there.FirstOrDefault(old => string.Equals(old.Name, matter.Name, StringComparison.Ordinal))?.Id ?? newId(),
            Name = matter.Name,
            Words = matter.Words,
        })];
}
