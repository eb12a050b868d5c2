namespace FrontDesk.Tests.Year;

/// <summary>
/// Whether what was seen is as R14 wants it. Tolerances: a reminder may come twelve minutes after its time (refusals, look-ups, a phone that is
/// engaged), an hour more while the phone has had its share; what was claimed while she was awake may be sent a minute later.
/// </summary>
public sealed class YearChecker(Seen seen)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan Share = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Throttled = TimeSpan.FromHours(1);
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Snooze = TimeSpan.FromMinutes(30);

    /// <summary>A key or a text may come late, and twice.</summary>
    private static readonly TimeSpan ActTakes = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);

    public IReadOnlyList<string> Complaints() =>
        [.. Log(), .. Sheets(), .. Nights(), .. seen.Calls.GroupBy(call => call.Name).SelectMany(Party)];

    private IEnumerable<string> Log() =>
    [
        .. seen.Reached.Except(seen.Logged).Select(sid => $"{sid} reached us and is on no log"),
        .. seen.Logged.Except(seen.Reached).Select(sid => $"{sid} is on the log and never was"),
        .. seen.Logged.GroupBy(sid => sid).Where(same => same.Count() > 1).Select(same => $"{same.Key} is on the log {same.Count()} times"),
    ];

    private IEnumerable<string> Sheets() => seen.Sheets.SelectMany(sheet =>
        sheet.Asap.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key} stands on the sheet of {sheet.At:u} {same.Count()} times"));

    private IEnumerable<string> Nights() => seen.Nudges
        .Where(nudge => !seen.Wall.IsAwake(nudge.At) && !seen.Wall.IsAwake(nudge.At - OnItsWay))
        .Where(nudge => nudge.ByText
            ? nudge.MoreThanNamed || nudge.About.Any(name => !seen.Calls.Any(call => call.Name == name && call.Wakes))
            : !seen.Calls.Any(call => call.Wakes && call.Ended - Skew < nudge.At && !(SettledAt(call) < nudge.At)))
        .Select(nudge => $"Reminded at {nudge.At:u}, {seen.Wall.Wall(nudge.At):HH:mm} of her night, of {string.Join(", ", nudge.About)}{(nudge.MoreThanNamed ? " and others" : "")}");

    private IEnumerable<string> Party(IGrouping<string, AsapCall> party)
    {
        List<AsapCall> calls = [.. party.OrderBy(call => call.Ended)];
        foreach (var (place, call) in calls.Index())
        {
            var settled = SettledAt(call);
            var next = calls.Skip(place + 1).Select(later => later.Told).Append(DateTimeOffset.MaxValue).Min();
            var until = Min(settled ?? seen.Until, next);
            // The desk may know of the next one's end before it must.
            var alone = calls.Skip(place + 1).Select(later => later.Ended).Append(until).Min();
            foreach (var complaint in Vanished(call, call.Talked is null ? settled : null).Concat(Ladder(call, until)).Concat(Doubles(call, calls.Take(place), alone)).Concat(AfterAll(call, settled, calls)))
            {
                yield return complaint;
            }
        }
    }

    private DateTimeOffset? SettledAt(AsapCall call) =>
        seen.Sheets.Where(sheet => sheet.At > call.Ended && !sheet.Asap.Contains(call.Name)).Select(sheet => (DateTimeOffset?)sheet.At).Append(call.Talked).Min();

    /// <summary>Off the sheet, and nobody had done anything.</summary>
    private IEnumerable<string> Vanished(AsapCall call, DateTimeOffset? settled)
    {
        if (settled is { } gone)
        {
            var stood = seen.Sheets.Where(sheet => sheet.At < gone && sheet.At > call.Ended).Select(sheet => sheet.At).Append(call.Began).Max();
            if (!seen.Acts.Any(act => act + ActTakes >= stood && act <= gone))
            {
                yield return $"{call.Name} is off the sheet of {gone:u} and nobody returned the call or let it go";
            }
        }
    }

    private IEnumerable<string> Ladder(AsapCall call, DateTimeOffset until)
    {
        var nudges = seen.Nudges.Where(nudge => nudge.At > call.Ended - Skew && Tells(nudge, call)).Select(nudge => nudge.At).Order().ToList();
        var (last, due) = (call.Told, Max(call.Told, call.Ended));
        while (true)
        {
            var limit = LimitOf(call, last, due);
            if (limit >= until)
            {
                yield break;
            }

            if (nudges.Select(at => (DateTimeOffset?)at).FirstOrDefault() is not { } nudged || nudged > limit)
            {
                yield return $"Nothing said of {call.Name}, whose call ended {call.Ended:u}, between {last:u} and {limit:u}, owed until {until:u}";
                yield break;
            }

            last = nudged;
            nudges.RemoveAll(at => at <= nudged);
            due = Max(Steps(call).First(step => step > nudged + Skew), call.Told);
        }
    }

    /// <summary>By then at the latest: her night, a snooze and a phone that has had its share counted in.</summary>
    private DateTimeOffset LimitOf(AsapCall call, DateTimeOffset last, DateTimeOffset due)
    {
        var at = Waking(call, due);
        while (seen.Snoozes.Where(snooze => snooze >= last - ActTakes && snooze <= at + Late).Select(snooze => Waking(call, snooze + ActTakes + Snooze)).Append(at).Max() is var later && later > at)
        {
            at = later;
        }

        var texts = seen.Nudges.Where(nudge => nudge.ByText && nudge.At <= at + Late).Select(nudge => nudge.At).ToList();
        // Of the eleven an hour and five a quarter one may be lost on its way to the carrier: the desk counts it, for it cannot know.
        var full = texts.Count(sent => sent > at - Throttled) >= 11 - 1 || texts.Count(sent => sent > at - Share) >= 5 - 1;
        // What is refused late in the evening is put off to the morning.
        var limit = (full ? Waking(call, at + Throttled) : at) + Late;
        return Waking(call, limit) is var morning && morning > limit ? morning + Late : limit;
    }

    private IEnumerable<string> Doubles(AsapCall call, IEnumerable<AsapCall> before, DateTimeOffset until)
    {
        // The step of the call before may fall into the very second in which this one ends.
        var sameSecond = before.Any(earlier => Steps(earlier).First(step => step >= call.Ended - Skew) <= call.Told + Skew) ? 1 : 0;
        var texts = seen.Nudges.Where(nudge => nudge.ByText && nudge.About.Contains(call.Name) && nudge.At > call.Told - Skew && nudge.At < until).Select(nudge => nudge.At + Skew).Skip(sameSecond).ToList();
        foreach (var step in texts.GroupBy(at => Steps(call).TakeWhile(step => step <= at).Last()).Where(step => step.Count() > 1))
        {
            if (step.Count() > 1 + seen.Snoozes.Count(snooze => snooze > step.Key - Throttled && snooze <= step.Max()))
            {
                yield return $"Texted of {call.Name} {step.Count()} times in the step of {step.Key:u}: {string.Join(", ", step.Select(at => $"{at:u}"))}";
            }
        }
    }

    private IEnumerable<string> AfterAll(AsapCall call, DateTimeOffset? settled, List<AsapCall> calls)
    {
        var anew = calls.Where(other => other.Began > call.Began).Select(other => other.Began).Append(DateTimeOffset.MaxValue).Min();
        return seen.Nudges
            .Where(nudge => nudge.ByText && nudge.About.Contains(call.Name) && nudge.At > settled + OnItsWay && nudge.At < anew)
            .Select(nudge => $"Texted of {call.Name} at {nudge.At:u}, settled by {settled:u}");
    }

    private DateTimeOffset Waking(AsapCall call, DateTimeOffset at) => call.Wakes ? at : seen.Wall.NextAwake(at);

    private static bool Tells(SeenNudge nudge, AsapCall call) => nudge.About.Contains(call.Name) || nudge.MoreThanNamed;

    /// <summary>At once, after 15, 30 and 60 minutes, then hourly.</summary>
    private static IEnumerable<DateTimeOffset> Steps(AsapCall call) =>
        new[] { 0, 15, 30 }.Concat(Enumerable.Range(1, 24 * 400).Select(hour => hour * 60)).Select(minutes => call.Ended.AddMinutes(minutes));

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
