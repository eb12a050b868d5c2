using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class SheetStoreMarkTests(DatabaseEngine engine) : StoreTest(engine)
{
    private readonly Desk desk = Some.Desk();
    private readonly WallClock clock = new(Some.Morning.AddHours(1));
    private readonly SheetChanges changes = new();
    private readonly ReminderBell bell = new();
    private CurrentSheet sheet = null!;
    private SheetMarks marks = null!;
    private SheetUndo undo = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var desks = new DeskBook(Database);
        await desks.SaveAsync(desk, Cancel);
        sheet = new CurrentSheet(new SheetStore(Database), desks, clock);
        marks = new SheetMarks(Database, sheet, changes, bell, clock);
        undo = new SheetUndo(Database, changes, bell, clock);
    }

    [Fact]
    public async Task Returned_settles_every_call_of_the_line_and_stops_its_reminders_in_the_same_act()
    {
        var first = await Database.RingsAsync(desk, new SeedCall());
        var second = await Database.RingsAsync(desk, new SeedCall { ReceivedAt = Some.Morning.AddMinutes(30) });
        var other = await Database.RingsAsync(desk, new SeedCall { Party = "+13105550143" });
        var sent = await Database.RemindsAsync(desk, first, 0, ReminderState.Delivered);
        var onItsWay = await Database.RemindsAsync(desk, first, 1, ReminderState.Sending);
        var due = await Database.RemindsAsync(desk, second, 0, ReminderState.Pending);
        var others = await Database.RemindsAsync(desk, other, 0, ReminderState.Pending);
        var stamp = changes.Stamp(desk.Id);

        var line = await LineOfAsync(second);
        await MarkAsync(line, MarkKind.Returned);

        Assert.Equal([other], (await sheet.LinesAsync(desk.Id, Cancel)).Select(left => left.Id));
        Assert.Equal((ReminderState.Delivered, true), await ReminderAsync(sent));
        Assert.Equal((ReminderState.Sending, false), await ReminderAsync(onItsWay));
        Assert.Equal((ReminderState.Cancelled, true), await ReminderAsync(due));
        Assert.Equal((ReminderState.Pending, false), await ReminderAsync(others));
        Assert.NotEqual(stamp, changes.Stamp(desk.Id));
        Assert.True(bell.IsRung);
    }

    [Fact]
    public async Task A_call_that_came_in_meanwhile_is_not_marked_unseen()
    {
        var seen = await LineOfAsync(await Database.RingsAsync(desk, new SeedCall()));
        var unseen = await Database.RingsAsync(desk, new SeedCall { ReceivedAt = Some.Morning.AddMinutes(30) });

        var stale = Assert.IsType<MarkOutcome.Stale>(await marks.MarkAsync(Mark(seen, MarkKind.Returned), Cancel));

        Assert.Equal((unseen, 2), (stale.Current.Id, stale.Current.TimesCalled));
        Assert.Equal(Ball.Ours, Assert.Single(await sheet.LinesAsync(desk.Id, Cancel)).Ball);
    }

    [Fact]
    public async Task Of_two_assistants_who_mark_the_same_line_at_once_one_does_and_the_others_are_told()
    {
        var line = await LineOfAsync(await Database.RingsAsync(desk, new SeedCall()));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            marks.MarkAsync(Mark(line, number % 2 == 0 ? MarkKind.LeftWord : MarkKind.CodeChanged), Cancel)));

        Assert.Single(outcomes.OfType<MarkOutcome.Marked>());
        Assert.Equal(7, outcomes.OfType<MarkOutcome.Stale>().Count());
    }

    [Fact]
    public async Task Of_several_who_take_an_act_back_at_once_one_does()
    {
        var line = await LineOfAsync(await Database.RingsAsync(desk, new SeedCall()));
        var marked = Assert.IsType<MarkOutcome.Marked>(await marks.MarkAsync(Mark(line, MarkKind.Returned), Cancel));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => undo.UndoAsync(marked.ActId, Cancel), Cancel)));

        Assert.Single(outcomes.OfType<UndoOutcome.Undone>());
        Assert.Equal(line.Version + 2, Assert.Single(await sheet.LinesAsync(desk.Id, Cancel)).Version);
    }

    [Fact]
    public async Task Left_word_puts_the_ball_in_their_court_and_their_next_call_returns_ours()
    {
        var line = await LineOfAsync(await Database.RingsAsync(desk, new SeedCall()));
        await MarkAsync(line, MarkKind.LeftWord);

        Assert.Equal(Ball.Theirs, Assert.Single(await sheet.LinesAsync(desk.Id, Cancel)).Ball);

        clock.Skip(TimeSpan.FromHours(1));
        var back = await LineOfAsync(await Database.RingsAsync(desk, new SeedCall { ReceivedAt = clock.GetUtcNow() }));
        Assert.Equal((Ball.Ours, CallCode.CallAsap, CodeReason.ReturningOurCall), (back.Ball, back.Code, back.CodeReason));

        // Talked to: nothing is left on either side, and their next call is a new matter.
        await MarkAsync(back, MarkKind.TalkedTo);
        Assert.Empty(await sheet.LinesAsync(desk.Id, Cancel));
        var later = await LineOfAsync(await Database.RingsAsync(desk, new SeedCall { ReceivedAt = clock.GetUtcNow().AddHours(1) }));
        Assert.NotEqual(CodeReason.ReturningOurCall, later.CodeReason);
    }

    [Fact]
    public async Task The_assistants_code_stands_with_who_and_why_and_the_reminders_are_worked_out_anew()
    {
        var call = await Database.RingsAsync(desk, new SeedCall());
        await MarkAsync(await LineOfAsync(call), MarkKind.CodeChanged, CallCode.CallAsap, "Her lawyer rang, too");

        var line = await LineOfAsync(call);
        Assert.Equal((CallCode.CallAsap, CodeReason.AssistantSays), (line.Code, line.CodeReason));
        Assert.Equal(new AssistantCode(CallCode.CallAsap, "jamie", "Her lawyer rang, too"), line.Assistant);
        Assert.Equal(0, await ScalarAsync("select planned from calls where id = @call", call));
    }

    [Fact]
    public async Task What_nobody_waits_for_cannot_be_marked()
    {
        var call = await Database.RingsAsync(desk, new SeedCall { Ball = Ball.Nobody });

        Assert.Equal(new MarkOutcome.NotOwed(Exists: true), await marks.MarkAsync(new SheetMark { CallId = call, Kind = MarkKind.Returned, By = "jamie" }, Cancel));
        Assert.Equal(new MarkOutcome.NotOwed(Exists: false), await marks.MarkAsync(new SheetMark { CallId = Some.Id(), Kind = MarkKind.Returned, By = "jamie" }, Cancel));
    }

    [Fact]
    public async Task A_call_on_a_line_no_desk_has_claimed_can_be_let_go()
    {
        var call = await Database.RingsAsync(null, new SeedCall());
        var line = Assert.Single(await sheet.LinesAsync(null, Cancel));

        await MarkAsync(line, MarkKind.LetGo);

        Assert.Equal(call, line.Id);
        Assert.Empty(await sheet.LinesAsync(null, Cancel));
    }

    [Theory]
    [InlineData(MarkKind.Returned)]
    [InlineData(MarkKind.LeftWord)]
    [InlineData(MarkKind.TalkedTo)]
    [InlineData(MarkKind.LetGo)]
    [InlineData(MarkKind.CodeChanged)]
    public async Task Every_mark_can_be_undone_and_the_line_is_as_it_was(MarkKind kind)
    {
        var call = await Database.RingsAsync(desk, new SeedCall());
        var due = await Database.RemindsAsync(desk, call, 0, ReminderState.Pending);
        var sent = await Database.RemindsAsync(desk, call, 1, ReminderState.Accepted);
        var before = await LineOfAsync(call);
        var act = await MarkAsync(before, kind, CallCode.CallToday, "why not");

        clock.Skip(TimeSpan.FromMinutes(59));
        Assert.Equal(new UndoOutcome.Undone(kind), await undo.UndoAsync(act, Cancel));

        var line = await LineOfAsync(call);
        Assert.Equivalent(before with { Version = line.Version }, line, strict: true);
        Assert.Equal((ReminderState.Pending, false), await ReminderAsync(due));
        Assert.Equal((ReminderState.Accepted, false), await ReminderAsync(sent));
        Assert.Equal(0, await ScalarAsync("select planned from calls where id = @call", call));
        Assert.IsType<UndoOutcome.TooLate>(await undo.UndoAsync(act, Cancel));
    }

    [Fact]
    public async Task Word_taken_back_was_not_left_and_the_log_says_so()
    {
        var call = await Database.RingsAsync(desk, new SeedCall());
        var act = await MarkAsync(await LineOfAsync(call), MarkKind.LeftWord);
        await undo.UndoAsync(act, Cancel);

        var log = await new CallHistory(Database).NewestAsync(desk.Id, null, 10, Cancel);

        Assert.Equal(2, log.Count);
        Assert.Equal((FrontDesk.Calls.CallStatus.Canceled, Ball.Nobody), (log[0].Status, log[0].Ball));
        await Database.RingsAsync(desk, new SeedCall { ReceivedAt = clock.GetUtcNow().AddHours(1) });
        Assert.All(await new SheetStore(Database).OwedAsync(desk.Id, Cancel), owed => Assert.Null(owed.WeCalledAt));
    }

    [Fact]
    public async Task A_later_mark_stands_and_after_an_hour_an_act_does()
    {
        var call = await Database.RingsAsync(desk, new SeedCall());
        var first = await MarkAsync(await LineOfAsync(call), MarkKind.LeftWord);
        clock.Skip(TimeSpan.FromMinutes(1));
        var second = await MarkAsync(await LineOfAsync(call), MarkKind.CodeChanged, CallCode.CallToday, "why not");

        Assert.IsType<UndoOutcome.Overtaken>(await undo.UndoAsync(first, Cancel));
        Assert.Equal(Ball.Theirs, (await LineOfAsync(call)).Ball);
        clock.Skip(TimeSpan.FromMinutes(61));
        Assert.IsType<UndoOutcome.TooLate>(await undo.UndoAsync(second, Cancel));
        Assert.Equal(CallCode.CallToday, (await LineOfAsync(call)).Code);
    }

    private async Task<SheetLine> LineOfAsync(Guid call) =>
        (await sheet.LinesAsync(desk.Id, Cancel)).Single(line => line.Calls.Contains(call));

    private static SheetMark Mark(SheetLine line, MarkKind kind) =>
        new() { CallId = line.Id, Version = line.Version, Kind = kind, By = "jamie", Code = CallCode.CallToday, Why = "because" };

    private async Task<Guid> MarkAsync(SheetLine line, MarkKind kind, CallCode? code = null, string? why = null) =>
        Assert.IsType<MarkOutcome.Marked>(await marks.MarkAsync(Mark(line, kind) with { Code = code, Why = why }, Cancel)).ActId;

    private async Task<(ReminderState State, bool Acknowledged)> ReminderAsync(Guid id)
    {
        var state = await ScalarAsync("select state from reminders where id = @call", id);
        return ((ReminderState)state, await ScalarAsync("select count(*) from reminders where id = @call and acknowledged_at is not null", id) == 1);
    }

    private Task<int> ScalarAsync(string sql, Guid call) =>
        Database.ReadAsync(look => look.FirstOrDefaultAsync<int>(sql, new { call }), Cancel);
}

public sealed class SheetStoreMarksOnSqlite() : SheetStoreMarkTests(DatabaseEngine.Sqlite);

public sealed class SheetStoreMarksOnSqlServer() : SheetStoreMarkTests(DatabaseEngine.SqlServer);
