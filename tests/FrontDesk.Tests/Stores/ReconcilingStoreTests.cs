using System.Globalization;
using FrontDesk.Desks;
using FrontDesk.Reconciling;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class ReconcilingStoreTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly PhoneNumber Boss = PhoneNumber.Parse("+13105550101");

    private readonly Desk desk = Some.Desk();
    private readonly StandingClock clock = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    private PretendCarrier Carrier => field ??= new(clock);

    private Presence ThisNode => field ??= new(Database, TimeProvider.System);

    private RunBook Runs => field ??= new(Database, ThisNode);

    private DateTimeOffset Now => clock.Now;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
        // This desk takes calls since ten minutes ago.
        await RoundAsync();
        clock.Now += TimeSpan.FromMinutes(10);
    }

    [Fact]
    public async Task A_missed_call_is_written_down_once_however_often_it_is_found()
    {
        Rings(1);
        Assert.Equal(1, (await RoundAsync()).CallsMissed);
        Assert.Equal(0, (await RoundAsync()).CallsMissed);
        Assert.Equal(1, await CountAsync("calls where found_at is not null and call_sid is not null and planned = 0 and live = 1"));
    }

    [Fact]
    public async Task A_line_answers_for_what_rang_since_it_is_on_file_and_not_for_what_its_number_got_elsewhere()
    {
        var second = PhoneNumber.Parse("+13105550195");
        await new DeskBook(Database).SaveAsync(
            Some.Desk("other", second.E164) with { Lines = [new Line { Id = Some.Id(), Number = second, Label = "new", Since = Now }] }, Cancel);
        Rings(1, to: second.E164, at: Now.AddMinutes(-5));
        Rings(2, to: second.E164, at: Now.AddSeconds(30));
        clock.Now += TimeSpan.FromMinutes(2);

        Assert.Equal(1, (await RoundAsync()).CallsMissed);
        Assert.Equal(1, await CountAsync($"calls where call_sid = '{Sid(2)}'"));
    }

    [Fact]
    public async Task F12_rounds_of_several_nodes_at_the_same_time_write_each_missed_call_down_once()
    {
        for (var call = 1; call <= 30; call++)
        {
            Rings(call);
        }

        var (nodes, calls) = (Enumerable.Range(0, 6).Select(_ => MissedCalls()).ToList(), Carrier.OthersCalls.ToList());
        var written = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.WriteDownAsync(calls, Now, Cancel))));

        Assert.Equal(30, written.Sum());
        Assert.Equal(30, await CountAsync("calls"));
        Assert.Equal(30, (await MissedCalls().KnownAsync(calls.Select(call => call.Sid).Append(Sid(99)), Cancel)).Count);
    }

    [Fact]
    public async Task A_call_that_is_filed_is_known()
    {
        Rings(1);
        await RoundAsync();
        clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(1, await new CallFiling(Database).FileAsync(Now, Cancel));

        Assert.Equal((1, 0), Counts(await RoundAsync()));
        Assert.Equal(1, await CountAsync("calls"));
    }

    [Fact]
    public async Task One_round_at_a_time_and_one_whose_node_died_is_over_when_its_lease_is()
    {
        var first = await Runs.BeginAsync(TimeSpan.Zero, Now, Cancel);
        Assert.NotNull(first);
        Assert.Null(await Runs.BeginAsync(TimeSpan.Zero, Now.AddMinutes(1), Cancel));

        var second = await Runs.BeginAsync(TimeSpan.Zero, Now.AddMinutes(3), Cancel);

        Assert.NotNull(second);
        Assert.Equal((first.SinceAt, RunState.UnderWay), (second.SinceAt, second.State));
        Assert.Equal(1, await CountAsync("reconciliations where state = 3 and why = 'it was cut short'"));
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Runs.BeginAsync(TimeSpan.Zero, Now.AddMinutes(10), Cancel))));
        Assert.Single(begun.OfType<ReconcileRun>());
    }

    [Fact]
    public async Task A_node_that_comes_round_to_it_leaves_it_where_another_has_just_done_it()
    {
        Assert.NotNull(await Reconciliation().RunAsync(TimeSpan.Zero, Cancel));
        Assert.Null(await Reconciliation().RunAsync(TimeSpan.FromMinutes(30), Cancel));
        clock.Now += TimeSpan.FromMinutes(31);
        Assert.NotNull(await Reconciliation().RunAsync(TimeSpan.FromMinutes(30), Cancel));
    }

    [Fact]
    public async Task R58_a_list_that_breaks_off_keeps_what_was_read_says_so_and_is_read_anew()
    {
        for (var call = 1; call <= 5; call++)
        {
            Rings(call);
        }

        Carrier.PagesBeforeSilence = 1;
        var broken = await RoundAsync();
        Assert.Equal((RunState.BrokenOff, 2, "calls of 2026-11-23: HTTP 500"), (broken.State, broken.CallsMissed, broken.Why));
        Assert.True(broken.StepsDone < broken.StepsTotal);

        Carrier.PagesBeforeSilence = null;
        var whole = await RoundAsync();
        Assert.Equal((RunState.Complete, 3), (whole.State, whole.CallsMissed));
        Assert.Equal(whole.StepsTotal, whole.StepsDone);
        Assert.Equal(5, await CountAsync("calls"));
        Assert.Equal(whole.Id, (await Runs.NewestCompleteAsync(Cancel))!.Id);
    }

    [Fact]
    public async Task A_carrier_that_is_away_is_not_asked_for_every_day_of_a_long_absence()
    {
        clock.Now += TimeSpan.FromDays(40);
        Carrier.ListsAnswer = false;

        var away = await RoundAsync();
        Assert.Equal((RunState.BrokenOff, 0, "numbers: HTTP 500"), (away.State, away.StepsDone, away.Why));

        Carrier.ListsAnswer = true;
        Rings(1, at: Now.AddDays(-20));
        var run = await RoundAsync();
        Assert.Equal((1 + (2 * 41), 1), (run.StepsDone, run.CallsMissed));
        Assert.Equal(1 + (2 * 2), (await RoundAsync()).StepsTotal);
    }

    [Fact]
    public async Task A_day_is_not_done_with_while_the_carrier_does_not_say_which_numbers_lead_to_us()
    {
        Carrier.Lines.AddRange([new CarrierLine(), new CarrierLine(), new CarrierLine { PhoneNumber = "+13105550109", VoiceUrl = "https://desk.example.org/twilio/voice" }]);
        Carrier.PagesBeforeSilence = 1;
        Rings(1, to: "+13105550109");
        Assert.Equal(0, (await RoundAsync()).CallsMissed);

        Carrier.PagesBeforeSilence = null;
        Assert.Equal(1, (await RoundAsync()).CallsMissed);
        Assert.Equal(1, await CountAsync("calls where desk_id is null"));
    }

    [Fact]
    public async Task Calls_from_before_the_desk_took_calls_and_calls_to_others_are_left_alone()
    {
        Rings(1, at: Now.AddDays(-1));
        Rings(2, to: "+13105550190");
        Carrier.OthersCalls.Add(new CarrierCall { Sid = "not a call", From = "+13105550177", To = Some.Office.E164, Direction = "inbound", Status = "completed", StartTime = Said(Now) });
        Carrier.OthersCalls.Add(new CarrierCall { Sid = Sid(3), From = "<script>", To = null, Direction = null, Status = "nonsense", StartTime = Said(Now) });

        Assert.Equal(0, (await RoundAsync()).CallsMissed);
        Assert.Equal(0, await CountAsync("calls"));
    }

    [Fact]
    public async Task Our_own_call_that_came_back_to_the_line_is_a_loop_and_no_caller()
    {
        Rings(1, from: Some.Office.E164);

        await RoundAsync();

        Assert.Equal(1, await CountAsync("calls where unwanted = 4"));
    }

    [Fact]
    public async Task R48_an_intent_in_doubt_is_settled_by_what_the_carrier_lists()
    {
        var intent = await SendsAsync(IntentState.Unknown, "John Smith 310-555-0142");
        await Carrier.SendTextAsync(new OutgoingText(Some.Office, Boss, "John Smith 310-555-0142", new Uri("https://desk.example.org/")), Cancel);
        clock.Now += TimeSpan.FromMinutes(5);

        var run = await RoundAsync();

        Assert.Equal((1, 0, 0), (run.IntentsSettled, run.IntentsInDoubt, run.ForeignSeen));
        Assert.Equal(Carrier.Texts.Single().Sid, (await Database.ReadAsync(look => IntentLog.FindAsync(look, intent), Cancel))!.Sid);
        Assert.Single(Carrier.Texts);
    }

    [Fact]
    public async Task What_was_given_up_as_never_sent_and_is_in_the_list_after_all_went()
    {
        var intent = await SendsAsync(IntentState.Failed, "Digest");
        await Carrier.SendTextAsync(new OutgoingText(Some.Office, Boss, "Digest", new Uri("https://desk.example.org/")), Cancel);
        await Carrier.SendTextAsync(new OutgoingText(Some.Office, Boss, "Sent by somebody else", new Uri("https://desk.example.org/")), Cancel);
        clock.Now += TimeSpan.FromMinutes(5);

        var run = await RoundAsync();

        Assert.Equal((1, 1), (run.IntentsSettled, run.ForeignSeen));
        Assert.Equal(IntentState.Done, (await Database.ReadAsync(look => IntentLog.FindAsync(look, intent), Cancel))!.State);
        Assert.Equal(1, await CountAsync("texts where direction = 2"));
        var again = await RoundAsync();
        Assert.Equal((0, 1), (again.IntentsSettled, again.ForeignSeen));
    }

    [Fact]
    public async Task S108_an_erased_id_and_what_an_erased_number_did_until_then_stay_erased()
    {
        await Database.WriteAsync(
            async work =>
            {
                await Tombstones.RaiseForSidAsync(work, Sid(1), Now);
                await Tombstones.RaiseForNumberAsync(work, PhoneNumber.Parse("+13105550177"), Now.AddMinutes(-5));
                await Tombstones.RaiseForNumberAsync(work, PhoneNumber.Parse("+13105550177"), Now.AddMinutes(-2));
            },
            Cancel);
        Rings(1, from: "+13105550142");
        Rings(2, from: "+13105550177", at: Now.AddMinutes(-3));
        Rings(3, from: "+13105550177", at: Now.AddMinutes(-1));

        var run = await RoundAsync();

        Assert.Equal((2, 1), (run.ErasedPassed, run.CallsMissed));
        Assert.Equal(1, await CountAsync("tombstones where mark like 'call %'"));
        Assert.Equal(0, await CountAsync("tombstones where mark like '%5550177%'"));
    }

    [Fact]
    public async Task A_difference_keeps_since_when_it_is_there_and_goes_when_it_is_gone()
    {
        var difference = new NumberDifference("+13105550100", NumberSetting.Voice, "https://desk.example.org/twilio/voice", null);
        await Runs.ReplaceDifferencesAsync([difference], Now, Cancel);
        await Runs.ReplaceDifferencesAsync([difference, difference with { Setting = NumberSetting.Text }], Now.AddHours(1), Cancel);

        Assert.Equal([Now, Now.AddHours(1)], (await Runs.DifferencesAsync(Cancel)).Select(known => known.SinceAt));
        Assert.Equal(1, await Runs.ReplaceDifferencesAsync([difference with { Theirs = "https://elsewhere.example.org" }], Now.AddHours(2), Cancel));
        Assert.Equal(("https://elsewhere.example.org", Now.AddHours(2)), (await Runs.DifferencesAsync(Cancel)).Select(known => (known.Difference.Theirs, known.SinceAt)).Single());
        await Runs.ReplaceDifferencesAsync([], Now.AddHours(3), Cancel);
        Assert.Empty(await Runs.DifferencesAsync(Cancel));
    }

    [Fact]
    public async Task Old_rounds_go_and_what_they_knew_stays()
    {
        var first = await Runs.NewestAsync(Cancel);
        clock.Now += TimeSpan.FromDays(40);
        await RoundAsync();

        Assert.Equal(1, await CountAsync("reconciliations"));
        Assert.Equal(first!.SinceAt, (await Runs.NewestAsync(Cancel))!.SinceAt);
    }

    private static string Sid(int call) => $"CA{call:x32}";

    private static string Said(DateTimeOffset at) => at.ToString("r", CultureInfo.InvariantCulture);

    private static (int Read, int Missed) Counts(ReconcileRun run) => (run.CallsRead, run.CallsMissed);

    private void Rings(int call, string from = "+13105550177", string? to = null, DateTimeOffset? at = null) => Carrier.OthersCalls.Add(new CarrierCall
    {
        Sid = Sid(call),
        From = from,
        To = to ?? Some.Office.E164,
        Direction = "inbound",
        Status = "completed",
        StartTime = Said(at ?? Now),
        EndTime = Said(at ?? Now),
        Duration = 5,
    });

    private async Task<Guid> SendsAsync(IntentState state, string body)
    {
        var intent = Intent.Due(Now, desk.Id, Channel.Text, IntentPurpose.Answer, Boss, Some.Office, body) with { State = state };
        await Database.WriteAsync(work => IntentLog.WriteDownAsync(work, intent), Cancel);
        return intent.Id;
    }

    private async Task<ReconcileRun> RoundAsync() => (await Reconciliation().RunAsync(TimeSpan.Zero, Cancel))!;

    private Reconciliation Reconciliation()
    {
        var book = new DeskBook(Database);
        book.ReloadAsync(Cancel).GetAwaiter().GetResult();
        var outbox = new Outbox(Database, Carrier, ThisNode, RemindedDesk.Settings, clock, NullLogger<Outbox>.Instance);
        var inquiry = new Inquiry(Database, Carrier, outbox, ThisNode, clock, NullLogger<Inquiry>.Instance);
        return new Reconciliation(
            Runs, Carrier, book, MissedCalls(book), new MissedTexts(Database, book), new SentOut(Database, inquiry), new Tombstones(Database), RemindedDesk.Settings, clock,
            NullLogger<Reconciliation>.Instance);
    }

    private MissedCalls MissedCalls(DeskBook? book = null) => new(
        Database, book ?? new DeskBook(Database), new PhoneBook(Database), new CallLog(Database), new CallsUnderWay(Database), new SheetChanges(), new ReminderBell());

    private Task<int> CountAsync(string what) => Database.ReadAsync(look => look.FirstOrDefaultAsync<int>($"select count(*) from {what}"), Cancel);
}

public sealed class ReconcilingStoreOnSqlite() : ReconcilingStoreTests(DatabaseEngine.Sqlite);

public sealed class ReconcilingStoreOnSqlServer() : ReconcilingStoreTests(DatabaseEngine.SqlServer);
