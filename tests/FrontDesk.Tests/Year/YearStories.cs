using System.Diagnostics;
using System.Globalization;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Year;

/// <summary>A boss's year on the virtual clock, everything going wrong that can: what she must hear of she hears of, in time, once, and not in her sleep.</summary>
public sealed class YearStories
{
    private const string Years = "FRONTDESK_TEST_YEARS";
    private const string FirstSeed = "FRONTDESK_TEST_YEARS_FROM";

    private static readonly Mischief Everything = Mischief.Everywhere(0.02);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    public static TheoryData<int> WholeYears => [.. Enumerable.Range(Setting(FirstSeed, 101), Setting(Years, 0) is > 0 and var years ? years : 1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Where_the_clocks_are_set_every_ASAP_call_is_returned_let_go_or_reminded_in_time(int seed) => HoldsAsync(YearPart.AroundAChange(seed));

    [Theory]
    [MemberData(nameof(WholeYears))]
    public Task In_a_whole_year_every_ASAP_call_is_returned_let_go_or_reminded_in_time(int seed)
    {
        Assert.SkipUnless(Setting(Years, 0) > 0, $"{Years} is not set: no whole years are played.");
        return HoldsAsync(YearPart.Whole(seed));
    }

    private static async Task HoldsAsync(YearPart part)
    {
        var began = Stopwatch.GetTimestamp();
        await using var house = await YearHouse.OpenAsync(part, Everything);
        await new YearPeople(house).LiveAsync();
        var seen = await WhatWasSeen.OfAsync(house);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{part.Zone}: {seen.Reached.Count} calls, {seen.Calls.Count} of them ASAP, {seen.Nudges.Count} reminders in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        var complaints = new YearChecker(seen).Complaints();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(30)));
        Assert.True(seen.Calls.Count > 0 && seen.Nudges.Count > 0);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
