using FrontDesk.Reconciling;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R1: what the carrier's lists have and our books do not.</summary>
public sealed class ReconcilingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Since = Now.AddDays(-10);
    private static readonly Listed Call = new(ListKind.Calls, Inbound: true, Now.AddHours(-1), IsOver: true);
    private static readonly Listed Text = Call with { Kind = ListKind.Texts };
    private static readonly OurSide Unknown = new(IsKnown: false, IsOurLine: true, IsErased: false);

    [Fact]
    public void A_call_that_is_over_and_on_no_log_was_missed() => Assert.Equal(Finding.Missed, Of(Call, Unknown));

    [Fact]
    public void What_is_in_our_books_is_known_even_where_it_is_old_or_under_way()
    {
        Assert.Equal(Finding.Known, Of(Call, Unknown with { IsKnown = true }));
        Assert.Equal(Finding.Known, Of(Call with { At = Since.AddDays(-1) }, Unknown with { IsKnown = true }));
        Assert.Equal(Finding.Known, Of(Call with { IsOver = false }, Unknown with { IsKnown = true }));
    }

    [Fact]
    public void What_we_sent_out_made_nobody_a_caller() => Assert.Equal(Finding.Outgoing, Of(Call with { Inbound = false }, Unknown));

    [Fact]
    public void A_call_to_a_number_that_is_not_ours_is_none_of_ours() => Assert.Equal(Finding.Elsewhere, Of(Call, Unknown with { IsOurLine = false }));

    [Fact]
    public void S108_what_was_erased_does_not_come_back() => Assert.Equal(Finding.Erased, Of(Call, Unknown with { IsErased = true }));

    [Fact]
    public void A_call_under_way_right_now_is_not_missed()
    {
        Assert.Equal(Finding.StillOpen, Of(Call with { IsOver = false }, Unknown));
        Assert.Equal(Finding.StillOpen, Of(Call with { IsOver = false, At = Now.AddHours(-4) }, Unknown));
    }

    [Fact]
    public void No_call_lasts_for_ever_whatever_the_list_says() => Assert.Equal(Finding.Missed, Of(Call with { IsOver = false, At = Now.AddHours(-5) }, Unknown));

    [Fact]
    public void A_text_of_a_moment_ago_may_be_on_its_way_to_us()
    {
        Assert.Equal(Finding.StillOpen, Of(Text with { At = Now.AddMinutes(-4) }, Unknown));
        Assert.Equal(Finding.Missed, Of(Text with { At = Now.AddMinutes(-6) }, Unknown));
    }

    [Fact]
    public void Calls_from_before_this_desk_took_calls_are_not_ours_to_answer_for()
    {
        Assert.Equal(Finding.BeforeOurTime, Of(Call with { At = Since.AddMinutes(-2) }, Unknown));
        Assert.Equal(Finding.Missed, Of(Call with { At = Since.AddSeconds(-30) }, Unknown));
    }

    [Fact]
    public void A_day_is_read_again_until_it_was_read_to_its_end_a_day_after_it_was_over()
    {
        var today = new DateOnly(2026, 11, 23);
        Dictionary<DateOnly, DateTimeOffset> read = new()
        {
            [today] = Now.AddMinutes(-1),
            [today.AddDays(-1)] = Now.AddHours(-1),
            // Read once, on the day itself.
            [today.AddDays(-2)] = Now.AddDays(-2),
            [today.AddDays(-3)] = Midnight(today.AddDays(-1)),
        };

        Assert.Equal([today, today.AddDays(-1), today.AddDays(-2), today.AddDays(-4)], ListDays.ToRead(Now.AddDays(-4), Now, read));
    }

    [Fact]
    public void However_long_we_were_away_every_day_of_it_is_read_as_far_as_the_carrier_keeps_its_lists()
    {
        var days = ListDays.ToRead(Now.AddDays(-100), Now, new Dictionary<DateOnly, DateTimeOffset>());
        Assert.Equal((101, new DateOnly(2026, 11, 23)), (days.Count, days[0]));
        Assert.Equal(396, ListDays.ToRead(Now.AddYears(-5), Now, new Dictionary<DateOnly, DateTimeOffset>()).Count);
    }

    [Fact]
    public void A_clock_set_back_reads_nothing_rather_than_something_else() =>
        Assert.Empty(ListDays.ToRead(Now.AddDays(2), Now, new Dictionary<DateOnly, DateTimeOffset>()));

    [Fact]
    public void A_new_desk_answers_for_calls_from_now_on_and_one_with_a_log_from_its_first_call_or_a_week_back()
    {
        Assert.Equal(Now, ListDays.FirstSince(null, Now));
        Assert.Equal(Now.AddDays(-3), ListDays.FirstSince(Now.AddDays(-3), Now));
        Assert.Equal(Now.AddDays(-7), ListDays.FirstSince(Now.AddDays(-300), Now));
        Assert.Equal(Now, ListDays.FirstSince(Now.AddDays(1), Now));
    }

    [Theory]
    [InlineData(false, 0, 60)]
    [InlineData(true, 0, 5)]
    [InlineData(false, 1, 5)]
    [InlineData(true, 2, 10)]
    [InlineData(false, 4, 40)]
    [InlineData(false, 5, 60)]
    [InlineData(false, 5000, 60)]
    public void It_is_done_hourly_and_sooner_where_something_was_left(bool leftSomething, int brokenOff, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RoundTimes.After(leftSomething, brokenOff));

    private static Finding Of(Listed listed, OurSide ours) => Comparing.Of(listed, ours, Since, Now);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
