using FrontDesk.Calls;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Reminders;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class ReminderCallOnSqliteTests() : ReminderCallTests(DatabaseEngine.Sqlite);

public sealed class ReminderCallOnSqlServerTests() : ReminderCallTests(DatabaseEngine.SqlServer);

/// <summary>The boss is rung because texts do not get through.</summary>
public abstract class ReminderCallTests(DatabaseEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task No_name_is_spoken_before_a_key_was_pressed()
    {
        var (desk, call) = await RungAsync();
        Assert.Equal(ReminderSpeech.Opening, (await AnswerAsync(desk)).Say);
        Assert.Equal(ReminderSpeech.Opening, (await PressAsync(desk, told: false, 1, "")).Say);
        Assert.Equal(ReminderSpeech.Goodbye, (await PressAsync(desk, told: false, 2, "")).Say);
        Assert.Equal(ReminderSpeech.Opening, (await PressAsync(desk, told: false, 1, "2")).Say);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task After_1_it_says_who_on_which_number_and_regarding_what()
    {
        var (desk, call) = await RungAsync();
        await AnswerAsync(desk);
        var told = await PressAsync(desk, told: false, 1, "1");
        Assert.Equal(
            "Danni Okafor, 3 1 0, 5 5 5, 0 1 4 3. Regarding the Big Merger. Press 1 if you have returned the call, 2 to be reminded in 30 minutes, 3 to be connected, or star to hear it again.",
            told.Say);
        Assert.Equal(told.Say, (await PressAsync(desk, told: true, 1, "*")).Say);
        Assert.Equal(ReminderState.Delivered, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task Then_1_marks_it_returned_and_stops_the_rest()
    {
        var (desk, call) = await RungAsync();
        await AnswerAsync(desk);
        await PressAsync(desk, told: false, 1, "1");
        Assert.Equal(ReminderSpeech.Returned, (await PressAsync(desk, told: true, 1, "1")).Say);
        await EndAsync(desk, CallStatus.Completed);
        await desk.PassesAsync(TimeSpan.FromHours(3));
        Assert.Equal(3, await desk.ValueAsync<int>("select ball from calls"));
        Assert.Single(desk.Carrier.Calls);
        Assert.DoesNotContain(await desk.RowsAsync(call), row => row.State == ReminderState.Pending);
    }

    [Fact]
    public async Task Then_2_puts_it_off_for_half_an_hour()
    {
        var (desk, call) = await RungAsync();
        await AnswerAsync(desk);
        await PressAsync(desk, told: false, 1, "1");
        Assert.Equal("I will remind you at 10:30 AM. Goodbye.", (await PressAsync(desk, told: true, 1, "2")).Say);
        Assert.Equal(desk.Clock.Now.AddMinutes(30), (await desk.RowsAsync(call)).Single(row => row.State == ReminderState.Pending).DueAt);
    }

    [Fact]
    public async Task R60_an_answering_machine_is_left_word_at_most_and_the_next_phone_is_rung()
    {
        var (desk, call) = await RungAsync();
        await AnswerAsync(desk);
        await EndAsync(desk, CallStatus.Completed);
        await desk.RoundAsync();
        Assert.Equal([RemindedDesk.Cell.E164, RemindedDesk.Home.E164], desk.Carrier.Calls.Select(rung => rung.To));

        await EndAsync(desk, CallStatus.NoAnswer);
        await desk.RoundAsync();
        Assert.Equal(2, desk.Carrier.Calls.Count);
        Assert.Equal([ReminderState.Failed, ReminderState.Pending], (await desk.RowsAsync(call)).Select(row => row.State));
    }

    [Fact]
    public async Task F10_a_call_whose_placing_was_left_unanswered_is_known_by_the_intent_it_brings()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DoAsync("update boss_phones set takes_texts = 0");
        desk.Carrier.AnswersNext(new FrontDesk.Web.Telephony.SendOutcome.Unknown("HTTP 500"));
        await desk.DanniRangAsync();
        await desk.RoundAsync();
        await AnswerAsync(desk);
        Assert.Equal(desk.Carrier.Calls.Single().Sid, await desk.ValueAsync<string>("select sid from intents"));
    }

    [Fact]
    public async Task S89_another_call_cannot_speak_for_this_one()
    {
        var (desk, call) = await RungAsync();
        await AnswerAsync(desk);
        await PressAsync(desk, told: false, 1, "1");
        var other = await desk.Calls.PressedAsync(IntentOf(desk), "CA" + new string('f', 32), told: true, 1, "1", Cancel);
        Assert.Equal(ReminderSpeech.Goodbye, other.Say);
        Assert.Equal(1, await desk.ValueAsync<int>("select ball from calls"));
        Assert.Equal(ReminderSpeech.Goodbye, (await desk.Calls.AnsweredAsync(Guid.CreateVersion7(desk.Clock.Now), "CA1", Cancel)).Say);
        Assert.NotEmpty(await desk.RowsAsync(call));
    }

    [Fact]
    public async Task Several_calls_are_told_in_one_and_1_marks_none_of_them()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DoAsync("update boss_phones set takes_texts = 0");
        for (var i = 0; i < 7; i++)
        {
            await desk.RangAsync(null, $"Caller {i}", RemindedDesk.Fictional(i), CallCode.CallAsap);
        }

        await desk.RoundAsync();
        Assert.Single(desk.Carrier.Calls);
        await AnswerAsync(desk);
        var told = await PressAsync(desk, told: false, 1, "1");
        Assert.StartsWith("7 calls to return. ", told.Say, StringComparison.Ordinal);
        Assert.Contains("The other 2 are on your sheet.", told.Say, StringComparison.Ordinal);
        await PressAsync(desk, told: true, 1, "1");
        Assert.Equal(0, await desk.ValueAsync<int>("select count(*) from calls where ball = 3"));
    }

    private async Task<(RemindedDesk Desk, Guid Call)> RungAsync()
    {
        var desk = await RemindedDesk.OpenAsync(Database);
        await desk.DoAsync("update boss_phones set takes_texts = 0");
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        return (desk, call);
    }

    private static Guid IntentOf(RemindedDesk desk) => RemindedDesk.IntentIn(desk.Carrier.Callbacks.Last());

    private static string SidOf(RemindedDesk desk) => desk.Carrier.Calls.Last().Sid;

    private static Task<ReminderLine> AnswerAsync(RemindedDesk desk) => desk.Calls.AnsweredAsync(IntentOf(desk), SidOf(desk), Cancel);

    private static Task<ReminderLine> PressAsync(RemindedDesk desk, bool told, int attempt, string keys) =>
        desk.Calls.PressedAsync(IntentOf(desk), SidOf(desk), told, attempt, keys, Cancel);

    private static Task EndAsync(RemindedDesk desk, CallStatus status) => desk.Calls.EndedAsync(IntentOf(desk), SidOf(desk), status, Cancel);
}
