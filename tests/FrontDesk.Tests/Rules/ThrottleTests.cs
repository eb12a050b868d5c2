using FrontDesk.Reminders;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>No phone is flooded, and nothing waits longer than it must.</summary>
public sealed class ThrottleTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Five_texts_in_a_quarter_of_an_hour_and_eleven_in_an_hour()
    {
        DateTimeOffset[] sent = [At(10, 4), At(10, 0), At(10, 1), At(10, 2), At(10, 3)];
        Assert.Equal((0, At(10, 15)), (Throttle.Texts.Left(sent, At(10, 5)), Throttle.Texts.MayGoAt(sent, At(10, 5))));
        Assert.Equal((1, At(10, 15)), (Throttle.Texts.Left(sent, At(10, 15)), Throttle.Texts.MayGoAt(sent, At(10, 15))));
        DateTimeOffset[] many = [.. Enumerable.Range(0, 11).Select(i => At(10, 5 * i))];
        Assert.Equal(At(11, 0), Throttle.Texts.MayGoAt(many, At(10, 55)));
    }

    [Fact]
    public void Three_calls_in_a_quarter_of_an_hour_and_seven_in_an_hour()
    {
        Assert.Equal(At(10, 15), Throttle.Calls.MayGoAt([At(10, 0), At(10, 1), At(10, 2)], At(10, 3)));
        Assert.Equal(At(11, 0), Throttle.Calls.MayGoAt([.. Enumerable.Range(0, 7).Select(i => At(10, 8 * i))], At(10, 50)));
        Assert.Equal(At(10, 50), Throttle.Calls.MayGoAt([], At(10, 50)));
    }

    [Fact]
    public void Whenever_they_are_wanted_no_window_holds_more_than_its_share_and_one_sent_earlier_would_break_it() =>
        Prop.ForAll(
            Gen.Choose(0, 1200).ListOf().ToArbitrary(),
            waits =>
            {
                Check(Throttle.Texts, waits, 5, 11);
                Check(Throttle.Calls, waits, 3, 7);
            }).QuickCheckThrowOnFailure();

    private static void Check(Throttle throttle, IEnumerable<int> waits, int quarter, int hour)
    {
        var sent = new List<DateTimeOffset>();
        var wanted = At(9, 0);
        foreach (var wait in waits)
        {
            wanted = (sent.Count > 0 && sent[^1] > wanted ? sent[^1] : wanted) + TimeSpan.FromSeconds(wait);
            var goes = throttle.MayGoAt(sent, wanted);
            Assert.True(throttle.Left(sent, goes) > 0);
            Assert.True(goes == wanted || throttle.Left(sent, goes - TimeSpan.FromTicks(1)) == 0);
            sent.Add(goes);
            Assert.True(sent.Count(at => at > goes - Quarter) <= quarter && sent.Count(at => at > goes - Hour) <= hour);
        }
    }
}
