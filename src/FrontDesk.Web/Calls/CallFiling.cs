using FrontDesk.Web.Data;

namespace FrontDesk.Web.Calls;

/// <summary>Puts away calls that are over, so that answering looks through the living ones only.</summary>
public sealed class CallFiling(Database database)
{
    private const int Batch = 200;

    // The comparison with an empty SID keeps SQLite to the small index of living calls.
    private readonly string over =
        "select id, call_sid from calls where live = 1 and call_sid > '' and ended_at < @before order by call_sid" + database.Dialect.FirstRows(Batch);

    /// <returns>How many were put away.</returns>
    public async Task<int> FileAsync(DateTimeOffset now, CancellationToken cancel)
    {
        for (var filed = 0; ;)
        {
            var calls = await database.ReadAsync(
                async look => await look.Prepared(over).With(now - LiveCall.Lingering).ListAsync(row => (Id: row.Id(0), Sid: row.Text(1))), cancel);
            if (calls.Count == 0)
            {
                return filed;
            }

            await database.WriteAsync(
                async work =>
                {
                    foreach (var call in calls)
                    {
                        await FileAsync(work, call.Id, call.Sid);
                    }
                },
                cancel);
            filed += calls.Count;
        }
    }

    private static async Task FileAsync(Work work, Guid id, string sid)
    {
        await work.Prepared("update calls set live = 0 where id = @id").With(id).ExecuteAsync();
        await work.Prepared("insert into filed_calls (call_sid, call_id) select @call_sid, @call_id where not exists (select 1 from filed_calls where call_sid = @call_sid)")
            .With(sid).With(id).ExecuteAsync();
    }
}
