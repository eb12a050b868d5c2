using System.Globalization;
using FrontDesk.Reminders;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Pages;

/// <summary>How a desk reminds its boss, as its people type it; what is left empty is as usual.</summary>
public sealed record ReminderForm
{
    private const int EmptyRows = 2;

    /// <summary>None for the usual ones.</summary>
    public IList<RungRow> Rungs { get; init; } = [];

    /// <summary>Minutes.</summary>
    public string? RepeatEvery { get; init; }

    /// <summary>Empty: however late.</summary>
    public string? AsapHours { get; init; }

    public string? TodayHours { get; init; }

    public static ReminderForm Of(Reminding reminding)
    {
        var config = ReminderConfig.Of(reminding);
        return new()
        {
            Rungs = [.. config.Ladder.Select(RungRow.Of)],
            RepeatEvery = TypedNumber.Write(config.RepeatEvery),
            AsapHours = config.UsefulFor.Asap is { } minutes ? TypedNumber.WriteHours(minutes) : null,
            TodayHours = TypedNumber.WriteHours(config.UsefulFor.Today),
        };
    }

    public ReminderForm WithoutEmptyRows() => this with { Rungs = [.. Rungs.Where(row => !row.IsEmpty)] };

    public ReminderForm WithRoom() => this with { Rungs = [.. Rungs, .. Enumerable.Repeat(new RungRow { By = RungWay.TextThenCall }, EmptyRows)] };

    /// <summary>What cannot be, each at its field.</summary>
    public IReadOnlyList<FieldFault> Faults() =>
    [
        .. Rungs.SelectMany((row, at) => row.Faults(at)),
        .. Rungs.Count(row => !row.IsEmpty) is var count && count > ReminderConfig.RungCount.Most
            ? [new FieldFault(nameof(Rungs), $"There are {count} reminders; {ReminderConfig.RungCount.Most} are the most, and the last comes again and again.")] : Array.Empty<FieldFault>(),
        .. IsWrong(RepeatEvery, ReminderConfig.RepeatMinutes, TypedNumber.Read)
            ? [new FieldFault(nameof(RepeatEvery), $"The last reminder comes again after minutes that must be {ReminderConfig.RepeatMinutes}, not {ShownText.Quoted(RepeatEvery)}.")] : Array.Empty<FieldFault>(),
        .. IsWrong(AsapHours, ReminderConfig.UsefulMinutes, TypedNumber.ReadHours)
            ? [new FieldFault(nameof(AsapHours), $"A reminder of an ASAP call is sent {UsefulHours} hours late at most, not {ShownText.Quoted(AsapHours)}.")] : Array.Empty<FieldFault>(),
        .. IsWrong(TodayHours, ReminderConfig.UsefulMinutes, TypedNumber.ReadHours)
            ? [new FieldFault(nameof(TodayHours), $"A reminder of a Call-today call is sent {UsefulHours} hours late at most, not {ShownText.Quoted(TodayHours)}.")] : Array.Empty<FieldFault>(),
    ];

    /// <summary>Only of a form without faults.</summary>
    public Reminding ToReminding()
    {
        var usual = ReminderConfig.Of(Reminding.Usual);
        return new ReminderConfig
        {
            Ladder = Rungs.Count == 0 ? usual.Ladder : [.. Rungs.Select(row => row.ToRung())],
            RepeatEvery = TypedNumber.Read(RepeatEvery) ?? usual.RepeatEvery,
            UsefulFor = new UsefulConfig { Asap = TypedNumber.ReadHours(AsapHours), Today = TypedNumber.ReadHours(TodayHours) ?? usual.UsefulFor.Today },
        }.ToReminding();
    }

    private static string UsefulHours => $"{TypedNumber.WriteHours(ReminderConfig.UsefulMinutes.Least)} to {TypedNumber.WriteHours(ReminderConfig.UsefulMinutes.Most)}";

    private static bool IsWrong(string? text, WholeNumbers among, Func<string?, int?> read) =>
        !string.IsNullOrWhiteSpace(text) && !(read(text) is { } number && among.Have(number));
}

/// <summary>One reminder of an ASAP call, as typed.</summary>
public sealed record RungRow
{
    /// <summary>Minutes after the one before, or after the call.</summary>
    public string? After { get; init; }

    public RungWay? By { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(After);

    internal static RungRow Of(RungConfig rung) => new() { After = TypedNumber.Write(rung.After), By = rung.By };

    public IEnumerable<FieldFault> Faults(int at)
    {
        if (!IsEmpty && !(TypedNumber.Read(After) is { } minutes && ReminderConfig.WaitOf(at).Have(minutes)))
        {
            yield return new FieldFault($"Rungs[{at}].After", $"The minutes of reminder {at + 1} must be {ReminderConfig.WaitOf(at)}, not {ShownText.Quoted(After)}.");
        }

        if (By is not { } way || !Enum.IsDefined(way))
        {
            yield return new FieldFault($"Rungs[{at}].By", $"Choose one of the ways that are offered for reminder {at + 1}.");
        }
    }

    /// <summary>Why it would be passed over, whenever it comes; null where it would not.</summary>
    public SkipReason? Skipped(RungPhones phones) =>
        !IsEmpty && By is { } way && Enum.IsDefined(way)
        && LadderWalk.Next(new ReminderLadder([new Rung(way, TimeSpan.Zero)], ReminderLadder.Usual.RepeatEvery), default, phones) is RungStep.Rings { Skipped: [var skip, ..] }
            ? skip.Why : null;

    internal RungConfig ToRung() => new() { By = By!.Value, After = TypedNumber.Read(After)!.Value };
}

/// <summary>What cannot be, in a sentence, and in which field.</summary>
public sealed record FieldFault(string Field, string Sentence);

/// <summary>Numbers kept as typed until they can be read.</summary>
internal static class TypedNumber
{
    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int? Read(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Two places tell every minute from the next.
    public static string WriteHours(int minutes) => (minutes / 60d).ToString("0.##", CultureInfo.InvariantCulture);

    /// <returns>Minutes.</returns>
    public static int? ReadHours(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? (int)Math.Round(hours * 60) : null;
}
