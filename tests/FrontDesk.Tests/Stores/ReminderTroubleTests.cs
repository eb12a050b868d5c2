using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Tests.Reminders;
using FrontDesk.Texts;
using FrontDesk.Web;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class ReminderTroubleOnSqliteTests() : ReminderTroubleTests(DatabaseEngine.Sqlite);

public sealed class ReminderTroubleOnSqlServerTests() : ReminderTroubleTests(DatabaseEngine.SqlServer);

/// <summary>What becomes of a reminder when the carrier refuses, keeps silent or loses it, and when we die on the way.</summary>
public abstract class ReminderTroubleTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly PhoneNumber FirstCell = PhoneNumber.Parse("+13105550191");

    [Fact]
    public async Task R47_what_the_carrier_did_not_process_is_tried_again_later_and_arrives_once()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.RefusesNext(new SendOutcome.NotProcessed("HTTP 429"));
        desk.Carrier.RefusesNext(new SendOutcome.NotProcessed("HTTP 503"));
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Pending, (await desk.RowsAsync(call))[0].State);
        await desk.PassesAsync(2 * Minute);
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task What_the_carrier_would_not_have_is_none_of_the_phone_s_share()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        foreach (var refusal in Enumerable.Repeat(new SendOutcome.NotProcessed("HTTP 503"), 4))
        {
            desk.Carrier.RefusesNext(refusal);
        }

        await desk.PassesAsync(3 * Minute);
        Assert.Equal(6, await desk.ValueAsync<int>("select count(*) from intents"));
        Assert.Equal(2, desk.Carrier.Texts.Count);
    }

    [Fact]
    public async Task R48_an_answer_that_was_lost_is_looked_up_and_nothing_is_sent_twice()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.AnswersNext(new SendOutcome.Unknown("HTTP 500"));
        var call = await desk.DanniRangAsync();
        await desk.PassesAsync(4 * Minute);
        Assert.Equal(desk.Carrier.Texts.Single().Sid, await desk.ValueAsync<string>("select sid from intents"));
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task R48_what_the_carrier_turns_out_not_to_have_is_sent_again()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.RefusesNext(new SendOutcome.Unknown("no answer in time"));
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        await desk.PassesAsync(2 * Minute);
        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task R48_while_the_carrier_cannot_be_asked_nothing_is_sent_again()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.AnswersNext(new SendOutcome.Unknown("HTTP 500"));
        desk.Carrier.ListsAnswer = false;
        var call = await desk.DanniRangAsync();
        await desk.PassesAsync(10 * Minute);
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Sending, (await desk.RowsAsync(call))[0].State);
        desk.Carrier.ListsAnswer = true;
        await desk.PassesAsync(2 * Minute);
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task R48_two_lost_answers_with_the_same_words_are_not_taken_for_one_another()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        desk.Carrier.ListsAnswer = false;
        desk.Carrier.AnswersNext(new SendOutcome.Unknown("HTTP 500"));
        desk.Carrier.RefusesNext(new SendOutcome.Unknown("HTTP 500"));
        await desk.PassesAsync(20 * Minute);
        Assert.Single(desk.Carrier.Texts);
        desk.Carrier.ListsAnswer = true;
        await desk.PassesAsync(3 * Minute);
        // The second was never sent: finding the first one's words at the carrier must not count for it.
        Assert.Equal(2, desk.Carrier.Texts.Count);
        Assert.Equal(2, await desk.ValueAsync<int>("select count(distinct sid) from intents where sid is not null"));
    }

    [Fact]
    public async Task D40_killed_between_the_intent_and_the_sending_nothing_is_lost_and_nothing_doubled()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        Assert.Single(await desk.Claim.ClaimAsync(desk.Desk.Id));
        // Here the process dies, and another one carries on.
        await desk.PassesAsync(3 * Minute);
        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task D40_killed_between_the_sending_and_the_answer_it_is_looked_up_and_not_doubled()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        desk.Carrier.DiesNext();
        await Assert.ThrowsAsync<AggregateException>(desk.RoundAsync);
        await desk.PassesAsync(3 * Minute);
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task F10_a_callback_that_comes_before_the_answer_adopts_the_text()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.AnswersNext(new SendOutcome.Unknown("HTTP 500"));
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.ReportsAsync(TextStatus.Delivered);
        Assert.Equal(ReminderState.Delivered, (await desk.RowsAsync(call))[0].State);
        await desk.PassesAsync(5 * Minute);
        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(1, await desk.ValueAsync<int>("select count(*) from texts"));
    }

    [Fact]
    public async Task A_text_the_carrier_reports_after_we_gave_it_up_is_not_sent_again()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.RefusesNext(new SendOutcome.NotProcessed("HTTP 503"));
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        var intent = await desk.ValueAsync<Guid>("select id from intents");
        await desk.Log.StatusAsync(intent, "SM" + new string('a', 32), TextStatus.Delivered, null, Cancel);
        await desk.PassesAsync(5 * Minute);
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Delivered, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task R51_a_number_the_carrier_will_not_text_is_rung_instead()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.RefusesNext(new SendOutcome.Refused(21408, Permanent: true, "geo"));
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(desk.Carrier.Calls).To);
        Assert.Null(await desk.ValueAsync<long?>("select max(texts_closed_at) from boss_phones"));
    }

    [Fact]
    public async Task R52_a_boss_who_opted_out_is_rung_instead_from_then_on()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.RefusesNext(new SendOutcome.Refused(21610, Permanent: true, "STOP"));
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Single(desk.Carrier.Calls);
        Assert.NotNull(await desk.ValueAsync<long?>("select max(texts_closed_at) from boss_phones"));
        await desk.PassesAsync(16 * Minute);
        Assert.Empty(desk.Carrier.Texts);
    }

    [Theory]
    [InlineData(30003, false)]
    [InlineData(30008, false)]
    [InlineData(30005, true)]
    [InlineData(30006, true)]
    public async Task R53_a_text_that_did_not_arrive_is_followed_by_a_call(int code, bool closes)
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.ReportsAsync(TextStatus.Undelivered, code);
        await desk.RoundAsync();
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(desk.Carrier.Calls).To);
        Assert.Equal(closes, await desk.ValueAsync<long?>("select max(texts_closed_at) from boss_phones") is not null);
    }

    [Theory]
    [InlineData("sent", 1)]
    [InlineData("delivered", 0)]
    [InlineData("undelivered", 1)]
    public async Task R54_a_text_without_a_receipt_is_asked_after_and_followed_by_a_call(string status, int calls)
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        desk.Carrier.TextStatus = status;
        await desk.DanniRangAsync();
        await desk.PassesAsync(4 * Minute);
        Assert.Empty(desk.Carrier.Calls);
        await desk.PassesAsync(2 * Minute);
        Assert.Equal(calls, desk.Carrier.Calls.Count);
    }

    [Fact]
    public async Task The_boss_is_not_rung_on_two_calls_at_once()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DoAsync("update boss_phones set takes_texts = 0");
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await desk.RoundAsync();
        Assert.Single(desk.Carrier.Calls);
    }

    [Fact]
    public async Task T81_and_conflicting_receipts_delivered_is_believed()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        await desk.ReportsAsync(TextStatus.Delivered);
        await desk.ReportsAsync(TextStatus.Undelivered, 30003);
        await desk.ReportsAsync(TextStatus.Sent);
        await desk.PassesAsync(6 * Minute);
        Assert.Equal(ReminderState.Delivered, (await desk.RowsAsync(call))[0].State);
        Assert.Empty(desk.Carrier.Calls);
    }

    [Fact]
    public async Task Muted_nothing_goes_out_and_nothing_piles_up()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        for (var i = 0; i < 3; i++)
        {
            desk.Carrier.RefusesNext(new SendOutcome.Refused(0, Permanent: true, "outgoing is switched off"));
        }

        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        Assert.Equal([ReminderState.Failed, ReminderState.Pending], (await desk.RowsAsync(call)).Select(row => row.State));
        Assert.Empty(desk.Carrier.Texts);
    }

    [Fact]
    public async Task A_desk_the_carrier_takes_long_over_keeps_no_other_waiting()
    {
        var (slow, other) = await TwoDesksAsync();
        using var arrived = new ManualResetEventSlim();
        slow.Carrier.FateOf = what => answer =>
        {
            if (what.Contains(FirstCell.E164, StringComparison.Ordinal))
            {
                Assert.True(arrived.Wait(TimeSpan.FromSeconds(30), Cancel), "The other desk's text waits for this one.");
            }
            else
            {
                arrived.Set();
            }

            return answer;
        };

        await slow.RoundAsync();

        Assert.Equal([RemindedDesk.Cell.E164, FirstCell.E164], slow.Carrier.Texts.Select(text => text.To).Order());
        Assert.Equal(2, await other.ValueAsync<int>("select count(*) from intents where state = 4"));
    }

    [Fact]
    public async Task A_desk_that_fails_keeps_no_other_from_its_turn_and_has_its_own_again()
    {
        var (failing, _) = await TwoDesksAsync();
        failing.Carrier.FateOf = what => answer => what.Contains(FirstCell.E164, StringComparison.Ordinal) ? throw new InvalidOperationException("its desk only") : answer;

        var fault = await Assert.ThrowsAsync<AggregateException>(failing.RoundAsync);

        Assert.Equal("its desk only", Assert.Single(fault.InnerExceptions).Message);
        Assert.Equal(RemindedDesk.Cell.E164, Assert.Single(failing.Carrier.Texts).To);
        failing.Carrier.FateOf = null;
        await failing.PassesAsync(3 * Minute);
        Assert.Equal([RemindedDesk.Cell.E164, FirstCell.E164], failing.Carrier.Texts.Select(text => text.To).Order());
    }

    [Fact]
    public async Task What_fails_before_the_sending_keeps_nothing_that_is_due_from_going()
    {
        var (desk, _) = await TwoDesksAsync();
        await desk.Planning.PlanAsync(Cancel);
        await desk.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        Database.Dialect.Overhears = sql =>
        {
            if (sql.StartsWith("update calls set planned", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("planning only");
            }
        };

        var fault = await Assert.ThrowsAsync<AggregateException>(desk.RoundAsync);

        Database.Dialect.Overhears = null;
        Assert.Equal("planning only", Assert.Single(fault.InnerExceptions).Message);
        Assert.Equal(2, desk.Carrier.Texts.Count);
    }

    /// <summary>The first is whoever's comes first in the books, and makes the rounds for both.</summary>
    private async Task<(RemindedDesk First, RemindedDesk Second)> TwoDesksAsync()
    {
        var desk = Some.Desk("lloyd", "+13105550190") with
        {
            Id = new Guid(1, 0, 0, new byte[8]),
            Phones = [new BossPhone { Id = Some.Id(), Number = FirstCell, Label = "cell", TakesTexts = true }],
        };
        var (first, second) = (await RemindedDesk.OpenAsync(Database, desk: desk), await RemindedDesk.OpenAsync(Database));
        await first.DanniRangAsync("Gwyneth Lloyd", "+13105550144");
        await second.DanniRangAsync();
        return (first, second);
    }
}
