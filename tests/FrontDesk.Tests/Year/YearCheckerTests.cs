using Xunit;

namespace FrontDesk.Tests.Year;

/// <summary>A checker that never complains proves nothing: here it is shown faulty years.</summary>
public sealed class YearCheckerTests
{
    private const string Danni = "Danni Okafor";

    private static readonly WallClock Wall = new("America/Los_Angeles", new TimeOnly(7, 0), new TimeOnly(22, 30));

    /// <summary>Ten in the morning of a Monday.</summary>
    private static readonly DateTimeOffset Ended = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Reminded after 0, 15, 30 and 60 minutes, settled after 80.</summary>
    private static Seen Faultless => new()
    {
        Wall = Wall,
        Until = Ended.AddHours(3),
        Calls = [new AsapCall(Danni, Ended.AddMinutes(-2), Ended, Ended, Wakes: false)],
        Nudges = [Text(0), Text(15), Text(30), Text(60)],
        Sheets = [Sheet(20, Danni), Sheet(79, Danni), Sheet(81)],
        Acts = [Ended.AddMinutes(80)],
        Snoozes = [],
        Reached = ["CA1"],
        Logged = ["CA1"],
    };

    [Fact]
    public void It_finds_nothing_where_nothing_is_wrong() => Assert.Empty(new YearChecker(Faultless).Complaints());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_finds_the_reminder_that_never_came(int missing) =>
        Complains("Nothing said of Danni Okafor", Faultless with { Nudges = [.. Faultless.Nudges.Where((_, place) => place != missing)] });

    [Fact]
    public void It_finds_the_reminder_that_came_too_late() =>
        Complains("Nothing said of Danni Okafor", Faultless with { Nudges = [Text(0), Text(15), Text(30), Text(79)] });

    [Fact]
    public void It_finds_a_snooze_that_never_ended() => Complains(
        "Nothing said of Danni Okafor",
        Faultless with { Nudges = [Text(0)], Snoozes = [Ended.AddMinutes(1)], Sheets = [Sheet(20, Danni), Sheet(170, Danni)] });

    [Fact]
    public void It_finds_the_reminder_that_was_sent_twice() =>
        Complains("2 times in the step", Faultless with { Nudges = [.. Faultless.Nudges, Text(17)] });

    [Fact]
    public void It_finds_the_reminder_of_a_call_that_was_settled() =>
        Complains("settled by", Faultless with { Nudges = [.. Faultless.Nudges, Text(120)] });

    [Fact]
    public void It_finds_the_reminder_in_her_night() =>
        Complains("of her night", Faultless with { Nudges = [.. Faultless.Nudges, new SeenNudge(Ended.AddHours(14), ByText: true, [Danni], MoreThanNamed: false)] });

    [Fact]
    public void It_knows_that_a_night_ends_an_hour_sooner_where_the_clocks_go_forward()
    {
        // A quarter past seven by the new time, a quarter past six by the old.
        var morning = new DateTimeOffset(2026, 3, 8, 14, 15, 0, TimeSpan.Zero);
        Assert.Empty(new YearChecker(NudgedAt(morning)).Complaints());
        Complains("06:45 of her night", NudgedAt(morning.AddMinutes(-30)));

        static Seen NudgedAt(DateTimeOffset at) => Faultless with { Calls = [], Sheets = [], Nudges = [new SeenNudge(at, ByText: true, [Danni], MoreThanNamed: false)] };
    }

    [Fact]
    public void It_knows_who_may_wake_her()
    {
        var night = Faultless with { Sheets = [], Until = Ended.AddHours(14), Nudges = [.. Enumerable.Range(0, 15).Select(hour => Text(hour * 60)), Text(15), Text(30)] };

        Complains("of her night", night);
        Assert.Empty(new YearChecker(night with { Calls = [Faultless.Calls[0] with { Wakes = true }] }).Complaints());
    }

    [Fact]
    public void It_finds_the_line_that_went_off_the_sheet_by_itself() => Complains("is off the sheet", Faultless with { Acts = [] });

    [Fact]
    public void It_finds_the_call_that_is_missing_made_up_or_there_twice()
    {
        Complains("is on no log", Faultless with { Logged = [] });
        Complains("never was", Faultless with { Logged = ["CA1", "CA2"] });
        Complains("2 times", Faultless with { Logged = ["CA1", "CA1"] });
        Complains("stands on the sheet", Faultless with { Sheets = [Sheet(20, Danni, Danni), Sheet(79, Danni), Sheet(81)] });
    }

    [Fact]
    public void It_knows_that_a_talk_was_told_of_late()
    {
        var nobodySaw = Faultless with { Nudges = [Text(0), Text(15)], Sheets = [Sheet(20, Danni), Sheet(200)], Until = Ended.AddHours(4), Acts = [Ended.AddMinutes(-1)] };

        Complains("Nothing said of Danni Okafor", nobodySaw);
        Assert.Empty(new YearChecker(nobodySaw with { Calls = [Faultless.Calls[0] with { Talked = Ended.AddMinutes(25) }] }).Complaints());
    }

    [Fact]
    public void It_goes_by_the_call_that_ended_last_though_the_end_of_an_earlier_one_was_told_later()
    {
        var earlier = new AsapCall(Danni, Ended.AddMinutes(-22), Ended.AddMinutes(-20), Ended.AddMinutes(5), Wakes: false);

        Assert.Empty(new YearChecker(Faultless with { Calls = [earlier, Faultless.Calls[0]] }).Complaints());
    }

    private static void Complains(string words, Seen seen) =>
        Assert.Contains(new YearChecker(seen).Complaints(), complaint => complaint.Contains(words, StringComparison.Ordinal));

    private static SeenNudge Text(int minutes) => new(Ended.AddMinutes(minutes), ByText: true, [Danni], MoreThanNamed: false);

    private static SeenSheet Sheet(int minutes, params string[] names) => new(Ended.AddMinutes(minutes), names);
}
