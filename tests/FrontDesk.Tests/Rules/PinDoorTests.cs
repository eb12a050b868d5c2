using FrontDesk.Brief;
using FrontDesk.Calls;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>B65, B66: caller ID opens nothing, and guessing gets nobody in.</summary>
public sealed class PinDoorTests
{
    private static readonly PhoneNumber Cell = PhoneNumber.Parse("+13105550101");
    private static readonly PhoneNumber Unlisted = PhoneNumber.Parse("+13105550177");

    private static readonly Desk Desk = TheDesk.Margarets with
    {
        HasPin = true,
        Phones = [new BossPhone { Id = Guid.Empty, Number = Cell, Label = "cell", TakesTexts = true }],
    };

    private static readonly DateTimeOffset Noon = TheDesk.At(12, 0);

    [Fact]
    public void A_phone_of_the_boss_is_asked_at_once_and_no_other_unless_it_knocks()
    {
        Assert.True(Rings(Cell));
        Assert.False(Rings(Unlisted));
        Assert.False(Rings(Cell, StirVerdict.Failed));
        Assert.False(BriefDoor.IsAt(new CallerId.Withheld(), StirVerdict.Unknown, Desk));
        Assert.True(BriefDoor.IsKnockedAt(new ScriptPosition(ScriptStep.WhoIsCalling, 1), new Heard.Keys("*"), Desk));
        Assert.False(BriefDoor.IsKnockedAt(new ScriptPosition(ScriptStep.WhatNumber, 1), new Heard.Keys("*"), Desk));
        Assert.False(BriefDoor.IsKnockedAt(new ScriptPosition(ScriptStep.WhoIsCalling, 1), new Heard.Words("star", 1), Desk));
    }

    [Fact]
    public void A_desk_without_a_PIN_has_no_door()
    {
        var without = Desk with { HasPin = false };
        Assert.False(BriefDoor.IsAt(new CallerId.Phone(Cell), StirVerdict.PassedA, without));
        Assert.False(BriefDoor.IsKnockedAt(new ScriptPosition(ScriptStep.WhoIsCalling, 1), new Heard.Keys("*"), without));
    }

    [Fact]
    public void Three_wrong_ones_shut_a_phone_for_a_quarter_of_an_hour_and_each_later_one_for_twice_as_long()
    {
        var door = Tried(new PinDoor(PinDoorKind.OtherPhone, Unlisted.E164), 2, Noon);
        Assert.False(door.IsShut(Noon));
        double[] minutes = [15, 30, 60, 120, 240, 480, 960, 1440, 1440];
        foreach (var expected in minutes)
        {
            door = door.Tried(Noon);
            Assert.Equal(expected, (door.ShutUntil!.Value - Noon).TotalMinutes);
        }
    }

    [Fact]
    public void A_phone_of_the_boss_is_never_shut_for_longer_than_a_quarter_of_an_hour()
    {
        var door = new PinDoor(PinDoorKind.BossPhone, Cell.E164);
        for (var tries = 0; tries < 500; tries++)
        {
            door = door.Tried(Noon.AddMinutes(tries));
            Assert.True(!door.IsShut(Noon.AddMinutes(tries)) || door.ShutUntil - Noon.AddMinutes(tries) <= PinDoor.LongestForTheBoss);
        }

        Assert.Equal(TimeSpan.FromMinutes(15), PinDoor.LongestForTheBoss);
    }

    [Fact]
    public void A_day_without_a_try_and_all_is_forgotten() =>
        Assert.False(Tried(new PinDoor(PinDoorKind.OtherPhone, ""), 9, Noon).Tried(Noon.AddDays(4)).IsShut(Noon.AddDays(4)));

    [Fact]
    public void A_call_that_carriers_vouch_for_is_not_shut_by_those_who_pretend_to_be_that_phone() =>
        Assert.NotEqual(
            BriefDoor.DoorsOf(new CallerId.Phone(Cell), StirVerdict.PassedA, Desk)[0].Key,
            BriefDoor.DoorsOf(new CallerId.Phone(Cell), StirVerdict.Unknown, Desk)[0].Key);

    /// <summary>Shows 5. The PIN is among the guesses, so that a door left open would let somebody in.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    public void Ten_thousand_tries_from_five_hundred_numbers_get_nobody_in_and_keep_no_phone_of_the_boss_out(int secondsBetween)
    {
        var house = new House();
        for (var guess = 0; guess < 10_000; guess++)
        {
            var now = Noon.AddSeconds((double)guess * secondsBetween);
            Assert.False(house.Opens(Number(guess % 500), $"{guess:000000}" == "007531", now), $"The guess {guess} got in.");
            if (guess % 1000 == 999)
            {
                Assert.True(house.Opens(Cell, isRight: true, now), "The boss is kept out.");
            }
        }

        Assert.InRange(house.Looks, 20, 100);
    }

    [Fact]
    public void Who_pretends_to_be_the_boss_s_phone_keeps_it_out_for_a_quarter_of_an_hour_at_most()
    {
        var house = new House();
        DateTimeOffset? outSince = null;
        for (var second = 0; second < 86_400; second += 7)
        {
            var now = Noon.AddSeconds(second);
            outSince = house.IsShut(Cell, now) ? outSince ?? now : null;
            Assert.True(outSince is null || now - outSince <= PinDoor.LongestForTheBoss);
            if (outSince is null)
            {
                house.Opens(Cell, isRight: false, now);
            }
        }
    }

    private static bool Rings(PhoneNumber number, StirVerdict verdict = StirVerdict.Unknown) => BriefDoor.IsAt(new CallerId.Phone(number), verdict, Desk);

    private static PhoneNumber Number(int place) => PhoneNumber.Parse($"+1{212 + (place / 100)}55501{place % 100:00}");

    private static PinDoor Tried(PinDoor door, int times, DateTimeOffset at) => Enumerable.Range(0, times).Aggregate(door, (tried, _) => tried.Tried(at));

    /// <summary>The doors of the desk, kept in memory.</summary>
    private sealed class House
    {
        private readonly Dictionary<string, PinDoor> doors = new(StringComparer.Ordinal);

        /// <summary>How many PINs anybody compared.</summary>
        public int Looks { get; private set; }

        public bool Opens(PhoneNumber from, bool isRight, DateTimeOffset now)
        {
            if (IsShut(from, now))
            {
                return false;
            }

            var tried = DoorsOf(from).Select(door => door.Tried(now)).ToList();
            Looks++;
            foreach (var door in tried)
            {
                doors[door.Key] = door;
                _ = isRight && doors.Remove(door.Key);
            }

            return isRight;
        }

        public bool IsShut(PhoneNumber from, DateTimeOffset now) => DoorsOf(from).Any(door => door.IsShut(now));

        private IEnumerable<PinDoor> DoorsOf(PhoneNumber from) =>
            BriefDoor.DoorsOf(new CallerId.Phone(from), StirVerdict.Unknown, Desk).Select(door => doors.GetValueOrDefault(door.Key, door));
    }
}
