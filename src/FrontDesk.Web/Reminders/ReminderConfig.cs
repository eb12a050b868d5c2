using System.Text.Json;
using FrontDesk.Reminders;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Reminders;

/// <summary>How a desk wants its boss reminded as JSON, in the books, in a configuration file and in the API; times are minutes.</summary>
internal sealed record ReminderConfig
{
    private const int OneDay = 24 * 60;
    private const int OneMonth = 30 * OneDay;

    public static readonly WholeNumbers RungCount = new(1, ReminderLadder.MostRungs);

    public static readonly WholeNumbers RepeatMinutes = new(5, OneDay);

    public static readonly WholeNumbers UsefulMinutes = new(60, OneMonth);

    public required IReadOnlyList<RungConfig> Ladder { get; init; }

    /// <summary>Minutes from the last rung to its repetition, again and again.</summary>
    public required int RepeatEvery { get; init; }

    public required UsefulConfig UsefulFor { get; init; }

    public static ReminderConfig Of(Reminding reminding) => new()
    {
        Ladder = [.. reminding.Ladder.Rungs.Select(rung => new RungConfig { By = rung.By, After = Minutes(rung.Wait) })],
        RepeatEvery = Minutes(reminding.Ladder.RepeatEvery),
        UsefulFor = new UsefulConfig
        {
            Asap = reminding.AsapUsefulFor is { } useful ? Minutes(useful) : null,
            Today = Minutes(reminding.TodayUsefulFor),
        },
    };

    // Two rungs at one moment would be one nudge, and the first of them lost.
    public static WholeNumbers WaitOf(int place) => new(place == 0 ? 0 : 1, OneDay);

    public static string? Write(Reminding reminding) => JsonSerializer.Serialize(Of(reminding), ConfigJson.Camel) is var json && json.Equals(UsualJson, StringComparison.Ordinal) ? null : json;

    public static Reminding Read(string? json) => json is null ? Reminding.Usual : JsonSerializer.Deserialize<ReminderConfig>(json, ConfigJson.Camel)!.ToReminding();

    public static ReminderConfig Read(ConfigNode node)
    {
        var usual = Of(Reminding.Usual);
        var config = new ReminderConfig
        {
            Ladder = node.Has("ladder") ? ReadLadder(node) : usual.Ladder,
            RepeatEvery = node.Number("repeatEvery", RepeatMinutes, usual.RepeatEvery),
            UsefulFor = node.Has("usefulFor") ? ReadUseful(node.Object("usefulFor"), usual.UsefulFor) : usual.UsefulFor,
        };
        node.NothingElse();
        return config;
    }

    public Reminding ToReminding() => new()
    {
        Ladder = new ReminderLadder([.. Ladder.Select(rung => new Rung(rung.By, TimeSpan.FromMinutes(rung.After)))], TimeSpan.FromMinutes(RepeatEvery)),
        AsapUsefulFor = UsefulFor.Asap is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        TodayUsefulFor = TimeSpan.FromMinutes(UsefulFor.Today),
    };

    private static string UsualJson => field ??= JsonSerializer.Serialize(Of(Reminding.Usual), ConfigJson.Camel);

    private static IReadOnlyList<RungConfig> ReadLadder(ConfigNode node)
    {
        var rungs = 0;
        var ladder = node.List("ladder", rung => ReadRung(rung, rungs++));
        if (!RungCount.Have(ladder.Count))
        {
            node.Problem("ladder", $"must have {RungCount.Least} to {RungCount.Most} rungs");
        }

        return ladder;
    }

    private static RungConfig ReadRung(ConfigNode node, int place)
    {
        if (!node.Has("by"))
        {
            node.Problem("by", "is missing");
        }

        return new RungConfig { By = node.Word("by", RungWay.TextThenCall), After = node.Number("after", WaitOf(place), otherwise: null) };
    }

    private static UsefulConfig ReadUseful(ConfigNode node, UsefulConfig usual)
    {
        var useful = new UsefulConfig
        {
            Asap = node.Has("asap") ? node.Number("asap", UsefulMinutes, otherwise: null) : null,
            Today = node.Number("today", UsefulMinutes, usual.Today),
        };
        node.NothingElse();
        return useful;
    }

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;
}

/// <summary>A rung, and the minutes it waits after the one before.</summary>
internal sealed record RungConfig
{
    public required RungWay By { get; init; }

    public required int After { get; init; }
}

/// <summary>How many minutes late a nudge is still sent by itself. asap null: however late.</summary>
internal sealed record UsefulConfig
{
    public int? Asap { get; init; }

    public required int Today { get; init; }
}
