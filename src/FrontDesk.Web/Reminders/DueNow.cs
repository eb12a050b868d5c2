using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>What one desk's due reminders come to at this moment: who is nudged how, what waits, and what is settled.</summary>
public sealed record DueNow
{
    /// <summary>More than so many texts at once are a backlog, and are told in one (T77).</summary>
    public const int MostTextsAtOnce = 3;

    private static readonly TimeSpan WhileOnThePhone = TimeSpan.FromMinutes(2);

    /// <summary>No longer owed, no longer of that importance, or told by another reminder of this round.</summary>
    public IReadOnlyList<DueReminder> Dropped { get; init; } = [];

    /// <summary>Every phone was tried.</summary>
    public IReadOnlyList<DueReminder> OutOfPhones { get; init; } = [];

    public IReadOnlyList<PutOff> PutOff { get; init; } = [];

    public IReadOnlyList<Nudge> Nudges { get; init; } = [];

    public static DueNow Of(IReadOnlyList<DueReminder> due, PhoneSheet sheet, BossNow boss, DateTimeOffset now)
    {
        var standing = due
            .Where(reminder => !reminder.Overtaken)
            .GroupBy(reminder => (reminder.CallId, reminder.Kind))
            .Select(same => same.MaxBy(reminder => reminder.Slot)!)
            .Join(sheet.Lines, reminder => reminder.CallId, line => line.Chased, (reminder, line) => new NudgedLine(reminder, line))
            .Where(nudged => nudged.Line.Code == CodeFor(nudged.Reminder.Kind))
            .OrderBy(nudged => Rank(sheet, nudged.Line))
            .ToList();
        var going = standing.Where(nudged => WaitsUntil(nudged.Line, boss) is null).ToList();
        var (texts, calls) = (ByText(going, boss, now), ByVoice(going, boss, now));
        return new DueNow
        {
            Dropped = [.. due.Except(standing.Select(nudged => nudged.Reminder))],
            OutOfPhones = calls.OutOfPhones,
            PutOff = [.. standing.Except(going).Select(nudged => new PutOff(nudged.Reminder, WaitsUntil(nudged.Line, boss)!.Value)), .. texts.PutOff, .. calls.PutOff],
            Nudges = [.. texts.Nudges, .. calls.Nudges],
        };
    }

    private static DateTimeOffset? WaitsUntil(SheetLine line, BossNow boss) =>
        line.Wakes ? null
        : line.Code == CallCode.CallAsap || boss.HeldUntil is null || boss.WakesAt > boss.HeldUntil ? boss.WakesAt
        : boss.HeldUntil;

    private static DueNow ByText(List<NudgedLine> going, BossNow boss, DateTimeOffset now)
    {
        if (boss.Phones.FirstOrDefault(phone => phone.CanBeTexted) is not { Number: var to } || going.Where(nudged => !nudged.Reminder.WantsVoice).ToList() is not { Count: > 0 } lines)
        {
            return new DueNow();
        }

        var sent = boss.SentTo(Channel.Text, to);
        if (Throttle.Texts.Left(sent, now) is var left && left == 0)
        {
            return HasHadItsShare(lines, Throttle.Texts.MayGoAt(sent, now));
        }

        var texts = Texts(lines, to);
        return new DueNow { Nudges = texts.Count > left || lines.Exists(nudged => nudged.Reminder.WasThrottled) ? InOne(lines, to) : texts };
    }

    private static DueNow ByVoice(List<NudgedLine> going, BossNow boss, DateTimeOffset now)
    {
        var texted = boss.Phones.Any(phone => phone.CanBeTexted);
        var lines = going.Where(nudged => !texted || nudged.Reminder.WantsVoice).ToList();
        List<DueReminder> spoken = [.. lines.Select(nudged => nudged.Reminder)];
        if (lines.Count == 0)
        {
            return new DueNow();
        }

        if (boss.OnThePhone)
        {
            return new DueNow { PutOff = [.. spoken.Select(reminder => new PutOff(reminder, now + WhileOnThePhone))] };
        }

        if (NextPhone(boss.Phones, spoken) is not { } phone)
        {
            return new DueNow { OutOfPhones = spoken };
        }

        var sent = boss.SentTo(Channel.Call, phone);
        return Throttle.Calls.Left(sent, now) == 0
            ? HasHadItsShare(lines, Throttle.Calls.MayGoAt(sent, now))
            : new DueNow { Nudges = [new Nudge(Channel.Call, PurposeOf(lines), phone, lines)] };
    }

    private static DueNow HasHadItsShare(List<NudgedLine> lines, DateTimeOffset until) =>
        new() { PutOff = [.. lines.Select(nudged => new PutOff(nudged.Reminder, until, Throttled: true))] };

    private static List<Nudge> InOne(List<NudgedLine> lines, PhoneNumber to) => [new Nudge(Channel.Text, PurposeOf(lines), to, lines)];

    private static List<Nudge> Texts(List<NudgedLine> byText, PhoneNumber to)
    {
        var asap = byText.Where(nudged => nudged.Reminder.Kind == ReminderKind.Asap).ToList();
        if (asap.Count > MostTextsAtOnce)
        {
            return [new Nudge(Channel.Text, IntentPurpose.Digest, to, byText)];
        }

        var nudges = asap.Select(nudged => new Nudge(Channel.Text, IntentPurpose.Reminder, to, [nudged])).ToList();
        var digest = byText.Except(asap).ToList();
        if (digest.Count > 0)
        {
            nudges.Add(new Nudge(Channel.Text, IntentPurpose.Digest, to, digest));
        }

        return nudges;
    }

    /// <summary>The phone after the one tried last; the first one while none was.</summary>
    private static PhoneNumber? NextPhone(IReadOnlyList<ReachablePhone> phones, List<DueReminder> spoken)
    {
        var tried = spoken.Max(reminder => reminder.LastChannel == Channel.Call ? IndexOf(phones, reminder.LastNumber) : -1);
        return tried + 1 < phones.Count ? phones[tried + 1].Number : null;
    }

    private static int IndexOf(IReadOnlyList<ReachablePhone> phones, PhoneNumber? number) =>
        phones.ToList().FindIndex(phone => phone.Number == number);

    private static IntentPurpose PurposeOf(List<NudgedLine> lines) =>
        lines.Count == 1 && lines[0].Reminder.Kind == ReminderKind.Asap ? IntentPurpose.Reminder : IntentPurpose.Digest;

    private static CallCode CodeFor(ReminderKind kind) => kind switch
    {
        ReminderKind.Asap => CallCode.CallAsap,
        ReminderKind.Digest => CallCode.CallToday,
    };

    private static int Rank(PhoneSheet sheet, SheetLine line) => sheet.Lines.TakeWhile(other => other.Id != line.Id).Count();
}

/// <summary>A reminder that must wait, and until when.</summary>
/// <param name="Throttled">Because the phone has had its share.</param>
public readonly record struct PutOff(DueReminder Reminder, DateTimeOffset Until, bool Throttled = false);
