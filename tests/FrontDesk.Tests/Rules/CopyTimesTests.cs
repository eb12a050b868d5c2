using System.Globalization;
using FrontDesk.Copies;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R7: the times at which a copy is made by itself, on the desk's own clock.</summary>
public sealed class CopyTimesTests
{
    private static readonly CopyOrders Thrice = Orders(CopyTime.Weekdays, "09:00", "12:30", "18:30");

    [Fact]
    public void The_last_time_stands_for_all_that_were_missed_and_the_next_is_the_next()
    {
        // A Friday noon.
        Assert.Equal(TheDesk.At(9, 0), Thrice.LatestBy(TheDesk.At(12, 0), TheDesk.Clock));
        Assert.Equal(TheDesk.At(12, 30), Thrice.LatestBy(TheDesk.At(12, 30), TheDesk.Clock));
        Assert.Equal(TheDesk.At(12, 30), Thrice.NextAfter(TheDesk.At(12, 0), TheDesk.Clock));
        Assert.Equal(TheDesk.At(18, 30), Thrice.NextAfter(TheDesk.At(12, 30), TheDesk.Clock));
    }

    [Fact]
    public void Weekends_are_left_alone_where_the_desk_is_set_to_weekdays()
    {
        Assert.Equal(TheDesk.At(9, 0, day: 16), Thrice.NextAfter(TheDesk.At(19, 0), TheDesk.Clock));
        Assert.Equal(TheDesk.At(18, 30), Thrice.LatestBy(TheDesk.At(8, 0, day: 16), TheDesk.Clock));
        Assert.Equal(TheDesk.At(10, 0, day: 14), Orders([DayOfWeek.Saturday], "10:00").NextAfter(TheDesk.At(19, 0), TheDesk.Clock));
    }

    [Fact]
    public void A_time_once_a_week_is_found_a_week_away()
    {
        var fridays = Orders([DayOfWeek.Friday], "18:30");
        Assert.Equal(TheDesk.At(18, 30, day: 20), fridays.NextAfter(TheDesk.At(18, 30), TheDesk.Clock));
        Assert.Equal(TheDesk.At(18, 30, day: 6), fridays.LatestBy(TheDesk.At(18, 29), TheDesk.Clock));
    }

    [Fact]
    public void A_desk_without_times_has_none()
    {
        Assert.Null(CopyOrders.None.LatestBy(TheDesk.At(12, 0), TheDesk.Clock));
        Assert.Null(CopyOrders.None.NextAfter(TheDesk.At(12, 0), TheDesk.Clock));
    }

    [Theory]
    [InlineData("2026-03-08T09:00:00Z", "02:30", "2026-03-08T10:00:00Z", "the hour is skipped: the end of the gap")]
    [InlineData("2026-11-01T07:00:00Z", "01:30", "2026-11-01T08:30:00Z", "the hour comes twice: its first showing")]
    [InlineData("2026-11-01T08:31:00Z", "01:30", "2026-11-02T09:30:00Z", "and not its second")]
    public void When_the_clocks_change_a_time_comes_once(string after, string time, string next, string why)
    {
        var orders = Orders(Enum.GetValues<DayOfWeek>(), time);
        var found = orders.NextAfter(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture), TheDesk.Clock);
        Assert.True(found == DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), $"{why}: {found:O}");
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Europe/London")]
    [InlineData("Australia/Sydney")]
    [InlineData("America/Sao_Paulo")]
    public void Over_a_year_there_is_one_a_day_whatever_the_clocks_do(string zone)
    {
        var clock = new DeskClock(TheDesk.Margarets with { Zone = zone });
        var daily = Orders(Enum.GetValues<DayOfWeek>(), "02:30");
        var at = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var days = new List<DateOnly>();
        for (var made = 0; made < 365; made++)
        {
            at = daily.NextAfter(at, clock)!.Value;
            Assert.Equal(at, daily.LatestBy(at, clock));
            days.Add(clock.Day(at));
        }

        Assert.Equal(Enumerable.Range(0, 365).Select(day => days[0].AddDays(day)), days);
    }

    private static CopyOrders Orders(IReadOnlyList<DayOfWeek> days, params string[] times) =>
        new() { Times = [.. times.Select(time => new CopyTime { At = TimeOnly.Parse(time, CultureInfo.InvariantCulture), Days = days })] };
}
