using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Connect;

/// <summary>Connections on file. Every act happens inside somebody's transaction.</summary>
public static class ConnectRows
{
    private const string Columns = "id, desk_id, call_id, our_call_id, state, asked_by, to_number, back, reason, began_at, talked_at";

    public static Task<Connection?> FindAsync(Look look, Guid id) =>
        look.FirstOrDefaultAsync<Connection>($"select {Columns} from connections where id = @id", new { id });

    public static Task<Connection?> OfPartyAsync(Look look, Guid intentId) =>
        look.FirstOrDefaultAsync<Connection>($"select {Columns} from connections where intent_id is not null and intent_id = @intentId", new { intentId });

    public static Task<Connection?> OfBossAsync(Look look, Guid intentId) =>
        look.FirstOrDefaultAsync<Connection>($"select {Columns} from connections where boss_intent_id is not null and boss_intent_id = @intentId", new { intentId });

    /// <summary>Numbers of this line that are on a card of the desk, or that somebody who waits gave or confirmed.</summary>
    public static async Task<IReadOnlySet<PhoneNumber>> VouchedAsync(Look look, Guid deskId, SheetLine line) => (await look.QueryAsync<PhoneNumber>(
        $"""
        select number from contact_numbers where desk_id = @deskId and number in @numbers
        union select number from calls where {SheetStore.Owed} and number in @numbers
        """,
        new { deskId, numbers = line.Numbers.Select(number => number.E164) })).ToHashSet();

    public static Task WriteDownAsync(Work work, Connection connection, Guid? bossIntent) => work.ExecuteAsync(
        """
        insert into connections (id, desk_id, call_id, state, asked_by, to_number, boss_intent_id, back, began_at, version)
        values (@Id, @DeskId, @CallId, @State, @AskedBy, @ToNumber, @bossIntent, @Back, @BeganAt, 0)
        """,
        new { connection.Id, connection.DeskId, connection.CallId, connection.State, connection.AskedBy, connection.ToNumber, bossIntent, connection.Back, connection.BeganAt });

    /// <summary>Their phone is to be rung: once, with our own call on the log beside it.</summary>
    /// <returns>False when it is ringing already, or was.</returns>
    public static async Task<bool> DialAsync(Work work, Connection connection, PhoneNumber line, DateTimeOffset now)
    {
        var intent = Intent.Due(now, connection.DeskId, Channel.Call, IntentPurpose.Connect, connection.ToNumber, line);
        var ours = Guid.CreateVersion7(now);
        var mine = await work.ExecuteAsync(
            $"update connections set state = {ConnectionState.Dialling:D}, intent_id = @intentId, our_call_id = @ours, version = version + 1 where id = @Id and intent_id is null",
            new { connection.Id, intentId = intent.Id, ours }) == 1;
        if (mine)
        {
            await IntentLog.WriteDownAsync(work, intent);
            await WriteDownOurCallAsync(work, connection, ours, line, now);
        }

        return mine;
    }

    private static Task<int> WriteDownOurCallAsync(Work work, Connection connection, Guid id, PhoneNumber line, DateTimeOffset now) => work.ExecuteAsync(
        $"""
        insert into calls (id, desk_id, line_number, direction, live, status, party, contact_id, caller_from, said_name, number,
          says_urgent, step, attempt, received_at, ball, planned, version)
        select @id, desk_id, @line, {CallDirection.Outbound:D}, 0, {CallStatus.Ringing:D}, party, contact_id, @line, said_name, @ToNumber,
          0, {ScriptStep.Goodbye:D}, 1, @now, {Ball.Nobody:D}, 1, 1
        from calls where id = @CallId
        """,
        new { id, line, connection.ToNumber, connection.CallId, now });

    public static Task AnsweredAsync(Work work, Guid id, DateTimeOffset now) => work.ExecuteAsync(
        $"""
        update connections set state = {ConnectionState.Answered:D}, answered_at = @now, version = version + 1
        where id = @id and state = {ConnectionState.Dialling:D}
        """,
        new { id, now });

    public static Task TalkedAsync(Work work, Guid id, DateTimeOffset now) => work.ExecuteAsync(
        "update connections set talked_at = @now, version = version + 1 where id = @id and talked_at is null", new { id, now });

    /// <summary>Those who picked up before then and have met nobody, of the connections begun since.</summary>
    public static Task<IReadOnlyList<ConnectSettling.AloneRow>> AloneAsync(Look look, DateTimeOffset before, DateTimeOffset since) => look.QueryAsync<ConnectSettling.AloneRow>(
        $"""
        select k.id, i.sid from desks d join connections k on k.desk_id = d.id and k.began_at > @since join intents i on i.id = k.intent_id
        where k.state = {ConnectionState.Answered:D} and k.talked_at is null and k.answered_at <= @before and i.sid is not null
        """,
        new { before, since });

    /// <summary>The boss did not come on the line, or has left it: then nobody talks any more, though the party's end be told late or never.</summary>
    public static Task<int> BossLeftAsync(Work work, Guid id, DateTimeOffset now) => work.ExecuteAsync(
        $"""
        update connections set state = case when state = {ConnectionState.AwaitsBoss:D} then {ConnectionState.NotReached:D} else {ConnectionState.Over:D} end,
          ended_at = @now, version = version + 1
        where id = @id and (state = {ConnectionState.AwaitsBoss:D} or (state = {ConnectionState.Answered:D} and talked_at is not null))
        """,
        new { id, now });

    public static Task<int> NeverMetAsync(Work work, Guid id, DateTimeOffset now) => work.ExecuteAsync(
        $"""
        update connections set state = {ConnectionState.Over:D}, ended_at = @now, version = version + 1
        where id = @id and state = {ConnectionState.Answered:D} and talked_at is null
        """,
        new { id, now });

    /// <summary>Their call is over, whoever hung up.</summary>
    public static async Task EndedAsync(Work work, Connection connection, CallStatus status, int? seconds, DateTimeOffset now)
    {
        await work.ExecuteAsync(
            $"""
            update connections set state = case when state = {ConnectionState.Answered:D} then {ConnectionState.Over:D} else {ConnectionState.NotReached:D} end,
              reason = @status, ended_at = @now, version = version + 1
            where id = @Id and state in ({ConnectionState.Dialling:D}, {ConnectionState.Answered:D})
            """,
            new { connection.Id, status, now });
        await work.ExecuteAsync(
            "update calls set status = @status, seconds = @seconds, ended_at = @now, version = version + 1 where id = @OurCallId and ended_at is null",
            new { connection.OurCallId, status, seconds, now });
    }
}
