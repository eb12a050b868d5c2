using System.Globalization;
using FrontDesk.Desks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>T82 to T84 for a boss who travels: her waking hours go by the wall where she is, the desk's own clock goes on as ever.</summary>
public sealed class BossAwayTests
{
    private static readonly DeskHours SevenToHalfPastTen = new() { WakingFrom = new(7, 0), WakingTo = new(22, 30), Opens = new(9, 0), Closes = new(18, 0) };

    private static readonly Stay InLondon = new("Europe/London", Wall("2026-06-01T09:00"), Wall("2026-06-08T18:00"));

    [Theory]
    [InlineData("2026-06-03T21:00:00Z", true, "ten in the evening in London")]
    [InlineData("2026-06-03T22:00:00Z", false, "eleven in London, three in the afternoon at the desk")]
    [InlineData("2026-06-03T06:30:00Z", true, "half past seven in London, half past eleven at night at the desk")]
    [InlineData("2026-06-01T07:59:00Z", false, "not landed yet, and one in the night at the desk")]
    [InlineData("2026-06-01T08:00:00Z", true, "just landed: nine in London")]
    [InlineData("2026-06-08T17:00:00Z", true, "off again: ten in the morning at the desk")]
    [InlineData("2026-06-09T06:30:00Z", false, "home: half past eleven at night")]
    public void T83_she_is_awake_by_the_clock_of_where_she_is(string instant, bool awake, string why) =>
        Assert.True(Away(InLondon).IsAwake(Utc(instant)) == awake, why);

    [Theory]
    [InlineData("2026-06-03T23:00:00Z", "2026-06-04T06:00:00Z", "the night in London")]
    [InlineData("2026-06-01T06:30:00Z", "2026-06-01T08:00:00Z", "asleep at the desk's hour, awake where she lands")]
    [InlineData("2026-06-08T23:00:00Z", "2026-06-08T23:00:00Z", "home, in the afternoon")]
    public void T83_what_waits_for_her_waking_waits_for_the_one_where_she_is(string instant, string wakes, string why) =>
        Assert.True(Away(InLondon).NextWaking(Utc(instant)) == Utc(wakes), $"{why}: {Away(InLondon).NextWaking(Utc(instant)):O}");

    [Theory]
    [InlineData("Europe/London", "2026-03-29", 1, 30, "2026-03-29T01:00:00Z", "the hour is skipped: the end of the gap")]
    [InlineData("Europe/London", "2026-10-25", 1, 30, "2026-10-25T00:30:00Z", "the hour comes twice: its first showing")]
    [InlineData("Australia/Sydney", "2026-10-04", 2, 30, "2026-10-03T16:00:00Z", "skipped, in the south")]
    [InlineData("Australia/Sydney", "2026-04-05", 2, 30, "2026-04-04T15:30:00Z", "twice, in the south")]
    [InlineData("America/Sao_Paulo", "2018-11-04", 0, 0, "2018-11-04T03:00:00Z", "midnight itself is skipped")]
    public void T82_a_waking_time_that_is_skipped_or_comes_twice_there_is_the_end_of_the_gap_or_the_first_showing(string zone, string day, int hour, int minute, string wakes, string why)
    {
        var there = Wall($"{day}T12:00");
        var clock = Away(SevenToHalfPastTen with { WakingFrom = new(hour, minute), WakingTo = new(22, 0) }, new Stay(zone, there.AddDays(-3), there.AddDays(3)));
        Assert.True(clock.NextWaking(Utc(wakes).AddMinutes(-40)) == Utc(wakes), $"{why}: {clock.NextWaking(Utc(wakes).AddMinutes(-40)):O}");
    }

    [Theory]
    [InlineData("Europe/London", "2026-10-24T23:45:00Z", "2026-10-25T01:15:00Z", "2026-10-25T09:00:00Z", "back: awake at 00:45, asleep from 01:30 on, though it is 01:15 again")]
    [InlineData("Australia/Sydney", "2026-10-03T14:45:00Z", "2026-10-03T15:45:00Z", "2026-10-03T22:00:00Z", "forward, in the south")]
    public void T84_quiet_hours_past_midnight_hold_there_on_the_night_the_clocks_change(string zone, string awake, string asleep, string wakes, string why)
    {
        var stay = new Stay(zone, Wall("2026-09-20T12:00"), Wall("2026-11-20T12:00"));
        var clock = Away(SevenToHalfPastTen with { WakingFrom = new(9, 0), WakingTo = new(1, 30) }, stay);
        Assert.True(clock.IsAwake(Utc(awake)), why);
        Assert.False(clock.IsAwake(Utc(asleep)), why);
        Assert.Equal(Utc(wakes), clock.NextWaking(Utc(asleep)));
    }

