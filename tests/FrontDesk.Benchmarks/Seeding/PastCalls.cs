using System.Globalization;
using FrontDesk.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks.Seeding;

/// <summary>
/// Years of a desk's history in the product's own schema: every call filed and settled but the last few, which are owed.
/// Written in bulk and without waiting for the disk; the product then opens the file as its own.
/// </summary>
public sealed class PastCalls(SqliteConnection connection)
{
    /// <summary>Noon of a working day where the boss is: she is awake, and the desk open.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    public const int Contacts = 5_000;
    public const int Owed = 50;

    private static readonly string[] _matters = ["the Big Merger", "lunch on Thursday", "her notes on the draft", "the lease", "a scheduling question"];

    private readonly Random random = new(1931);
    private readonly byte[] desk = Id(Guid.CreateVersion7(Now.AddYears(-4)));

    /// <summary>Fictional numbers, all of one length: the 555-01xx of 780 areas.</summary>
    public static string NumberOf(int caller) =>
        string.Create(CultureInfo.InvariantCulture, $"+1{201 + (caller / 100 % 780)}55501{caller % 100:00}");

    /// <summary>The history of <paramref name="count"/> calls, made once and kept while the schema stays as it is.</summary>
    public static async Task<string> MakeAsync(int count, CancellationToken cancel)
    {
        var path = Path.Combine(Places.Scratch, string.Create(CultureInfo.InvariantCulture, $"desk-{count}-{SchemaHash()}.db"));
        if (File.Exists(path))
        {
            return path;
        }

        var draft = path + ".draft";
        File.Delete(draft);
        await using (var books = DatabaseSetup.Open(DatabaseEngine.Sqlite, $"Data Source={draft};Pooling=False"))
        {
            await new Migrator(books, TimeProvider.System).MigrateAsync(cancel);
        }

        await using (var connection = new SqliteConnection($"Data Source={draft};Pooling=False"))
        {
            await connection.OpenAsync(cancel);
            new PastCalls(connection).Fill(count);
        }

        File.Move(draft, path);
        return path;
    }

    private void Fill(int count)
    {
        Run("pragma synchronous = off");
        Run("pragma foreign_keys = off");
        using (var transaction = connection.BeginTransaction())
        {
            FillDesk();
            FillContacts();
            FillCalls(count);
            transaction.Commit();
        }

        Run("analyze");
        Run("pragma wal_checkpoint(truncate)");
    }

    private void FillDesk()
    {
        using var desks = Into("desks", "id, name, boss_name, pronoun, persona, zone, waking_from, waking_to, opens, closes, wording, version");
        desks.Add(desk, "miller", "Margaret Miller", 1, "Jamie", "America/Los_Angeles", "07:00", "22:00", "09:00", "18:00", "{}", 1);
        using var lines = Into("lines", "id, desk_id, number, label");
        lines.Add(NewId(Now.AddYears(-4)), desk, Account.LineNumber, "main");
        using var phones = Into("boss_phones", "id, desk_id, number, label, position, takes_texts, texts_closed_at");
        phones.Add(NewId(Now.AddYears(-4)), desk, "+13105550101", "cell", 1, 1, null);
    }

    private void FillContacts()
    {
        using var contacts = Into("contacts", "id, desk_id, name, pronunciation, company, standing, wants_to_talk, notes, version");
        using var numbers = Into("contact_numbers", "id, contact_id, desk_id, number, label, position");
        for (var contact = 0; contact < Contacts; contact++)
        {
            var id = NewId(Now.AddYears(-4));
            contacts.Add(id, desk, $"Caller {contact}", null, null, contact % 50 == 0 ? 2 : 0, contact % 100 == 1 ? 1 : 0, null, 1);
            numbers.Add(NewId(Now.AddYears(-4)), id, desk, NumberOf(contact), "work", 1);
        }
    }

    private void FillCalls(int count)
    {
        using var calls = Into(
            "calls",
            "id, desk_id, line_number, direction, call_sid, live, status, party, contact_id, caller_from, said_name, number, regarding, "
            + "wants_return, says_urgent, step, attempt, received_at, ended_at, seconds, ball, outcome, settled_at, planned, version");
        using var filed = Into("filed_calls", "call_sid, call_id");
        using var turns = Into("turns", "call_id, step, attempt, heard_kind, heard, confidence, said, next_step, next_attempt, at");
        var sids = new Webhooks.IncomingCalls(seed: 1931);
        using var intents = Into(
            "intents", "id, desk_id, channel, purpose, to_number, from_number, body, state, sid, attempt, leased_until, created_at, version");
        using var reminders = Into("reminders", "id, desk_id, call_id, kind, slot, due_at, state, intent_id, acknowledged_at, version");
        var apart = TimeSpan.FromDays(3 * 365) / count;
        for (var call = 0; call < count; call++)
        {
            var isOwed = call >= count - Owed;
            var at = isOwed ? Now.AddMinutes(call - count - 1) : Now.AddHours(-2) - (apart * (count - call));
            var (id, sid, number) = (NewId(at), sids.NextSid(), NumberOf(random.Next(2 * Contacts)));
            var (began, ended) = (Instant(at), Instant(at.AddSeconds(40)));
            var regarding = _matters[random.Next(_matters.Length)];
            calls.Add(
                id, desk, Account.LineNumber, 1, sid, 0, (int)Calls.CallStatus.Completed, number, null, number, $"Caller {call % Contacts}", number, regarding,
                1, 0, 6, 1, began, ended, 40, isOwed ? 1 : 3, isOwed ? null : 1, isOwed ? null : Instant(at.AddHours(2)), 1, 1);
            filed.Add(sid, id);
            turns.Add(id, 1, 1, 0, null, null, "Margaret Miller's office. May I ask who's calling?", 2, 1, began);
            turns.Add(id, 2, 1, 1, $"Caller {call % Contacts}", 0.9, "I'm sorry, she's not available to take your call. Can I have her return?", 3, 1, ended);
            if (!isOwed && call % 20 == 0)
            {
                var intent = NewId(at);
                intents.Add(
                    intent, desk, (int)Channel.Text, (int)IntentPurpose.Reminder, "+13105550101", Account.LineNumber, "1 John Smith 310 555 0142",
                    (int)IntentState.Done, null, 1, ended, ended, 2);
                reminders.Add(NewId(at), desk, id, (int)ReminderKind.Asap, 0, ended, (int)ReminderState.Delivered, intent, ended, 2);
            }
        }
    }

    private BulkInsert Into(string table, string columns) => new(connection, table, columns);

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static byte[] NewId(DateTimeOffset at) => Id(Guid.CreateVersion7(at));

    private static byte[] Id(Guid id) => id.ToByteArray(bigEndian: true);

    private static long Instant(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static string SchemaHash()
    {
        var scripts = Directory.GetFiles(Path.Combine(Places.Root, "sql", "sqlite"), "*.sql").Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. scripts]))[..12];
    }
}
