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

    /// <summary>Too late to be of use by themselves: counted in a digest, and on the sheet.</summary>
    public IReadOnlyList<NudgedLine> Expired { get; init; } = [];

    /// <summary>Every phone was tried.</summary>
    public IReadOnlyList<DueReminder> OutOfPhones { get; init; } = [];

    public IReadOnlyList<PutOff> PutOff { get; init; } = [];

    public IReadOnlyList<Nudge> Nudges { get; init; } = [];

    public static DueNow Of(IReadOnlyList<DueReminder> due, PhoneSheet sheet, BossNow boss, Reminding reminding, DateTimeOffset now)
    {
        var standing = due
            .Where(reminder => !reminder.Overtaken)
            .GroupBy(reminder => (reminder.CallId, reminder.Kind))
            .Select(same => same.MaxBy(reminder => reminder.Slot)!)
            .Join(sheet.Lines, reminder => reminder.CallId, line => line.Chased, (reminder, line) => new NudgedLine(reminder.Aged(reminding, now), line))
            .Where(nudged => nudged.Line.Code == CodeFor(nudged.Reminder.Kind))
            .OrderBy(nudged => Rank(sheet, nudged.Line))
            .ToList();
        var waiting = standing.Where(nudged => !nudged.Reminder.IsExpired && WaitsUntil(nudged.Line, boss) is not null).ToList();
        var going = standing.Where(nudged => WaitsUntil(nudged.Line, boss) is null).Select(nudged => Stepping(nudged, reminding, boss)).ToList();
        var (texts, calls) = (ByText(going, boss, now), ByVoice(going, boss, now));
        var kept = standing.Select(nudged => nudged.Reminder.Id).ToHashSet();
        return new DueNow
        {
            Dropped = [.. due.Where(reminder => !kept.Contains(reminder.Id))],
            Expired = [.. standing.Where(nudged => nudged.Reminder.ExpiresNow)],
            OutOfPhones = [.. going.Where(nudged => nudged.Step is RungStep.HasRung).Select(nudged => nudged.Reminder), .. calls.OutOfPhones],
            PutOff = [.. waiting.Select(nudged => new PutOff(nudged.Reminder, WaitsUntil(nudged.Line, boss)!.Value)), .. texts.PutOff, .. calls.PutOff],
            Nudges = [.. texts.Nudges, .. calls.Nudges],
        };
    }

    private static NudgedLine Stepping(NudgedLine nudged, Reminding reminding, BossNow boss) =>
        nudged with { Step = LadderWalk.Next(nudged.Reminder.IsExpired ? ReminderLadder.Usual : reminding.LadderOf(nudged.Reminder.Kind), nudged.Reminder.Place, boss.RungPhones) };

    private static DateTimeOffset? WaitsUntil(SheetLine line, BossNow boss) =>
        line.Wakes ? null
        : line.Code == CallCode.CallAsap || boss.HeldUntil is null || boss.WakesAt > boss.HeldUntil ? boss.WakesAt
        : boss.HeldUntil;

    private static DueNow ByText(List<NudgedLine> going, BossNow boss, DateTimeOffset now)
    {
        var byPhone = going.Where(nudged => nudged.Step is RungStep.Goes { ByVoice: false }).GroupBy(nudged => ((RungStep.Goes)nudged.Step!).To);
        var texts = byPhone.Select(phone => ByText([.. phone], phone.Key, boss.SentTo(Channel.Text, phone.Key), now)).ToList();
        return new DueNow { Nudges = [.. texts.SelectMany(text => text.Nudges)], PutOff = [.. texts.SelectMany(text => text.PutOff)] };
    }

    private static DueNow ByText(List<NudgedLine> lines, PhoneNumber to, IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        if (Throttle.Texts.Left(sent, now) is var left && left == 0)
        {
            return HasHadItsShare(lines, Throttle.Texts.MayGoAt(sent, now));
        }

        var texts = Texts(lines, to);
        return new DueNow { Nudges = texts.Count > left || lines.Exists(nudged => nudged.Reminder.WasThrottled || nudged.Reminder.IsExpired) ? InOne(lines, to) : texts };
    }

    /// <summary>One phone rings at a time: that of the most important line; the others come after.</summary>
    private static DueNow ByVoice(List<NudgedLine> going, BossNow boss, DateTimeOffset now)
    {
        var ringing = going.Where(nudged => nudged.Step is RungStep.Rings).ToList();
        var next = ringing.Count == 0 ? null : NextPhone(boss.Phones, ringing);
        var outOfPhones = boss.OnThePhone || next is not null ? [] : ringing;
        var lines = going.Except(outOfPhones).Where(nudged => nudged.Step is RungStep.Rings or RungStep.Goes { ByVoice: true }).ToList();
        if (lines.Count == 0 || boss.OnThePhone)
        {
            return new DueNow { OutOfPhones = [.. outOfPhones.Select(nudged => nudged.Reminder)], PutOff = After(lines) };
        }

        var phone = PhoneOf(lines[0]);
        var spoken = lines.Where(nudged => PhoneOf(nudged) == phone).ToList();
        var sent = boss.SentTo(Channel.Call, phone);
        var call = Throttle.Calls.Left(sent, now) == 0
            ? HasHadItsShare(spoken, Throttle.Calls.MayGoAt(sent, now))
            : new DueNow { Nudges = [new Nudge(Channel.Call, PurposeOf(spoken), phone, spoken)] };
        return call with { OutOfPhones = [.. outOfPhones.Select(nudged => nudged.Reminder)], PutOff = [.. call.PutOff, .. After(lines.Except(spoken))] };

        PhoneNumber PhoneOf(NudgedLine nudged) => nudged.Step is RungStep.Goes { To: var to } ? to : next!.Value;
        List<PutOff> After(IEnumerable<NudgedLine> later) => [.. later.Select(nudged => new PutOff(nudged.Reminder, now + WhileOnThePhone))];
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
    private static PhoneNumber? NextPhone(IReadOnlyList<ReachablePhone> phones, List<NudgedLine> ringing)
    {
        var tried = ringing.Max(nudged => nudged.Reminder.LastChannel == Channel.Call ? IndexOf(phones, nudged.Reminder.LastNumber) : -1);
        return tried + 1 < phones.Count ? phones[tried + 1].Number : null;
    }

    private static int IndexOf(IReadOnlyList<ReachablePhone> phones, PhoneNumber? number) =>
        phones.ToList().FindIndex(phone => phone.Number == number);

    private static IntentPurpose PurposeOf(List<NudgedLine> lines) =>
        lines is [{ Reminder: { Kind: ReminderKind.Asap, IsExpired: false } }] ? IntentPurpose.Reminder : IntentPurpose.Digest;

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
