namespace FrontDesk.Reminders;

/// <summary>By which way a rung reaches somebody. Numbers stand in the database.</summary>
public enum RungWay
{
    /// <summary>A text; where it cannot be or does not arrive, the boss's phones are rung one after the other.</summary>
    TextThenCall = 1,

    /// <summary>A text to the first phone of the boss that takes texts.</summary>
    Text = 2,

    /// <summary>The first phone of the boss is rung.</summary>
    Call = 3,

    /// <summary>The phone after the one tried last is rung; after the last one comes the first.</summary>
    NextPhone = 4,

    /// <summary>The assistant is texted.</summary>
    Assistant = 5,
}

/// <summary>One step of a ladder, and how long after the one before it (or after the call) it comes.</summary>
public sealed record Rung(RungWay By, TimeSpan Wait);

/// <summary>How the boss is chased about an ASAP call: rung after rung, and the last one again and again (R14).</summary>
public sealed record ReminderLadder(IReadOnlyList<Rung> Rungs, TimeSpan RepeatEvery)
{
    public const int MostRungs = 12;

    /// <summary>At once, after 15, 30 and 60 minutes, then hourly.</summary>
    public static readonly ReminderLadder Usual = new([.. new[] { 0, 15, 15, 30 }.Select(minutes => new Rung(RungWay.TextThenCall, TimeSpan.FromMinutes(minutes)))], TimeSpan.FromHours(1));

    /// <summary>What is past its end stays on the last rung.</summary>
    public int Place(int rung) => Math.Min(rung, Rungs.Count - 1);

    /// <summary>From the end of the call to the nudge with this number.</summary>
    public TimeSpan Delay(int slot)
    {
        var last = Rungs.Count - 1;
        var climbed = Rungs.Take(Math.Min(slot, last) + 1).Aggregate(TimeSpan.Zero, (sum, rung) => sum + rung.Wait);
        return climbed + (RepeatEvery * Math.Max(0, slot - last));
    }

    /// <summary>The last nudge whose time has come so long after the call; -1 while none has.</summary>
    public int LastPassed(TimeSpan since)
    {
        var last = Rungs.Count - 1;
        return since >= Delay(last)
            ? last + (int)((since - Delay(last)) / RepeatEvery)
            : Enumerable.Range(0, last).Count(slot => Delay(slot) <= since) - 1;
    }
}
