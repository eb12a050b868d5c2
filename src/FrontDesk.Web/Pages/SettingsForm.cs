using FrontDesk.Contacts;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Reminders;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>How a desk works, as its people type it, kept as typed until it can be read.</summary>
public sealed record SettingsForm
{
    private const int MostRows = 12;

    private static readonly char[] Separators = [',', ';', '\n', '\r'];

    /// <summary>The desk's, as it was read.</summary>
    public int Version { get; init; }

    public string? Persona { get; init; }

    public string? AssistantNumber { get; init; }

    public string? Zone { get; init; }

    public TimeOnly? WakingFrom { get; init; }

    public TimeOnly? WakingTo { get; init; }

    public TimeOnly? Opens { get; init; }

    public TimeOnly? Closes { get; init; }

    /// <summary>Weekdays and dates, between commas or each on its line.</summary>
    public string? DaysOff { get; init; }

    public IList<PhoneRow> Phones { get; init; } = [];

    public ReachWay? Reach { get; init; }

    /// <summary>Country codes between commas; none for those of the desk's own lines.</summary>
    public string? Dials { get; init; }

    public ReminderForm Reminders { get; init; } = new();

    public Paper? Paper { get; init; }

    public IList<CopyTimeRow> Times { get; init; } = [];

    public string? MailTo { get; init; }

    public static SettingsForm Of(Desk desk) => new()
    {
        Version = desk.Version,
        Persona = desk.Persona,
        AssistantNumber = desk.AssistantNumber is { } number ? SheetWords.Of(number) : null,
        Zone = desk.Zone,
        WakingFrom = desk.Hours.WakingFrom,
        WakingTo = desk.Hours.WakingTo,
        Opens = desk.Hours.Opens,
        Closes = desk.Hours.Closes,
        DaysOff = string.Join(", ", desk.DaysOff.Words),
        Phones = [.. desk.Phones.Select(PhoneRow.Of)],
        Reach = desk.Reach,
        Dials = string.Join(", ", desk.Dials ?? []),
        Reminders = ReminderForm.Of(desk.Reminding),
        Paper = desk.Copies.Paper,
        Times = [.. desk.Copies.Times.Select(CopyTimeRow.Of)],
        MailTo = string.Join(", ", desk.Copies.MailTo),
    };

    /// <summary>Without the rows nobody wrote on.</summary>
    public SettingsForm WithoutEmptyRows() => this with
    {
        Phones = [.. Phones.Where(row => !row.IsEmpty)],
        Reminders = Reminders.WithoutEmptyRows(),
        Times = [.. Times.Where(row => !row.IsEmpty)],
    };

    /// <summary>With empty rows to write on.</summary>
    public SettingsForm WithRoom() =>
        this with { Phones = [.. Phones, new PhoneRow()], Reminders = Reminders.WithRoom(), Times = [.. Times, new CopyTimeRow()] };

    /// <summary>Everything that keeps a desk from working like this, a sentence each.</summary>
    public IReadOnlyList<string> Faults(PhoneNumber? home) =>
    [
        .. CardText.Line(Persona) is { Length: <= CardText.Longest } ? Array.Empty<string>() : [$"Whoever answers needs a name of at most {CardText.Longest} characters."],
        .. IsNoNumber(AssistantNumber, home) ? [NumberRow.Unreadable(AssistantNumber!)] : Array.Empty<string>(),
        .. DeskClock.Knows(Zone ?? "") ? Array.Empty<string>() : [$"{ShownText.Quoted(Zone)} is no time zone; write one like America/Los_Angeles."],
        .. WakingFrom is null || WakingTo is null || Opens is null || Closes is null ? ["Each of the hours needs a time, like 07:30."] : Array.Empty<string>(),
        .. FrontDesk.Desks.DaysOff.Read(Listed(DaysOff)) is null ? ["Days off are weekdays like saturday, not all seven, and dates like 2026-12-25."] : Array.Empty<string>(),
        .. Phones.SelectMany(row => row.Faults(home)),
        .. Phones.Select(row => row.Read(home)).OfType<PhoneNumber>().GroupBy(number => number).Where(group => group.Count() > 1)
            .Select(group => $"The phone {SheetWords.Of(group.Key)} stands there twice."),
        .. Reach is { } way && Enum.IsDefined(way) && Paper is { } paper && Enum.IsDefined(paper) ? Array.Empty<string>() : ["Choose one of the ways and papers that are offered."],
        .. Listed(Dials).Where(code => !CountryCode.IsOne(code)).Select(code => $"{ShownText.Quoted(code)} is no country code; write one like 1 or 44."),
        .. Reminders.Faults().Select(fault => fault.Sentence),
        .. Times.SelectMany(row => row.Faults()),
        .. Listed(MailTo).Where(address => !MailAddress.IsOne(address)).Select(address => $"{ShownText.Quoted(address)} is no mail address; write one like margaret@example.org."),
        .. Phones.Count > MostRows || Times.Count > MostRows ? [$"A desk has at most {MostRows} phones and {MostRows} times."] : Array.Empty<string>(),
    ];

