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

    /// <param name="wakesAt">Null while the boss is awake.</param>
    /// <param name="heldUntil">Until then the boss wants to hear of ASAP calls only; null where she does not.</param>
    /// <param name="onThePhone">We are already ringing the boss.</param>
    public static DueNow Of(
        IReadOnlyList<DueReminder> due,
        PhoneSheet sheet,
        IReadOnlyList<ReachablePhone> phones,
        DateTimeOffset? wakesAt,
        DateTimeOffset? heldUntil,
        bool onThePhone,
        DateTimeOffset now)
    {
        var standing = due
            .Where(reminder => !reminder.Overtaken)
            .GroupBy(reminder => (reminder.CallId, reminder.Kind))
            .Select(same => same.MaxBy(reminder => reminder.Slot)!)
            .Join(sheet.Lines, reminder => reminder.CallId, line => line.Id, (reminder, line) => new NudgedLine(reminder, line))
            .Where(nudged => nudged.Line.Code == CodeFor(nudged.Reminder.Kind))
            .OrderBy(nudged => Rank(sheet, nudged.Line))
            .ToList();
        var dropped = due.Except(standing.Select(nudged => nudged.Reminder)).ToList();
        var waiting = standing.Select(nudged => (nudged.Reminder, Until: WaitsUntil(nudged.Line, wakesAt, heldUntil))).ToList();
        PutOff[] putOff = [.. waiting.Where(one => one.Until is not null).Select(one => new PutOff(one.Reminder, one.Until!.Value))];
        var decided = Awake([.. standing.Where(nudged => putOff.All(other => other.Reminder != nudged.Reminder))], phones, onThePhone, now);
        return decided with { Dropped = dropped, PutOff = [.. decided.PutOff, .. putOff] };
    }

    private static DateTimeOffset? WaitsUntil(SheetLine line, DateTimeOffset? wakesAt, DateTimeOffset? heldUntil) =>
        line.Wakes ? null
        : line.Code == CallCode.CallAsap || heldUntil is null ? wakesAt
        : wakesAt > heldUntil ? wakesAt
        : heldUntil;

    private static DueNow Awake(IReadOnlyList<NudgedLine> standing, IReadOnlyList<ReachablePhone> phones, bool onThePhone, DateTimeOffset now)
    {
        var texted = phones.FirstOrDefault(phone => phone.CanBeTexted);
        var byVoice = standing.Where(nudged => texted is null || nudged.Reminder.WantsVoice).ToList();
        var byText = standing.Except(byVoice).ToList();
        var nudges = texted is null ? [] : Texts(byText, texted.Number);
        if (byVoice.Count == 0)
        {
            return new DueNow { Nudges = nudges };
        }

        List<DueReminder> spoken = [.. byVoice.Select(nudged => nudged.Reminder)];
        if (onThePhone)
        {
            return new DueNow { Nudges = nudges, PutOff = [.. spoken.Select(reminder => new PutOff(reminder, now + WhileOnThePhone))] };
        }

        return NextPhone(phones, spoken) is { } phone
            ? new DueNow { Nudges = [.. nudges, new Nudge(Channel.Call, PurposeOf(byVoice), phone, byVoice)] }
            : new DueNow { Nudges = nudges, OutOfPhones = spoken };
    }

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
public readonly record struct PutOff(DueReminder Reminder, DateTimeOffset Until);
