using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks.Seeding;

/// <summary>The same history in the schema of the Node peer, which makes its tables itself.</summary>
public static class PastCallsOfNode
{
    private const string Fill = """
        insert into contacts (id, name)
          with recursive n (i) as (select 0 union all select i + 1 from n where i < $contacts - 1) select i, 'Caller ' || i from n;
        insert into contact_numbers (number, contact_id)
          select printf('+1%d55501%02d', 201 + (id / 100) % 780, id % 100), id from contacts;
        insert into calls (id, call_sid, from_number, contact_id, name, status, owed, received_at)
          with recursive n (i) as (select 0 union all select i + 1 from n where i < $count - 1)
          select i + 1, 'CA' || lower(hex(randomblob(16))), printf('+1%d55501%02d', 201 + (i % 10000 / 100) % 780, i % 100), null, 'Caller ' || (i % $contacts),
                 'completed', i >= $count - $owed, 1700000000000 + i * 1000 from n;
        insert into turns (call_id, step, attempt, heard, said, at)
          select id, 1, 1, null, 'Margaret Miller''s office. May I ask who''s calling?', received_at from calls;
        insert into turns (call_id, step, attempt, heard, said, at)
          select id, 2, 1, name, 'I''m sorry, she''s not available to take your call. Can I have her return?', received_at from calls;
        analyze;
        """;

    public static async Task<string> MakeAsync(int count, CancellationToken cancel)
    {
        var path = Path.Combine(Places.Scratch, string.Create(CultureInfo.InvariantCulture, $"node-{count}.db"));
        if (File.Exists(path))
        {
            return path;
        }

        var draft = path + ".draft";
        File.Delete(draft);
        await using (var peer = Webhooks.NodePeer.Start(draft, Ports.Free()))
        {
            await peer.IsReadyAsync(cancel);
        }

        await using (var connection = new SqliteConnection($"Data Source={draft};Pooling=False"))
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma synchronous = off; begin; " + Fill + "commit; pragma wal_checkpoint(truncate);";
            command.Parameters.AddWithValue("$contacts", PastCalls.Contacts);
            command.Parameters.AddWithValue("$owed", PastCalls.Owed);
            command.Parameters.AddWithValue("$count", count);
            await command.ExecuteNonQueryAsync(cancel);
        }

        File.Move(draft, path);
        return path;
    }
}
