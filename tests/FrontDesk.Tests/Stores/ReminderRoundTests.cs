using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class ReminderRoundOnSqliteTests() : ReminderRoundTests(DatabaseEngine.Sqlite);

public sealed class ReminderRoundOnSqlServerTests() : ReminderRoundTests(DatabaseEngine.SqlServer);

/// <summary>What the round does with what is due.</summary>
public abstract class ReminderRoundTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_ASAP_call_is_texted_at_once_after_15_30_and_60_minutes_and_then_hourly_while_the_boss_is_awake()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var ten = desk.Clock.Now;
        desk.Carrier.TextStatus = "delivered";
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(24));

        // Every text arrives; nothing is acknowledged. She sleeps from 22:30 to 7:00.
        Assert.Equal(
            [0, 15, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720, 21 * 60, 22 * 60, 23 * 60, 24 * 60],
            desk.Carrier.Texts.Select(text => (int)(text.CreatedAt!.Value - ten).TotalMinutes));
        Assert.All(desk.Carrier.Texts, text => Assert.StartsWith("FrontDesk: ASAP Danni Okafor 310-555-0143 re the Big Merger", text.Body, StringComparison.Ordinal));
        Assert.All(desk.Carrier.Texts, text => Assert.True(text.Body!.Length <= Gsm7.SingleSegment && Gsm7.Carries(text.Body)));
        Assert.Empty(desk.Carrier.Calls);
    }

    [Fact]
    public async Task What_falls_due_in_the_midst_of_a_round_is_not_taken_for_what_the_round_left()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.TextStatus = "delivered";
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        for (var looks = 0; looks < 16; looks++)
        {
            var due = (await desk.Round.NextAsync(Cancel))!.Value;
            (desk.Clock.Now, desk.Clock.EachLook) = (due.AddMilliseconds(-looks), TimeSpan.FromMilliseconds(1));
            var next = await desk.Round.CatchUpAsync(Cancel);
            desk.Clock.EachLook = TimeSpan.Zero;

            Assert.True(next == due || await desk.Round.NextAsync(Cancel) != due, $"Due {looks} looks after the start, neither done nor asked for again.");
            desk.Clock.Now = due;
            await desk.RoundAsync();
        }
    }

    [Fact]
    public async Task The_chase_goes_on_though_no_text_is_receipted_and_a_call_never_ends()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(4));
        Assert.Equal(7, desk.Carrier.Texts.Count);
        Assert.Single(desk.Carrier.Calls);
    }

    [Fact]
    public async Task Call_today_calls_are_raised_once_in_one_digest_before_the_desk_closes()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.RangAsync(null, "Ann Able", "+13105550151", CallCode.CallToday);
        await desk.RangAsync(null, "Bob Baker", "+13105550152", CallCode.CallToday);
        await desk.RangAsync(null, "Cy Cable", "+13105550153", CallCode.CallSometime);
        await desk.PassesAsync(TimeSpan.FromHours(24));

        var digest = Assert.Single(desk.Carrier.Texts);
        Assert.Equal(TimeSpan.FromHours(7.5), digest.CreatedAt - new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));
        Assert.StartsWith("FrontDesk: 2 to return.", digest.Body, StringComparison.Ordinal);
        Assert.Contains("Ann Able", digest.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Cy Cable", digest.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T77_three_hundred_reminders_overdue_after_downtime_are_told_in_one_text()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var calls = new List<Guid>();
        for (var i = 0; i < 300; i++)
        {
            calls.Add(await desk.RangAsync(null, $"Caller {i}", RemindedDesk.Fictional(i), CallCode.CallAsap));
        }

        desk.Clock.Now += TimeSpan.FromHours(3);
        await desk.RoundAsync();

        Assert.StartsWith("FrontDesk: 300 to return.", Assert.Single(desk.Carrier.Texts).Body, StringComparison.Ordinal);
        Assert.Empty(desk.Carrier.Calls);
        foreach (var call in calls)
        {
            Assert.Equal([ReminderState.Collapsed, ReminderState.Pending], (await desk.RowsAsync(call)).Select(row => row.State));
        }
    }

    [Fact]
    public async Task T78_rounds_that_race_send_a_reminder_once()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(desk.RoundAsync, Cancel)));
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from intents"));
    }

    [Fact]
    public async Task T80_a_call_being_returned_when_its_reminder_is_due_is_not_reminded_of()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        desk.Clock.Now += 15 * Minute;
        await desk.ReturnAsync(call);
        await desk.PassesAsync(TimeSpan.FromHours(5));
        Assert.Single(desk.Carrier.Texts);
        Assert.DoesNotContain(await desk.RowsAsync(call), row => row.State is ReminderState.Pending or ReminderState.Sending);
    }

    [Fact]
    public async Task T81_a_call_marked_returned_between_the_claim_and_the_sending_is_not_reminded_of()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        var claimed = Assert.Single(await desk.Claim.ClaimAsync(desk.Desk.Id));
        await desk.ReturnAsync(call);
        await desk.Outbox.SendAsync(claimed, Cancel);
        await desk.PassesAsync(TimeSpan.FromHours(5));
        Assert.Empty(desk.Carrier.Texts);
        Assert.DoesNotContain(await desk.RowsAsync(call), row => row.State is ReminderState.Pending or ReminderState.Sending);
    }

    [Fact]
    public async Task T84_nobody_is_woken_and_what_came_due_in_the_night_waits_for_the_morning()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Clock.Now += TimeSpan.FromHours(14);
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(6.9));
        Assert.Empty(desk.Carrier.Texts);
        await desk.PassesAsync(TimeSpan.FromHours(0.2));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero), Assert.Single(desk.Carrier.Texts).CreatedAt);
    }

    [Fact]
    public async Task Somebody_whose_card_says_so_wakes_the_boss_and_whoever_else_is_ASAP_waits_for_the_morning()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Clock.Now += TimeSpan.FromHours(14);
        desk.Carrier.TextStatus = "delivered";
        var midnight = desk.Clock.Now;
        await desk.DanniRangAsync(wakes: true);
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.PassesAsync(TimeSpan.FromHours(2.5));

        Assert.All(desk.Carrier.Texts, text => Assert.StartsWith("FrontDesk: ASAP Danni Okafor", text.Body, StringComparison.Ordinal));
        Assert.Equal([0, 15, 30, 60, 120], desk.Carrier.Texts.Select(text => (text.CreatedAt!.Value - midnight).TotalMinutes));

        await desk.SaysAsync("2");
        await desk.PassesAsync(TimeSpan.FromMinutes(31));
        Assert.StartsWith("FrontDesk: ASAP Danni Okafor", desk.Carrier.Texts.Last().Body, StringComparison.Ordinal);
        await desk.PassesAsync(TimeSpan.FromHours(4.1));
        Assert.Contains(desk.Carrier.Texts, text => text.Body!.StartsWith("FrontDesk: ASAP Gwyneth", StringComparison.Ordinal) && text.CreatedAt == midnight.AddHours(7));
    }

    [Fact]
    public async Task A_call_that_may_wake_the_boss_does_not_when_it_is_ranked_lower()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Clock.Now += TimeSpan.FromHours(14);
        var call = await desk.DanniRangAsync(wakes: true);
        await desk.RankAsync(call, CallCode.CallToday);
        await desk.PassesAsync(TimeSpan.FromHours(6.9));
        Assert.Empty(desk.Carrier.Texts);
    }

    [Fact]
    public async Task A_phone_that_has_had_its_share_gets_what_is_left_in_one_text_when_it_may_and_nothing_is_lost()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var ten = desk.Clock.Now;
        desk.Carrier.TextStatus = "delivered";
        var calls = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            calls.Add(await desk.RangAsync(null, $"Caller {i}", RemindedDesk.Fictional(i), CallCode.CallAsap));
            await desk.PassesAsync(Minute);
        }

        Assert.Equal(5, desk.Carrier.Texts.Count);
        var waits = Assert.Single(await new CallHistory(Database).RemindersAsync(calls[7], Cancel));
        Assert.Equal((true, ten + (15 * Minute)), (waits.IsThrottled, waits.DueAt));

        await desk.PassesAsync(7 * Minute);
        Assert.Equal(ten + (15 * Minute), desk.Carrier.Texts.ElementAt(5).CreatedAt);
        Assert.All(["Caller 5", "Caller 6", "Caller 7"], name => Assert.Contains(name, desk.Carrier.Texts.ElementAt(5).Body, StringComparison.Ordinal));
        Assert.Equal(6, desk.Carrier.Texts.Count);
        await AssertSharesAsync(desk, hours: 6);
    }

    /// <summary>Whatever goes on, no quarter of an hour holds more than five texts and no hour more than eleven.</summary>
    private static async Task AssertSharesAsync(RemindedDesk desk, int hours)
    {
        await desk.PassesAsync(TimeSpan.FromHours(hours));
        var sent = desk.Carrier.Texts.Select(text => text.CreatedAt!.Value).ToList();
        Assert.All(sent, at => Assert.True(sent.Count(other => other <= at && other > at - (15 * Minute)) <= 5 && sent.Count(other => other <= at && other > at - (60 * Minute)) <= 11));
        Assert.All(Enumerable.Range(0, 8), caller => Assert.Contains(desk.Carrier.Texts, text => text.CreatedAt > sent[5] && text.Body!.Contains($"Caller {caller} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task T85_on_a_day_off_nobody_is_told_of_but_those_who_may_wake_the_boss_and_the_rest_waits_for_the_next_day()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        // From this Monday morning on, Monday and Tuesday are off.
        await desk.ChangeAsync(as_was => as_was with { DaysOff = DaysOff.Read(["monday", "2026-11-24"])! });
        desk.Carrier.TextStatus = "delivered";
        await desk.RangAsync(null, "Ann Able", "+13105550151", CallCode.CallToday);
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.DanniRangAsync(wakes: true);
        await desk.PassesAsync(TimeSpan.FromHours(44.9));
        Assert.NotEmpty(desk.Carrier.Texts);
        Assert.All(desk.Carrier.Texts, text => Assert.StartsWith("FrontDesk: ASAP Danni Okafor", text.Body, StringComparison.Ordinal));

        await desk.PassesAsync(TimeSpan.FromHours(0.2));
        var wednesday = new DateTimeOffset(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);
        Assert.Contains(desk.Carrier.Texts, text => text.CreatedAt == wednesday && text.Body!.Contains("Gwyneth", StringComparison.Ordinal));
        Assert.Contains(desk.Carrier.Texts, text => text.CreatedAt == wednesday && text.Body!.Contains("Ann Able", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T83_waking_hours_are_those_of_the_zone_the_boss_is_in_when_it_is_sent()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        // Half past four in the morning in Tokyo.
        await desk.ChangeAsync(as_was => as_was with { Zone = "Asia/Tokyo" });
        desk.Clock.Now += TimeSpan.FromHours(1.5);
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero), Assert.Single(await desk.RowsAsync(call)).DueAt);
    }

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08T09:55:00Z", 2, 30, "2026-03-08T10:00:00Z")] // 01:55 PST; 02:30 does not exist
    [InlineData("America/Los_Angeles", "2026-11-01T07:55:00Z", 1, 30, "2026-11-01T08:30:00Z")] // 00:55 PDT; 01:30 comes twice, the first counts
    [InlineData("Australia/Sydney", "2026-10-03T15:55:00Z", 2, 30, "2026-10-03T16:00:00Z")]
    [InlineData("Australia/Sydney", "2026-04-04T14:55:00Z", 2, 30, "2026-04-04T15:30:00Z")]
    public async Task T82_a_waking_time_in_a_gap_is_its_end_and_one_that_comes_twice_is_its_first(
        string zone, string ends, int hour, int minute, string texted)
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.ChangeAsync(as_was => as_was with { Zone = zone, Hours = as_was.Hours with { WakingFrom = new(hour, minute), WakingTo = new(23, 0) } });
        desk.Clock.Now = DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture);
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(DateTimeOffset.Parse(texted, System.Globalization.CultureInfo.InvariantCulture), desk.Carrier.Texts.First().CreatedAt);
    }

    [Fact]
    public async Task C32_somebody_who_rings_five_times_is_chased_once()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var i = 0; i < 5; i++)
        {
            await desk.RangAsync(null, "John Smith", "+13105550142", CallCode.CallAsap);
        }

        await desk.PassesAsync(20 * Minute);
        Assert.Equal(2, desk.Carrier.Texts.Count);
        Assert.All(desk.Carrier.Texts, text => Assert.Contains("x5", text.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_the_assistant_ranks_lower_is_no_longer_chased_and_ranked_up_again_it_is()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.RankAsync(call, CallCode.CallSometime);
        await desk.PassesAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.Carrier.Texts);

        await desk.RankAsync(call, CallCode.CallAsap);
        await desk.RoundAsync();
        Assert.Equal(2, desk.Carrier.Texts.Count);
    }
}
