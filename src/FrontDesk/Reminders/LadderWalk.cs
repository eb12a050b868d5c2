namespace FrontDesk.Reminders;

/// <summary>Which rung a due reminder takes. One that cannot be taken leads to the next; past the last one every phone of the boss is rung: nothing is lost.</summary>
public static class LadderWalk
{
    public static RungStep Next(ReminderLadder ladder, RungPlace at, RungPhones phones)
    {
        // The ladder may be a shorter one by now; whoever rings all phones is past its end for good.
        at = at.Last == LastTry.None ? at with { Rung = ladder.Place(at.Rung) } : at;
        var stoodOn = at.Rung < ladder.Rungs.Count ? ladder.Rungs[at.Rung].By : (RungWay?)null;
        return (stoodOn, at.Last) switch
        {
            (null, _) or (RungWay.TextThenCall, not LastTry.None) => new RungStep.Rings(at.Rung, []),
            (_, LastTry.CallPlaced) => new RungStep.HasRung(),
            (_, LastTry.None) => Climb(ladder, at.Rung, failed: null, at, phones),
            (_, LastTry.TextLost or LastTry.CallRefused) => Climb(ladder, at.Rung + 1, stoodOn, at, phones),
            _ => throw new InvalidOperationException($"A try ends in one of four ways, not in {at.Last}."),
        };
    }

    private static RungStep Climb(ReminderLadder ladder, int first, RungWay? failed, RungPlace at, RungPhones phones)
    {
        var skipped = new List<RungSkip>();
        for (var rung = first; rung < ladder.Rungs.Count; rung++)
        {
            var by = ladder.Rungs[rung].By;
            if (by == RungWay.TextThenCall)
            {
                return TextThenCall(rung, at.Last, phones, skipped);
            }

            // What just failed, or could not be, a rung below will not do here either.
            if (by == failed || skipped.Exists(skip => skip.By == by))
            {
                continue;
            }

            var (to, why) = Find(by, at, phones);
            if (to is { } phone)
            {
                return new RungStep.Goes(rung, by, phone, by is RungWay.Call or RungWay.NextPhone, skipped);
            }

            skipped.Add(new RungSkip(rung, by, why));
        }

        return new RungStep.Rings(ladder.Rungs.Count, skipped);
    }

    private static RungStep TextThenCall(int rung, LastTry last, RungPhones phones, List<RungSkip> skipped) =>
        last != LastTry.TextLost && phones.Boss.FirstOrDefault(phone => phone.CanBeTexted) is { } phone
            ? new RungStep.Goes(rung, RungWay.TextThenCall, phone.Number, ByVoice: false, skipped)
            : new RungStep.Rings(rung, skipped);

    private static (PhoneNumber? To, SkipReason Why) Find(RungWay by, RungPlace at, RungPhones phones) => by switch
    {
        RungWay.Text => Text(phones.Boss.FirstOrDefault(phone => phone.CanBeTexted), SkipReason.TextsClosed),
        RungWay.Assistant when phones.Assistant is { CanBeTexted: false } => (null, SkipReason.TextsClosed),
        RungWay.Assistant => Text(phones.Assistant, SkipReason.NoAssistant),
        RungWay.Call => Call(phones.Boss is [var first, ..] ? first : null),
        RungWay.NextPhone => Call(After(at.LastPhone, phones.Boss)),
        RungWay.TextThenCall => throw new InvalidOperationException("That rung is never skipped."),
    };

    private static (PhoneNumber? To, SkipReason Why) Text(RungPhone? phone, SkipReason otherwise) => phone switch
    {
        null => (null, otherwise),
        { TextsThrottled: true } => (null, SkipReason.Throttled),
        _ => (phone.Number, default),
    };

    private static (PhoneNumber? To, SkipReason Why) Call(RungPhone? phone) => phone switch
    {
        null => (null, SkipReason.NoPhone),
        { CallsThrottled: true } => (null, SkipReason.Throttled),
        _ => (phone.Number, default),
    };

    /// <returns>Null where she has no other phone.</returns>
    private static RungPhone? After(PhoneNumber? last, IReadOnlyList<RungPhone> phones)
    {
        var tried = Math.Max(0, phones.ToList().FindIndex(phone => phone.Number == last));
        return phones.Count < 2 ? null : phones[(tried + 1) % phones.Count];
    }
}
