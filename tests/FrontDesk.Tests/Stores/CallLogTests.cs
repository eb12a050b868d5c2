using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class CallLogTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly ScriptPosition Who = new(ScriptStep.WhoIsCalling, 1);
    private static readonly ScriptPosition Return = new(ScriptStep.CanIHaveHerReturn, 1);
    private readonly Desk desk = Some.Desk();

    private CallLog Log => field ??= new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task F1_a_call_opened_again_gets_the_greeting_that_was_said()
    {
        await Log.OpenAsync(Call(1), Says("Good morning.", Who), Cancel);

        Assert.Equal("Good morning.", (await Log.OpenAsync(Call(1), Says("Good evening.", Who), Cancel))!.Say);
    }

    [Fact]
    public async Task F2_a_call_opened_many_times_at_once_is_one_call()
    {
        var lines = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Log.OpenAsync(Call(1), Says($"Greeting {i}.", Who), Cancel)));

        Assert.Single(lines.Select(line => line!.Say).Distinct());
        Assert.Equal(1, await Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select count(*) from calls"), Cancel));
    }

    [Fact]
    public async Task What_was_heard_and_noted_is_found_again()
    {
        await Log.OpenAsync(Call(1), Says("Who?", Who), Cancel);
        var notes = new CallNotes { Name = "Zo\u00e9 🎬 مريم", Number = Some.Office, NumberAsHeard = "12", Regarding = "the lease", WantsReturn = false, SaysUrgent = true };
        var call = await FoundAsync(1, Who);

        Assert.True(await Log.WriteDownAsync(call, Who, new Heard.Words("It's Zoé", 0.5), new ScriptTurn(Line("May she return?", Return), notes), Some.Morning, Cancel));

        var found = await FoundAsync(1, Who);
        Assert.Equal((notes, Return, "May she return?", CallStatus.InProgress), (found.Notes, found.At, found.Answered!.Say, found.Status));
    }

    [Fact]
    public async Task F6_who_writes_on_a_call_that_others_wrote_on_writes_nothing()
    {
        await Log.OpenAsync(Call(1), Says("Who?", Who), Cancel);
        var seen = await FoundAsync(1, Who);
        await Log.WriteDownAsync(seen, Return, new Heard.Keys("1"), Says("Which number?", new(ScriptStep.WhatNumber, 1)), Some.Morning, Cancel);

        Assert.False(await Log.WriteDownAsync(seen, Who, new Heard.Keys("2"), Says("Return?", Return), Some.Morning, Cancel));
        Assert.Null((await FoundAsync(1, Who)).Answered);
    }

    [Fact]
    public async Task F3_a_question_asked_later_stays_the_one_asked_last()
    {
        await Log.OpenAsync(Call(1), Says("Who?", Who), Cancel);
        await Log.WriteDownAsync(await FoundAsync(1, Return), Return, new Heard.Nothing(), Says("Which number?", new(ScriptStep.WhatNumber, 1)), Some.Morning, Cancel);
        await Log.WriteDownAsync(await FoundAsync(1, Who), Who, new Heard.Nothing(), Says("Return?", Return), Some.Morning, Cancel);

        Assert.Equal(new ScriptPosition(ScriptStep.WhatNumber, 1), (await FoundAsync(1, Who)).At);
    }

    [Theory]
    [InlineData(CallStatus.Completed, CallStatus.Busy, CallStatus.Completed)]
    [InlineData(CallStatus.InProgress, CallStatus.Ringing, CallStatus.InProgress)]
    [InlineData(CallStatus.Ringing, CallStatus.NoAnswer, CallStatus.NoAnswer)]
    public async Task F8_a_state_only_goes_forward(CallStatus first, CallStatus then, CallStatus last)
    {
        await Log.MoveOnAsync(Call(1, first), Cancel);
        await Log.MoveOnAsync(Call(1, then), Cancel);

        Assert.Equal(last, (await FoundAsync(1, Who)).Status);
    }

    [Fact]
    public async Task Of_a_call_that_opens_and_ends_in_the_same_moment_the_end_is_not_lost()
    {
        for (var i = 1; i <= 100; i++)
        {
            await Task.WhenAll(
                Task.Run(() => Log.OpenAsync(Call(i), Says("Who?", Who), Cancel), Cancel),
                Task.Run(() => Log.MoveOnAsync(Call(i, CallStatus.Completed), Cancel), Cancel));

            Assert.Equal(CallStatus.Completed, (await FoundAsync(i, Who)).Status);
        }
    }

    [Fact]
    public async Task F9_a_filed_call_is_neither_found_nor_opened_nor_moved()
    {
        await Log.OpenAsync(Call(1), Says("Who?", Who), Cancel);
        await Log.MoveOnAsync(Call(1, CallStatus.Completed), Cancel);
        await Log.OpenAsync(Call(2), Says("Who?", Who), Cancel);

        Assert.Equal(1, await new CallFiling(Database).FileAsync(Some.Morning.AddHours(2), Cancel));
        Assert.Equal(0, await new CallFiling(Database).FileAsync(Some.Morning.AddHours(2), Cancel));

        Assert.Null(await Log.FindAsync(Sid(1), Who, Cancel));
        Assert.Null(await Log.OpenAsync(Call(1), Says("Who?", Who), Cancel));
        Assert.False(await Log.MoveOnAsync(Call(1, CallStatus.Failed), Cancel));
        Assert.NotNull(await Log.FindAsync(Sid(2), Who, Cancel));
    }

    [Fact]
    public async Task Filing_goes_on_beyond_one_batch()
    {
        for (var i = 1; i <= 205; i++)
        {
            await Log.MoveOnAsync(Call(i, CallStatus.Completed), Cancel);
        }

        Assert.Equal(205, await new CallFiling(Database).FileAsync(Some.Morning.AddHours(2), Cancel));
    }

    private static ScriptLine Line(string say, ScriptPosition at) => new() { Say = say, At = at };

    private static ScriptTurn Says(string say, ScriptPosition at) => new(Line(say, at), CallNotes.Blank);

    private static string Sid(int nth) => $"CA{nth:x32}";

    private NewCall Call(int nth, CallStatus status = CallStatus.Ringing) => new()
    {
        Id = Some.Id(),
        DeskId = desk.Id,
        Caller = new Caller.Stranger(CallerId.Of("+13105550177")),
        Incoming = new IncomingCall
        {
            CallSid = Sid(nth),
            From = CallerId.Of("+13105550177"),
            FromAsSent = "+13105550177",
            Dialled = "+13105550100",
            Status = status,
            Inbound = true,
            Heard = new Heard.Nothing(),
        },
        At = Some.Morning,
        EndedAt = status.IsOver() ? Some.Morning : null,
    };

    private async Task<LiveCall> FoundAsync(int nth, ScriptPosition asked) => (await Log.FindAsync(Sid(nth), asked, Cancel))!;
}

public sealed class CallLogOnSqlite() : CallLogTests(DatabaseEngine.Sqlite)
{
    [Theory]
    [InlineData("select id, call_sid from calls where live = 1 and call_sid > '' and ended_at < 1 order by call_sid limit 200")]
    [InlineData("select desk_id, call_sid from calls where live = 1 and call_sid > '' and status < 10 and received_at < 1 order by call_sid limit 20")]
    [InlineData("select id from calls where call_sid = 'CA' and live = 1")]
    public async Task Answering_and_filing_look_through_living_calls_only(string sql)
    {
        Database.Dialect.Overhears = null;
        var plan = await Database.ReadAsync(look => look.QueryAsync<PlanStep>($"explain query plan {sql}"), Cancel);

        Assert.Contains("calls_live", Assert.Single(plan).Detail, StringComparison.Ordinal);
    }

    private sealed record PlanStep
    {
        public string Detail { get; init; } = "";
    }
}

public sealed class CallLogOnSqlServer() : CallLogTests(DatabaseEngine.SqlServer);
