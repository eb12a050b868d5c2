using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class NodesOnSqliteTests() : NodesTests(DatabaseEngine.Sqlite);

public sealed class NodesOnSqlServerTests() : NodesTests(DatabaseEngine.SqlServer);

/// <summary>What becomes of what a node had in hand when it dies, or stands still and comes back.</summary>
public abstract class NodesTests(DatabaseEngine engine) : StoreTest(engine)
{
    private RemindedDesk desk = null!;
    private Presence other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = await RemindedDesk.OpenAsync(Database);
        other = new Presence(Database, desk.Machine);
        await other.BeatAsync(Cancel);
        await desk.Presence.BeatAsync(Cancel);
    }

    [Fact]
    public async Task A_node_that_counts_on_keeps_what_it_has_and_one_that_does_not_is_buried_once()
    {
        for (var beats = 0; beats < 10; beats++)
        {
            Assert.Equal(0, await PassesAsync(seconds: 2));
            await other.BeatAsync(Cancel);
        }

        Assert.Equal(0, await PassesAsync(seconds: 2));
        Assert.Equal(0, await PassesAsync(seconds: 4));
        Assert.Equal(1, await PassesAsync(seconds: 1));
        Assert.Equal(0, await PassesAsync(seconds: 9));
    }

    [Fact]
    public async Task What_a_node_had_written_and_not_sent_when_it_died_goes_out_within_ten_seconds()
    {
        var call = await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        Assert.Equal(other.Here, Assert.Single(await new ReminderClaim(Database, desk.Book, other, desk.Clock).ClaimAsync(desk.Desk.Id)).Holder);
        await desk.RoundAsync();
        Assert.Empty(desk.Carrier.Texts);

        Assert.True(await SecondsUntilTakenOverAsync() < 10);

        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task What_went_out_and_was_not_noted_is_found_at_the_carrier_within_ten_seconds()
    {
        var call = await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        var claimed = await new ReminderClaim(Database, desk.Book, other, desk.Clock).ClaimAsync(desk.Desk.Id);
        desk.Carrier.DiesNext();
        await Assert.ThrowsAsync<OperationCanceledException>(() => OutboxOf(other).SendAsync(claimed, Cancel));

        Assert.True(await SecondsUntilTakenOverAsync() < 10);

        Assert.Single(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task What_the_carrier_does_not_list_yet_is_looked_up_again_after_a_minute_before_it_is_sent_again()
    {
        await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        var claimed = Assert.Single(await new ReminderClaim(Database, desk.Book, other, desk.Clock).ClaimAsync(desk.Desk.Id));
        Assert.True(await Database.WriteAsync(work => IntentLog.TakeAsync(work, claimed, IntentState.Sending, other.Here, desk.Clock.Now), Cancel));

        Assert.True(await SecondsUntilTakenOverAsync() < 10);
        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal("not at the carrier yet", await desk.ValueAsync<string>("select last_error from intents"));
        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task A_node_that_stood_still_cannot_take_what_it_had_read_before()
    {
        await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        var claimed = await new ReminderClaim(Database, desk.Book, other, desk.Clock).ClaimAsync(desk.Desk.Id);
        await SecondsUntilTakenOverAsync();

        await OutboxOf(other).SendAsync(claimed, Cancel);

        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task A_node_that_was_buried_between_taking_and_sending_sends_nothing()
    {
        var intent = Intent.Due(desk.Clock.Now, desk.Desk.Id, Channel.Text, IntentPurpose.Answer, RemindedDesk.Cell, RemindedDesk.Office, "What was asked.");
        await Database.WriteAsync(work => IntentLog.WriteDownAsync(work, intent), Cancel);
        // Its row is gone, and it stands still from the moment on it takes the text into its hands.
        await desk.DoAsync("delete from nodes where id = @Here", new { other.Here });
        Database.Dialect.Overhears = sql => desk.Machine.Now += sql.StartsWith("update intents set state", StringComparison.Ordinal) ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;
        var before = other.Here;

        await OutboxOf(other).SendAsync(intent, Cancel);

        Database.Dialect.Overhears = null;
        Assert.Empty(desk.Carrier.Texts);
        Assert.NotEqual(before, other.Here);
        await desk.PassesAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("What was asked.", Assert.Single(desk.Carrier.Texts).Body);
    }

    [Fact]
    public async Task Who_was_held_up_before_a_look_does_not_put_back_what_was_sent_meanwhile()
    {
        await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        var claimed = await new ReminderClaim(Database, desk.Book, other, desk.Clock).ClaimAsync(desk.Desk.Id);
        desk.Clock.Now += 2 * IntentLog.Lease;
        var overdue = Assert.Single(await Database.ReadAsync(look => IntentLog.OverdueAsync(look, desk.Clock.Now), Cancel));

        await OutboxOf(other).SendAsync(claimed, Cancel);
        await new Inquiry(Database, desk.Carrier, desk.Outbox, desk.Presence, desk.Clock, NullLogger<Inquiry>.Instance).MakeAsync(overdue, Cancel);

        Assert.Equal(IntentState.Accepted, await desk.ValueAsync<IntentState>("select state from intents"));
        await desk.PassesAsync(TimeSpan.FromMinutes(2));
        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public async Task A_digest_that_was_planned_and_sent_while_a_round_was_held_up_is_not_planned_by_it_again()
    {
        // A quarter to six in California: the desk closes at six, so that the digest is due at once.
        desk.Clock.Now = new DateTimeOffset(2026, 11, 24, 1, 45, 0, TimeSpan.Zero);
        await desk.RangAsync(contact: null, "Paula Reyes", "+13105550166", CallCode.CallToday);
        using ManualResetEventSlim hasRead = new(), goesOn = new();
        Database.Dialect.Overhears = sql =>
        {
            // A book of desks it has never read: it reads them once it knows what is to be planned.
            if (sql.Contains("from desks", StringComparison.Ordinal) && !hasRead.IsSet)
            {
                hasRead.Set();
                goesOn.Wait(Cancel);
            }
        };
        var heldUp = Task.Run(() => new ReminderPlanning(Database, new DeskBook(Database), desk.Clock).PlanAsync(Cancel), Cancel);
        await Task.Run(() => hasRead.Wait(Cancel), Cancel);

        await desk.RoundAsync();
        goesOn.Set();
        await heldUp;
        Database.Dialect.Overhears = null;
        await desk.RoundAsync();

        Assert.StartsWith("FrontDesk: 1 to return", Assert.Single(desk.Carrier.Texts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_held_up_over_a_lookup_does_not_put_back_what_was_found_meanwhile()
    {
        desk.Carrier.RefusesNext(new SendOutcome.Unknown("HTTP 500"));
        var call = await desk.DanniRangAsync();
        await desk.RoundAsync();
        var intent = await desk.ValueAsync<Guid>("select id from intents");
        desk.Carrier.WhileListing = () => Database.WriteAsync(work => IntentLog.AcceptAsync(work, intent, "SM" + new string('a', 32), desk.Clock.Now), Cancel);

        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(desk.Carrier.Texts);
        Assert.Equal(ReminderState.Accepted, (await desk.RowsAsync(call))[0].State);
    }

    [Fact]
    public async Task A_comparison_its_node_died_over_is_begun_anew_at_once()
    {
        Assert.NotNull(await new RunBook(Database, other).BeginAsync(TimeSpan.Zero, desk.Clock.Now, Cancel));
        var ours = new RunBook(Database, desk.Presence);
        Assert.Null(await ours.BeginAsync(TimeSpan.Zero, desk.Clock.Now, Cancel));

        await PassesAsync(seconds: 1);
        await PassesAsync(seconds: 5);

        Assert.NotNull(await ours.BeginAsync(TimeSpan.Zero, desk.Clock.Now, Cancel));
    }

    [Fact]
    public async Task A_call_of_a_desk_that_another_node_had_just_made_was_once_never_reminded_of()
    {
        var elsewhere = new DeskBook(Database);
        var made = desk.Desk with
        {
            Id = Some.Id(),
            Name = "made-elsewhere",
            Lines = [new Line { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550177"), Label = "office" }],
            Phones = [new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550178"), Label = "cell", TakesTexts = true }],
            Version = 0,
        };
        Assert.Equal(SaveOutcome.Saved, await elsewhere.SaveAsync(made, Cancel));
        var call = await desk.RangAsync(null, "Danni Okafor", "+13105550143", CallCode.CallAsap);
        await desk.DoAsync("update calls set desk_id = @Id where id = @call", new { made.Id, call });

        await desk.RoundAsync();

        Assert.Equal("+13105550178", Assert.Single(desk.Carrier.Texts).To);
    }

    [Fact]
    public async Task A_call_is_another_to_whoever_is_planning_it_once_its_card_says_otherwise()
    {
        var call = await desk.DanniRangAsync();
        Task<int> VersionAsync() => Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select version from calls where id = @call", new { call }), Cancel);
        var card = Assert.Single(await new PhoneBook(Database).AllAsync(desk.Desk.Id, Cancel));
        var before = await VersionAsync();

        await new BookActs(new BookPen(Database, new SheetChanges(), new ReminderBell(), desk.Clock)).SaveAsync(card with { WantsToTalk = false }, "alex", Cancel);

        Assert.NotEqual(before, await VersionAsync());
    }

    [Fact]
    public async Task What_a_node_that_was_held_up_did_not_send_goes_out_at_once()
    {
        desk.Carrier.RefusesNext(new SendOutcome.NotProcessed("the node was held up for too long", AtOnce: true));
        await desk.DanniRangAsync();

        await desk.RoundAsync();

        Assert.Single(desk.Carrier.Texts);
    }

    [Fact]
    public void A_machine_that_slept_holds_nothing_any_more_though_its_running_time_stood_still()
    {
        var machine = new Sleeper { Now = desk.Clock.Now };
        var hold = new Hold(Guid.Empty, machine.GetTimestamp(), machine.Now, machine);
        Assert.True(hold.Stands);

        machine.Now += TimeSpan.FromMinutes(1);

        Assert.False(hold.Stands);
    }

    [Fact]
    public async Task Nobody_waits_for_a_node_that_left()
    {
        await desk.DanniRangAsync();
        await desk.Planning.PlanAsync(Cancel);
        await new ReminderClaim(Database, desk.Book, other, desk.Clock).ClaimAsync(desk.Desk.Id);

        await other.LeaveAsync(desk.Clock.Now, Cancel);
        await desk.RoundAsync();

        Assert.Single(desk.Carrier.Texts);
    }

    /// <summary>The other one has just counted on, and then does no more: watched each second, as a heart beats.</summary>
    private async Task<int> SecondsUntilTakenOverAsync()
    {
        await other.BeatAsync(Cancel);
        for (var seconds = 1; ; seconds++)
        {
            Assert.True(seconds < 60, "Nobody takes over.");
            if (await PassesAsync(seconds: 1) > 0)
            {
                await desk.RoundAsync();
                return seconds;
            }
        }
    }

    /// <returns>How many nodes were buried.</returns>
    private async Task<int> PassesAsync(int seconds)
    {
        desk.Machine.Now += TimeSpan.FromSeconds(seconds);
        desk.Clock.Now += TimeSpan.FromSeconds(seconds);
        await desk.Presence.BeatAsync(Cancel);
        return (await desk.Presence.BuryAsync(desk.Clock.Now, Cancel)).Nodes;
    }

    private Outbox OutboxOf(Presence node) => new(Database, desk.Carrier, node, RemindedDesk.Settings, desk.Clock, NullLogger<Outbox>.Instance);

    private sealed class Sleeper : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 1;
    }
}
