using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class ReminderRungOnSqliteTests() : ReminderRungTests(DatabaseEngine.Sqlite);

public sealed class ReminderRungOnSqlServerTests() : ReminderRungTests(DatabaseEngine.SqlServer);

/// <summary>A desk with a ladder of its own: who is told by which rung, and what the books say of it.</summary>
public abstract class ReminderRungTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly PhoneNumber Assistant = PhoneNumber.Parse("+13105550104");

    private static readonly Reminding Four = new()
    {
        Ladder = new ReminderLadder(
            [new(RungWay.Text, TimeSpan.Zero), new(RungWay.Call, 10 * Minute), new(RungWay.NextPhone, 10 * Minute), new(RungWay.Assistant, 10 * Minute)], TimeSpan.FromHours(1)),
    };

    [Fact]
    public async Task The_ladder_is_climbed_rung_by_rung_and_every_try_is_on_file()
    {
        var desk = await OpenAsync();
        desk.Carrier.TextStatus = "delivered";
        var call = await desk.DanniRangAsync();
        await desk.PassesAsync(9 * Minute);
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(desk.Carrier.Texts).To);
        Assert.Empty(desk.Carrier.Calls);

        await desk.PassesAsync(2 * Minute);
        await EndsAsync(desk, CallStatus.NoAnswer);
        await desk.PassesAsync(10 * Minute);
        await EndsAsync(desk, CallStatus.Busy);
        await desk.PassesAsync(10 * Minute);

        Assert.Equal([RemindedDesk.Cell.E164, RemindedDesk.Home.E164], desk.Carrier.Calls.Select(rung => rung.To));
        var told = desk.Carrier.Texts.Last();
        Assert.Equal(Assistant.E164, told.To);
        Assert.StartsWith("FrontDesk, not returned yet: ASAP Danni Okafor 310-555-0143 re the Big Merger", told.Body, StringComparison.Ordinal);
        Assert.True(told.Body!.Length <= Gsm7.SingleSegment && Gsm7.Carries(told.Body));
        Assert.Equal(
            [(0, RungWay.Text, RemindedDesk.Cell), (1, RungWay.Call, RemindedDesk.Cell), (2, RungWay.NextPhone, RemindedDesk.Home), (3, RungWay.Assistant, Assistant)],
            (await TriesAsync(call)).Select(tried => (tried.Rung, tried.Way, tried.Phone!.Value)));
        Assert.Equal(["NoAnswer: no key was pressed", "Busy: no key was pressed"], (await TriesAsync(call)).Where(tried => tried.Channel == Channel.Call).Select(tried => tried.LastError));
    }

    [Fact]
    public async Task After_a_change_of_the_ladder_what_waits_keeps_its_time_and_its_place_and_goes_as_the_new_one_says()
    {
        var desk = await OpenAsync();
        desk.Carrier.TextStatus = "delivered";
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        var waiting = (await desk.RowsAsync(call)).Single(row => row.State == ReminderState.Pending);

        await desk.ChangeAsync(as_was => as_was with
        {
            Reminding = new Reminding { Ladder = new ReminderLadder([new(RungWay.Text, TimeSpan.Zero), new(RungWay.Assistant, 20 * Minute), new(RungWay.Text, 25 * Minute)], TimeSpan.FromHours(1)) },
        });
        await desk.RoundAsync();
        Assert.Equal(waiting.DueAt, (await desk.RowsAsync(call)).Single(row => row.State == ReminderState.Pending).DueAt);

        await desk.PassesAsync(waiting.DueAt - desk.Clock.Now);
        Assert.Equal([RemindedDesk.Cell.E164, Assistant.E164], desk.Carrier.Texts.Select(text => text.To));
        Assert.Empty(desk.Carrier.Calls);
        await desk.PassesAsync(15 * Minute);
        Assert.Equal([(0, RungWay.Text), (1, RungWay.Assistant), (2, RungWay.Text)], (await TriesAsync(call)).Select(tried => (tried.Rung, tried.Way)));
        // It waited until the tenth minute after the call; the new ladder has rungs at the twentieth and the forty-fifth.
        Assert.Equal(waiting.DueAt + (35 * Minute), (await desk.RowsAsync(call)).Single(row => row.State == ReminderState.Pending).DueAt);
    }

    [Fact]
    public async Task A_desk_without_an_assistant_rings_every_phone_instead_and_says_why()
    {
        var desk = await OpenAsync(desk => desk with { AssistantNumber = null, Reminding = new Reminding { Ladder = new ReminderLadder([new(RungWay.Assistant, TimeSpan.Zero)], TimeSpan.FromHours(1)) } });
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(desk.Carrier.Calls).To);
        Assert.Equal([(SkipReason?)SkipReason.NoAssistant, null], (await TriesAsync(call)).Select(tried => tried.Skipped));
    }

    [Fact]
    public async Task R52_an_opted_out_phone_is_passed_over_for_the_next_rung_and_the_text_that_told_us_too()
    {
        var desk = await OpenAsync();
        desk.Carrier.RefusesNext(new SendOutcome.Refused(21610, Permanent: true, "opted out"));
        var first = await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(desk.Carrier.Calls).To);
        await EndsAsync(desk, CallStatus.NoAnswer);
        desk.Clock.Now += Minute;

        var second = await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.RoundAsync();
        Assert.Equal(2, desk.Carrier.Calls.Count);
        Assert.Equal([SkipReason.TextsClosed], (await TriesAsync(second)).Select(tried => tried.Skipped).OfType<SkipReason>());
        Assert.Equal([0, 1], (await TriesAsync(first)).Select(tried => tried.Rung));
    }

    [Fact]
    public async Task An_assistant_who_said_STOP_is_texted_no_more_until_START()
    {
        var desk = await OpenAsync(desk => desk with { Reminding = new Reminding { Ladder = new ReminderLadder([new(RungWay.Assistant, TimeSpan.Zero)], TimeSpan.FromHours(1)) } });
        await desk.SaysAsync("STOP", Assistant);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Single(desk.Carrier.Calls);

        await desk.SaysAsync("START", Assistant);
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.RoundAsync();
        Assert.Equal(Assistant.E164, Assert.Single(desk.Carrier.Texts).To);
    }

    [Fact]
    public async Task T77_what_came_due_too_long_ago_expires_and_is_counted_in_one_digest_with_the_most_important_first()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var today = await desk.RangAsync(null, "Ann Able", "+13105550151", CallCode.CallToday);
        var asap = await desk.RangAsync(null, "Bob Baker", "+13105550152", CallCode.CallAsap);
        await desk.Planning.PlanAsync(Cancel);
        // Down from before the first nudge until noon the next day.
        desk.Clock.Now += TimeSpan.FromHours(26);
        await desk.RoundAsync();

        var digest = Assert.Single(desk.Carrier.Texts).Body;
        Assert.StartsWith("FrontDesk: 2 to return, 1 overdue. 1) ASAP Bob Baker", digest, StringComparison.Ordinal);
        Assert.Contains("2) Ann Able", digest, StringComparison.Ordinal);
        Assert.Empty(desk.Carrier.Calls);
        Assert.Equal([ReminderState.Cancelled], (await desk.RowsAsync(today)).Select(row => row.State));
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from reminders where expired_at is not null and intent_id is not null"));
        Assert.Contains(await desk.RowsAsync(asap), row => row.State == ReminderState.Pending);

        await desk.PassesAsync(Minute);
        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task T77_an_ASAP_call_whose_nudge_expires_is_told_in_the_digest_and_chased_on()
    {
        var desk = await OpenAsync(desk => desk with { AssistantNumber = null, Reminding = new Reminding { AsapUsefulFor = TimeSpan.FromHours(2) } });
        var call = await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        desk.Clock.Now += TimeSpan.FromHours(3);
        await desk.RoundAsync();
        Assert.StartsWith("FrontDesk: 1 to return, 1 overdue. 1) ASAP Danni Okafor", Assert.Single(desk.Carrier.Texts).Body, StringComparison.Ordinal);
        Assert.Contains(await desk.RowsAsync(call), row => row.State == ReminderState.Pending);
        await desk.PassesAsync(TimeSpan.FromHours(1));
        Assert.StartsWith("FrontDesk: ASAP Danni Okafor", desk.Carrier.Texts.ElementAt(1).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T77_what_expired_in_the_night_is_counted_when_the_boss_wakes()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.RangAsync(null, "Ann Able", "+13105550151", CallCode.CallToday);
        await desk.Planning.PlanAsync(Cancel);
        // Half past four in the morning, two days on.
        desk.Clock.Now += TimeSpan.FromHours(42.5);
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from reminders where expired_at is not null"));

        desk.Clock.Now += TimeSpan.FromHours(3);
        await desk.RoundAsync();
        Assert.StartsWith("FrontDesk: 1 to return, 1 overdue. 1) Ann Able", Assert.Single(desk.Carrier.Texts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T83_a_boss_in_London_is_texted_in_her_morning_and_with_her_time()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.ChangeAsync(as_was => as_was with { Stays = [new("Europe/London", new(2026, 11, 23, 12, 0, 0), new(2026, 11, 30, 12, 0, 0))] });
        desk.Carrier.TextStatus = "delivered";
        // Eleven at night in London, three in the afternoon at the desk.
        desk.Clock.Now += TimeSpan.FromHours(5);
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(7.9));
        Assert.Empty(desk.Carrier.Texts);
        await desk.PassesAsync(TimeSpan.FromHours(0.2));
        var text = Assert.Single(desk.Carrier.Texts);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero), text.CreatedAt);
        Assert.Contains(", Mon 23:00", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T83_what_waits_for_the_morning_at_home_goes_at_once_when_she_turns_out_to_be_where_it_is_day()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        // Midnight at the desk.
        desk.Clock.Now += TimeSpan.FromHours(14);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);

        var stays = new BossStays(Database, desk.Book, new ReminderBell(), desk.Clock);
        var now = desk.Book.WithId(desk.Desk.Id)!;
        Assert.IsType<StayOutcome.Saved>(await stays.SaveAsync(now, [new("Europe/London", new(2026, 11, 20, 9, 0, 0), new(2026, 11, 30, 9, 0, 0))], now.Version, Cancel));
        await desk.RoundAsync();
        Assert.Single(desk.Carrier.Texts);
        Assert.IsType<StayOutcome.Stale>(await stays.SaveAsync(now, [], now.Version, Cancel));
    }

    private async Task<RemindedDesk> OpenAsync(Func<Desk, Desk>? change = null)
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.ChangeAsync(as_was => as_was with { AssistantNumber = Assistant, Reminding = Four });
        await desk.ChangeAsync(change ?? (same => same));
        return desk;
    }

    private Task<IReadOnlyList<ReminderTry>> TriesAsync(Guid call) => new ReminderTries(Database).OfCallAsync(call, Cancel);

    private static async Task EndsAsync(RemindedDesk desk, CallStatus status)
    {
        await desk.Calls.EndedAsync(RemindedDesk.IntentIn(desk.Carrier.Callbacks.Last()), desk.Carrier.Calls.Last().Sid, status, Cancel);
        await desk.RoundAsync();
    }
}