    [Fact]
    public void Callers_the_closing_and_the_sheet_go_by_the_desks_own_clock()
    {
        var (away, home) = (Away(InLondon), Away());
        var noon = Utc("2026-06-03T19:00:00Z");
        Assert.Equal((home.Day(noon), home.Local(noon), home.NextClosing(noon), home.At(new(2026, 6, 3), new(9, 0))), (away.Day(noon), away.Local(noon), away.NextClosing(noon), away.At(new(2026, 6, 3), new(9, 0))));
        Assert.Equal(20, away.WhereTheBossIs(noon).Local(noon).Hour);
        Assert.Equal(("Europe/London", "America/Los_Angeles"), (away.BossZone(noon), away.BossZone(noon.AddDays(30))));
    }

    [Fact]
    public void Today_is_where_the_boss_is_when_she_is_told()
    {
        var (received, now) = (Utc("2026-06-03T22:30:00Z"), Utc("2026-06-04T06:10:00Z"));
        Assert.Equal("Wed 23:30", DeskDay.Short(received, Away(InLondon).WhereTheBossIs(now), now));
        Assert.Equal("15:30", DeskDay.Short(received, Away(), Utc("2026-06-03T23:00:00Z")));
    }

    [Fact]
    public void Wherever_she_goes_who_is_woken_is_awake_and_nobody_sooner() => Prop.ForAll(AnyJourney.ToArbitrary(), journey =>
    {
        var clock = Away(journey.Stays);
        var next = clock.NextWaking(journey.Now);
        return clock.IsAwake(next) && next >= journey.Now && (next == journey.Now) == clock.IsAwake(journey.Now)
            && Enumerable.Range(1, 12).All(part => next == journey.Now || !clock.IsAwake(journey.Now + ((next - journey.Now) * (part / 13.0))));
    }).Check(Tries.Of(500));

    [Fact]
    public void A_stay_in_a_zone_nobody_has_heard_of_that_ends_too_soon_or_in_two_places_at_once_is_refused_in_a_sentence()
    {
        Assert.Null(Stay.Objection([InLondon, InLondon with { Zone = "Asia/Tokyo", From = InLondon.Until.AddHours(20), Until = InLondon.Until.AddDays(3) }]));
        Assert.Equal("\"Europe/Camelot\" is no time zone; write one like Europe/London", Stay.Objection([InLondon with { Zone = "Europe/Camelot" }]));
        Assert.Equal("a stay in Europe/London ends before it begins", Stay.Objection([InLondon with { Until = InLondon.From }]));
        Assert.Equal("the boss cannot be in Europe/London and in Asia/Tokyo at the same time", Stay.Objection([new("Asia/Tokyo", Wall("2026-06-08T20:00"), Wall("2026-06-12T09:00")), InLondon]));
    }

    private static readonly Gen<(DateTimeOffset Now, Stay[] Stays)> AnyJourney =
        from minute in Gen.Choose(0, 60 * 24 * 365)
        from zone in Gen.Elements("Europe/London", "Australia/Sydney", "Asia/Tokyo", "Pacific/Apia", "Asia/Kolkata")
        from begins in Gen.Choose(-100, 60)
        from hours in Gen.Choose(6, 200)
        let now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute)
        let lands = now.UtcDateTime.AddHours(begins)
        select (now, new[] { new Stay(zone, DateTime.SpecifyKind(lands, DateTimeKind.Unspecified), DateTime.SpecifyKind(lands.AddHours(hours), DateTimeKind.Unspecified)) });

    private static DeskClock Away(params Stay[] stays) => Away(SevenToHalfPastTen, stays);

    private static DeskClock Away(DeskHours hours, params Stay[] stays) => new("America/Los_Angeles", hours, DaysOff.None, stays);

    private static DateTime Wall(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
