using System.Globalization;
using FrontDesk.Desks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>T82 to T84: the desk's wall clock on the days that are not like others.</summary>
public sealed class DeskClockTests
{
    private static readonly DeskHours SevenToHalfPastTen = new() { WakingFrom = new(7, 0), WakingTo = new(22, 30), Opens = new(9, 0), Closes = new(18, 0) };

    private static readonly string[] Zones =
        ["America/Los_Angeles", "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca", "Europe/Dublin", "UTC"];

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08", "02:30", "2026-03-08T10:00:00Z", "the hour is skipped: the end of the gap")]
    [InlineData("America/Los_Angeles", "2026-11-01", "01:30", "2026-11-01T08:30:00Z", "the hour comes twice: its first showing")]
    [InlineData("America/Los_Angeles", "2026-07-01", "09:00", "2026-07-01T16:00:00Z", "an ordinary day")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z", "half an hour is skipped, in the south")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z", "half an hour comes twice, in the south")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T03:00:00Z", "midnight itself is skipped")]
    [InlineData("America/Sao_Paulo", "2026-11-04", "00:00", "2026-11-04T03:00:00Z", "and no more since the law changed")]
    public void T82_a_time_of_day_is_the_first_instant_the_wall_clock_has_reached_it(string zone, string day, string time, string instant, string why)
    {
        var at = In(zone).At(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture));
        Assert.True(at == DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), $"{why}: {at:O}");
    }

    [Fact]
    public void Before_that_instant_the_wall_clock_reads_less_and_from_it_on_no_less() => Prop.ForAll(AnyWallTime.ToArbitrary(), wall =>
    {
        var clock = In(wall.Zone);
        var at = clock.At(wall.Day, wall.Time);
        return clock.Local(at).DateTime >= wall.Day.ToDateTime(wall.Time) && clock.Local(at.AddTicks(-1)).DateTime < wall.Day.ToDateTime(wall.Time);
    }).Check(Tries.Of(2000));

    [Fact]
    public void Who_is_woken_is_awake_and_nobody_sooner() => Prop.ForAll(AnyWallTime.Zip(AnyHours).ToArbitrary(), pair =>
    {
        var clock = In(pair.Item1.Zone, pair.Item2);
        var now = clock.At(pair.Item1.Day, pair.Item1.Time);
        var next = clock.NextWaking(now);
        return next >= now && clock.IsAwake(next) && (next == now) == clock.IsAwake(now) && next - now < TimeSpan.FromHours(26)
            && (next == now || !clock.IsAwake(next.AddMinutes(-1)) || !clock.IsAwake(now.AddMinutes(1)));
    }).Check(Tries.Of(1000));

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-07T18:00:00Z", "2026-03-09T14:00:00Z", "clocks forward on the Sunday")]
    [InlineData("America/Los_Angeles", "2026-10-31T18:00:00Z", "2026-11-02T15:00:00Z", "and back")]
    [InlineData("Europe/London", "2026-03-28T12:00:00Z", "2026-03-30T06:00:00Z", "forward")]
    [InlineData("Europe/London", "2026-10-24T12:00:00Z", "2026-10-26T07:00:00Z", "back")]
    [InlineData("Australia/Sydney", "2026-10-03T02:00:00Z", "2026-10-04T20:00:00Z", "forward, in the south")]
    [InlineData("Australia/Sydney", "2026-04-04T02:00:00Z", "2026-04-05T21:00:00Z", "back, in the south")]
    [InlineData("America/Sao_Paulo", "2018-11-03T15:00:00Z", "2018-11-05T09:00:00Z", "forward, at midnight")]
    [InlineData("America/Sao_Paulo", "2018-02-17T15:00:00Z", "2018-02-19T10:00:00Z", "back, at midnight")]
    public void T85_a_weekend_off_ends_at_seven_on_Monday_whatever_the_clocks_do_meanwhile(string zone, string saturday, string monday, string why)
    {
        var clock = OffIn(zone, "saturday", "sunday");
        var instant = DateTimeOffset.Parse(saturday, CultureInfo.InvariantCulture);
        Assert.False(clock.IsAwake(instant));
        Assert.True(clock.Sleepless.IsAwake(instant));
        Assert.True(DateTimeOffset.Parse(monday, CultureInfo.InvariantCulture) == clock.NextWaking(instant), $"{why}: {clock.NextWaking(instant):O}");
    }

    [Fact]
    public void On_a_day_off_she_is_never_awake_and_on_others_as_always() => Prop.ForAll(AnyWallTime.ToArbitrary(), wall =>
    {
        var (off, always) = (OffIn(wall.Zone, "sunday", $"{wall.Day.AddDays(1):yyyy-MM-dd}"), OffIn(wall.Zone));
        var now = always.At(wall.Day, wall.Time);
        var isOff = always.Day(now).DayOfWeek == DayOfWeek.Sunday || always.Day(now) == wall.Day.AddDays(1);
        return off.IsAwake(now) == (always.IsAwake(now) && !isOff) && off.IsAwake(off.NextWaking(now)) && off.NextWaking(now) >= always.NextWaking(now);
    }).Check(Tries.Of(1000));

    [Fact]
    public void The_night_of_a_working_day_goes_on_past_midnight_into_a_day_off()
    {
        var hours = new DeskHours { WakingFrom = new(9, 0), WakingTo = new(1, 30), Opens = new(10, 0), Closes = new(19, 0) };
        var clock = new DeskClock("America/Los_Angeles", hours, DaysOff.Read(["saturday"])!);
        var midnight = clock.At(new DateOnly(2026, 11, 14), default);
        Assert.True(clock.IsAwake(midnight.AddHours(1)));
        Assert.False(clock.IsAwake(midnight.AddHours(12)));
        Assert.False(clock.IsAwake(midnight.AddHours(24.5)));
        Assert.Equal(midnight.AddHours(33), clock.NextWaking(midnight.AddHours(2)));
    }

    [Fact]
    public void Days_off_are_weekdays_but_not_all_and_dates_and_nothing_else()
    {
        Assert.Equal(["sunday", "saturday", "2026-12-25"], DaysOff.Read(["2026-12-25", "Saturday", "sunday", "saturday"])!.Words);
        Assert.Null(DaysOff.Read(["someday"]));
        Assert.Null(DaysOff.Read(["6"]));
        Assert.Null(DaysOff.Read(["2026-02-30"]));
        Assert.Null(DaysOff.Read(Enum.GetNames<DayOfWeek>()));
    }

    [Fact]
    public void Waking_hours_may_pass_midnight()
    {
        var clock = In("America/Los_Angeles", new DeskHours { WakingFrom = new(9, 0), WakingTo = new(1, 30), Opens = new(10, 0), Closes = new(19, 0) });
        Assert.True(clock.IsAwake(Clock(0, 30)));
        Assert.False(clock.IsAwake(Clock(1, 30)));
        Assert.False(clock.IsAwake(Clock(8, 59)));
        Assert.Equal(Clock(9, 0), clock.NextWaking(Clock(1, 30)));
        Assert.Equal(Clock(0, 30), clock.NextWaking(Clock(0, 30)));

        static DateTimeOffset Clock(int hour, int minute) => TheDesk.At(hour, minute);
    }

    [Fact]
    public void On_the_night_the_clocks_go_back_the_boss_wakes_once()
    {
        var clock = In("America/Los_Angeles", new DeskHours { WakingFrom = new(1, 30), WakingTo = new(22, 0), Opens = new(9, 0), Closes = new(18, 0) });
        var woken = clock.At(new DateOnly(2026, 11, 1), new TimeOnly(1, 30));
        Assert.True(clock.IsAwake(woken.AddMinutes(35)), "the wall reads 01:05 again, and she is up");
        Assert.False(clock.IsAwake(woken.AddMinutes(-25)));
    }

    [Fact]
    public void The_desk_closes_on_the_day_it_opened_or_after_midnight()
    {
        Assert.Equal(TheDesk.At(18, 0), TheDesk.Clock.NextClosing(TheDesk.At(17, 59)));
        Assert.Equal(TheDesk.At(18, 0, day: 14), TheDesk.Clock.NextClosing(TheDesk.At(18, 0)));
        var night = In("America/Los_Angeles", new DeskHours { WakingFrom = new(9, 0), WakingTo = new(4, 0), Opens = new(18, 0), Closes = new(2, 0) });
        Assert.Equal(TheDesk.At(2, 0), night.NextClosing(TheDesk.At(1, 0)));
        Assert.Equal(TheDesk.At(2, 0, day: 14), night.NextClosing(TheDesk.At(2, 0)));
    }

    [Fact]
    public void A_zone_nobody_has_heard_of_is_known_as_such()
    {
        Assert.True(DeskClock.Knows("America/Los_Angeles"));
        Assert.False(DeskClock.Knows("America/Hollywood"));
    }

    private static DeskClock OffIn(string zone, params string[] days) => new(zone, SevenToHalfPastTen, DaysOff.Read(days)!);

    private static DeskClock In(string zone, DeskHours? hours = null) => new(TheDesk.Margarets with { Zone = zone, Hours = hours ?? TheDesk.Margarets.Hours });

    private static readonly Gen<(string Zone, DateOnly Day, TimeOnly Time)> AnyWallTime =
        from zone in Gen.Elements(Zones)
        from day in Gen.Choose(0, 365 * 20)
        from minute in Gen.Choose(0, (24 * 60) - 1)
        select (zone, new DateOnly(2010, 1, 1).AddDays(day), new TimeOnly(0, 0).AddMinutes(minute));

    private static readonly Gen<DeskHours> AnyHours =
        from waking in Gen.Choose(0, 47)
        from asleep in Gen.Choose(0, 47)
        select new DeskHours { WakingFrom = HalfHour(waking), WakingTo = HalfHour(asleep), Opens = new(9, 0), Closes = new(18, 0) };

    private static TimeOnly HalfHour(int number) => new(number / 2, 30 * (number % 2));
}
