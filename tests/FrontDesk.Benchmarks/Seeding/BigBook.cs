using System.Globalization;
using FrontDesk.Contacts;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks.Seeding;

/// <summary>A book of as many cards as one likes, two numbers each, added to a desk with ten thousand past calls.</summary>
public static class BigBook
{
    private const int PastCallsOfTheDesk = 10_000;

    /// <summary>Of a country there is none: nobody's.</summary>
    public static PhoneNumber NumberOf(int card, int which) =>
        PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+999{which}{card:000000000}"));

    public static async Task<FreshCopy> MakeAsync(int cards, CancellationToken cancel)
    {
        var copy = FreshCopy.Of(await PastCalls.MakeAsync(PastCallsOfTheDesk, cancel), string.Create(CultureInfo.InvariantCulture, $"identify-{cards}"));
        await using var connection = new SqliteConnection($"Data Source={copy.Path};Pooling=False");
        await connection.OpenAsync(cancel);
        Run(connection, "pragma synchronous = off");
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            Fill(connection, cards);
            await transaction.CommitAsync(cancel);
        }

        Run(connection, "analyze");
        Run(connection, "pragma wal_checkpoint(truncate)");
        return copy;
    }

    private static void Fill(SqliteConnection connection, int cards)
    {
        var desk = (byte[])Ask(connection, "select id from desks")!;
        using var contacts = new BulkInsert(connection, "contacts", "id, desk_id, name, standing, wants_to_talk, sort_key, search_text, sound, version");
        using var numbers = new BulkInsert(connection, "contact_numbers", "id, contact_id, desk_id, number, label, position");
        for (var card = 0; card < cards; card++)
        {
            var (id, name) = (NewId(), string.Create(CultureInfo.InvariantCulture, $"caller {card}"));
            contacts.Add(id, desk, name, 0, 0, NameKey.InOrder(name), name, NameSound.Kept(name), 1);
            numbers.Add(NewId(), id, desk, NumberOf(card, 1).E164, "cell", 0);
            numbers.Add(NewId(), id, desk, NumberOf(card, 2).E164, "office", 1);
        }
    }

    private static byte[] NewId() => Guid.CreateVersion7(PastCalls.Now).ToByteArray(bigEndian: true);

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of the seeding
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql) => Ask(connection, sql);
}