    /// <summary>The phones a rung has to choose from, as long as none has had its share.</summary>
    public RungPhones RungPhones(PhoneNumber? home) => new(
        [.. Phones.SelectMany(row => row.Read(home) is { } number ? [new RungPhone(number, row.TakesTexts)] : Array.Empty<RungPhone>())],
        WrittenNumber.Read(AssistantNumber ?? "", home) is { } assistant ? new RungPhone(assistant.Number, CanBeTexted: true) : null);

    /// <summary>The desk as the form wants it; only of a form without faults. A phone that stays keeps what its carrier said of it.</summary>
    public Desk Over(Desk desk, PhoneNumber? home, Func<Guid> newId) => desk with
    {
        Version = Version,
        Persona = CardText.Line(Persona)!,
        AssistantNumber = WrittenNumber.Read(AssistantNumber ?? "", home)?.Number,
        Zone = Zone!,
        Hours = new DeskHours { WakingFrom = WakingFrom!.Value, WakingTo = WakingTo!.Value, Opens = Opens!.Value, Closes = Closes!.Value },
        DaysOff = FrontDesk.Desks.DaysOff.Read(Listed(DaysOff))!,
        Phones = [.. Phones.Select((row, at) => (row, at)).OrderBy(entry => entry.row.Order ?? int.MaxValue).ThenBy(entry => entry.at).Select(entry => entry.row.Over(desk, home, newId))],
        Reach = Reach!.Value,
        Dials = Listed(Dials) is { Count: > 0 } codes ? codes : null,
        Reminding = Reminders.ToReminding(),
        Copies = new CopyOrders
        {
            Paper = Paper!.Value,
            Times = [.. Times.Select(row => row.ToTime())],
            MailTo = [.. Listed(MailTo).Distinct(StringComparer.OrdinalIgnoreCase)],
        },
    };

    private static bool IsNoNumber(string? text, PhoneNumber? home) => !string.IsNullOrWhiteSpace(text) && WrittenNumber.Read(text, home) is null;

    private static List<string> Listed(string? text) => [.. (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>A phone of the boss, as typed.</summary>
public sealed record PhoneRow
{
    /// <summary>Phones are tried in this order; those without one last, as they stand.</summary>
    public int? Order { get; init; }

    public string? Number { get; init; }

    public string? Label { get; init; }

    public bool TakesTexts { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Number);

    public static PhoneRow Of(BossPhone phone, int at) => new() { Order = at + 1, Number = SheetWords.Of(phone.Number), Label = phone.Label, TakesTexts = phone.TakesTexts };

    public PhoneNumber? Read(PhoneNumber? home) => WrittenNumber.Read(Number ?? "", home)?.Number;

    public IEnumerable<string> Faults(PhoneNumber? home) =>
        Read(home) is null ? [NumberRow.Unreadable(Number!)]
        : CardText.Line(Label) is not { Length: <= CardText.Longest } ? [$"The phone {SheetWords.Of(Read(home)!.Value)} needs a label like cell or car."]
        : [];

    public BossPhone Over(Desk desk, PhoneNumber? home, Func<Guid> newId)
    {
        var there = desk.Phones.FirstOrDefault(phone => phone.Number == Read(home));
        return new BossPhone
        {
            Id = there?.Id ?? newId(),
            Number = Read(home)!.Value,
            Label = CardText.Line(Label)!,
            TakesTexts = TakesTexts,
            TextsClosedAt = there?.TextsClosedAt,
        };
    }
}

/// <summary>A time at which a copy is made by itself, as typed.</summary>
public sealed record CopyTimeRow
{
    public TimeOnly? At { get; init; }

    public string? Days { get; init; }

    public bool IsEmpty => At is null && string.IsNullOrWhiteSpace(Days);

    public static CopyTimeRow Of(CopyTime time) => new() { At = time.At, Days = CopyDays.Words(time.Days) };

    public IEnumerable<string> Faults() =>
        At is null ? ["A copy that is made by itself needs a time, like 08:30."]
        : CopyDays.Read(Days) is null ? [$"{ShownText.Quoted(Days)} are no days; write weekdays, every day, or days like mon, wed."]
        : [];

    public CopyTime ToTime() => new() { At = At!.Value, Days = CopyDays.Read(Days)! };
}
