using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Brief;

/// <summary>The briefs on file, turn by turn, and what is remembered from one to the next.</summary>
internal static class BriefLog
{
    /// <summary>A line that dropped is taken up again so long after.</summary>
    private static readonly TimeSpan MayGoOn = TimeSpan.FromHours(2);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const string Columns = "id, desk_id, call_sid, lines, place, turn, asks_whether, since, began_at, last_at, finished_at";

    public static Task<BriefRow?> OnCallAsync(Look look, string callSid) =>
        look.FirstOrDefaultAsync<BriefRow>($"select {Columns} from briefs where call_sid = @callSid", new { callSid });

    /// <summary>The last one, where it was broken off a little while ago.</summary>
    public static async Task<BriefRow?> BrokenOffAsync(Look look, Guid deskId, DateTimeOffset now) =>
        await look.FirstOrDefaultAsync<BriefRow>(
            $"select {Columns} from briefs where desk_id = @deskId and last_at > @after order by last_at desc, id desc", new { deskId, after = now - MayGoOn })
            is { FinishedAt: null } brief ? brief : null;

    public static async Task BeginAsync(Work work, BriefRow brief)
    {
        var old = new { brief.DeskId, before = brief.BeganAt - Kept };
        await work.ExecuteAsync("delete from brief_turns where brief_id in (select id from briefs where desk_id = @DeskId and last_at < @before)", old);
        await work.ExecuteAsync("delete from briefs where desk_id = @DeskId and last_at < @before", old);
        await work.ExecuteAsync(
            """
            insert into briefs (id, desk_id, call_sid, lines, place, turn, asks_whether, since, began_at, last_at, finished_at)
            values (@Id, @DeskId, @CallSid, @Lines, @Place, @Turn, @AsksWhether, @Since, @BeganAt, @LastAt, @FinishedAt)
            """,
            brief);
    }

    public static Task SaveAsync(Work work, BriefRow brief) => work.ExecuteAsync(
        """
        update briefs set call_sid = @CallSid, lines = @Lines, place = @Place, turn = @Turn, asks_whether = @AsksWhether, since = @Since,
          began_at = @BeganAt, last_at = @LastAt, finished_at = @FinishedAt
        where id = @Id
        """,
        brief);

    /// <returns>What was said to the key of that turn; null where it is yet to be pressed.</returns>
    public static async Task<BriefAnswer?> SaidAsync(Look look, Guid briefId, int turn) =>
        await look.FirstOrDefaultAsync<string>("select said from brief_turns where brief_id = @briefId and turn = @turn", new { briefId, turn }) is { } said
            ? BriefRow.ReadAnswer(said)
            : null;

    public static Task WriteDownAsync(Work work, Guid briefId, int turn, string keys, BriefAnswer answer, DateTimeOffset now) => work.ExecuteAsync(
        "insert into brief_turns (brief_id, turn, keys, said, at) values (@briefId, @turn, @keys, @said, @now)",
        new { briefId, turn, keys, said = BriefRow.Write(answer), now });

    public static async Task<BriefHabits> HabitsAsync(Look look, Guid deskId) =>
        await look.FirstOrDefaultAsync<BriefHabits>("select speed, asked_at from brief_desks where desk_id = @deskId", new { deskId }) ?? new BriefHabits();

    public static Task ListensAtAsync(Work work, Guid deskId, int speed) =>
        work.ExecuteAsync("update brief_desks set speed = @speed where desk_id = @deskId", new { deskId, speed });

    public static Task AskedAsync(Work work, Guid deskId, DateTimeOffset now) =>
        work.ExecuteAsync("update brief_desks set asked_at = @now where desk_id = @deskId", new { deskId, now });

    /// <summary>The boss's own call: on the log under her name, and nobody owes it. So are those on which she gave up at the PIN, and nobody said a word.</summary>
    public static async Task SettleCallsAsync(Work work, Desk desk, string callSid, PhoneNumber? from, DateTimeOffset now)
    {
        const string Settled = "ball = @nobody, settled_at = @now, said_name = @BossName, number_as_heard = null, regarding = 'the brief', version = version + 1";
        var own = new { desk.Id, desk.BossName, callSid, from, now, since = now - MayGoOn, nobody = Ball.Nobody };
        await work.ExecuteAsync($"update calls set {Settled} where call_sid = @callSid and live = 1", own);
        await work.ExecuteAsync(
            $"""
            update calls set {Settled}
            where desk_id = @Id and ball = 1 and ball <> 3 and received_at > @since and direction = 1 and caller_from = @from
              and said_name is null and calls_for is null and number is null and regarding is null
            """,
            own);
    }
}

/// <summary>How the boss of a desk listens.</summary>
internal sealed record BriefHabits
{
    public int Speed { get; init; } = FrontDesk.Brief.BriefSpeed.Own;

    /// <summary>When she last asked; null for never.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
