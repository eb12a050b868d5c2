using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Commands;
using FrontDesk.Web.Data;
using FrontDesk.Web.Moving;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FrontDesk.Tests.Commands;

/// <summary>Moving from one database to another, with the real program.</summary>
public sealed class CopyVerbTests
{
    private const string Awkward = "😀 שלום مرحبا \u0001\t\r\n ' \" e\u0301  ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.SqlServer)]
    public async Task There_and_back_every_value_is_what_it_was(DatabaseEngine engine)
    {
        await using var source = await FilledAsync(50);
        await using var middle = await NewAsync(engine);
        await using var back = await NewAsync(DatabaseEngine.Sqlite);

        var (code, output) = await CopyAsync(source, middle);
        Assert.True(code == Verb.Fine, output);
        Assert.Contains("desks: 1 of 1", output, StringComparison.Ordinal);
        Assert.Contains("Copied and verified", output, StringComparison.Ordinal);
        (code, output) = await CopyAsync(middle, back);
        Assert.True(code == Verb.Fine, output);

        Assert.Empty(await DifferingTablesAsync(source, back));
        (code, output) = await CopyAsync(source, middle);
        Assert.Equal(Verb.Problem, code);
        Assert.Contains("a copy goes into empty books only", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.SqlServer)]
    public async Task A_copy_that_was_killed_goes_on_where_it_stopped(DatabaseEngine engine)
    {
        await using var source = await FilledAsync(20_000);
        await using var middle = await NewAsync(engine);
        await using var back = await NewAsync(DatabaseEngine.Sqlite);
        await KillInTheMiddleAsync(source, middle);

        var (code, output) = await CopyAsync(source, middle);

        Assert.True(code == Verb.Fine, output);
        Assert.DoesNotContain("inbox: 500 of", output, StringComparison.Ordinal);
        Assert.Equal(Verb.Fine, (await CopyAsync(middle, back)).Code);
        Assert.Empty(await DifferingTablesAsync(source, back));
    }

    [Fact]
    public async Task A_row_that_differs_is_found_and_ends_with_one()
    {
        await using var source = await FilledAsync(20_000);
        await using var target = await NewAsync(DatabaseEngine.Sqlite);
        await KillInTheMiddleAsync(source, target);

        await RunSqlAsync(target, "update inbox set received_at = received_at + 1 where event_key = 'event 00000'");
        var (code, output) = await CopyAsync(source, target);

        Assert.Equal(Verb.Problem, code);
        Assert.Contains("inbox: 1 rows of the source are not in the target as they are there, 1 of the target not in the source", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_moves_and_none_before_one_it_leans_on()
    {
        await using var books = await NewAsync(DatabaseEngine.Sqlite);
        var there = await QueryAsync(books, "select name from sqlite_master where type = 'table' and name <> 'schema_journal' and name not like 'sqlite_%'");

        var tables = await MovingTable.AllAsync();

        Assert.Equal(there.Except(MovingTable.StaysBehind).Order(StringComparer.Ordinal), tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        var names = tables.Select(table => table.Name).ToList();
        Assert.All(tables, table => Assert.All(table.LeansOn, other => Assert.InRange(names.IndexOf(other), 0, names.IndexOf(table.Name) - 1)));
        Assert.All(tables, table => Assert.NotEmpty(table.Key));
    }

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.SqlServer)]
    public async Task No_desk_starts_on_half_a_copy_and_is_told_how_to_finish_it(DatabaseEngine engine)
    {
        await using var source = await FilledAsync(20_000);
        await using var target = await NewAsync(engine);
        await KillInTheMiddleAsync(source, target);

        var (code, output) = await ServeAsync(target);

        Assert.Equal(Verb.Problem, code);
        var file = new SqliteConnectionStringBuilder(source.ConnectionString).DataSource;
        // The host has its say before; the sentence comes last.
        Assert.EndsWith(
            $"The database holds a copy of {file} that was cut off before it was verified. Finish it with \"copy --from sqlite --to {engine.ToString().ToLowerInvariant()}\" "
            + "(ConnectionStrings:CopyFrom and CopyTo as before), or drop it by starting on an empty database instead.",
            output,
            StringComparison.Ordinal);
        var (refused, sentence) = await ServeAsync(target, "token", "add", "--name", "clock");
        Assert.Equal(Verb.Problem, refused);
        Assert.StartsWith("The database holds a copy of", sentence, StringComparison.Ordinal);

        Assert.Equal(Verb.Fine, (await CopyAsync(source, target)).Code);
        Assert.Equal(Verb.Fine, (await ServeAsync(target, "token", "add", "--name", "clock")).Code);
    }

    [Fact]
    public async Task What_cannot_be_copied_is_refused_in_a_sentence()
    {
        await using var source = await NewAsync(DatabaseEngine.Sqlite);
        await using var bare = await TestBooks.LendAsync(DatabaseEngine.Sqlite, Cancel);

        Assert.Contains("The target lacks 0001_the_desk", (await CopyAsync(source, bare)).Output, StringComparison.Ordinal);
        Assert.Equal((Verb.Problem, "Source and target are the same database."), await CopyAsync(source, source));
    }

    private static async Task<TestBooks> NewAsync(DatabaseEngine engine)
    {
        var books = await TestBooks.LendAsync(engine, Cancel);
        await using var database = DatabaseSetup.Open(engine, books.ConnectionString);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Cancel);
        return books;
    }

    private static async Task<TestBooks> FilledAsync(int events)
    {
        var books = await NewAsync(DatabaseEngine.Sqlite);
        await using var database = DatabaseSetup.Open(DatabaseEngine.Sqlite, books.ConnectionString);
        var (desk, longest) = (new Guid("0193a5b0-1122-7344-8566-778899aabbcc"), string.Concat(Enumerable.Repeat("größer 😀 ", 50_000)));
        await database.WriteAsync(
            async work =>
            {
                await work.ExecuteAsync(
                    "insert into desks (id, name, boss_name, pronoun, persona, zone, waking_from, waking_to, opens, closes, wording, version) values (@desk, 'miller', @Awkward, 1, '', 'UTC', '07:00', '22:00', '09:00', '18:00', @longest, 1)",
                    new { desk, Awkward, longest });
                await work.ExecuteAsync(
                    "insert into contacts (id, desk_id, name, company, standing, wants_to_talk, notes, version) values (@id, @desk, @Awkward, '', 0, 1, null, 2147483647)",
                    new { id = new Guid("ffeeddcc-bbaa-7988-8776-655443322110"), desk, Awkward });
                await work.ExecuteAsync("insert into protection_keys (id, friendly_name, xml) values (@desk, '', @longest)", new { desk, longest });
                await work.ExecuteAsync(
                    "insert into turns (call_id, step, attempt, heard_kind, heard, confidence, said, next_step, next_attempt, at) values (@desk, 1, 1, 1, @Awkward, 0.1, '', 2, 1, @at), (@desk, 2, 1, 0, null, null, ' ', 2, 1, -1)",
                    new { desk, Awkward, at = long.MaxValue });
                foreach (var number in Enumerable.Range(0, events))
                {
                    await work.ExecuteAsync(
                        "insert into inbox (event_key, received_at) values (@key, @number)",
                        new { key = string.Create(CultureInfo.InvariantCulture, $"event {number:00000}"), number });
                }
            },
            Cancel);
        return books;
    }

    /// <summary>By SQLite itself, and not by what copied them.</summary>
    private static async Task<IReadOnlyList<string>> DifferingTablesAsync(TestBooks one, TestBooks other)
    {
        await using var connection = new SqliteConnection(one.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"attach '{new SqliteConnectionStringBuilder(other.ConnectionString).DataSource}' as other";
        await command.ExecuteNonQueryAsync(Cancel);
        var differing = new List<string>();
        foreach (var table in await MovingTable.AllAsync())
        {
            command.CommandText = $"""
                select (select count(*) from (select * from main.{table.Name} except select * from other.{table.Name}))
                  + (select count(*) from (select * from other.{table.Name} except select * from main.{table.Name}))
                """;
            if (await command.ExecuteScalarAsync(Cancel) is not 0L)
            {
                differing.Add(table.Name);
            }
        }

        return differing;
    }

    private static async Task<IReadOnlyList<string>> QueryAsync(TestBooks books, string sql)
    {
        await using var database = DatabaseSetup.Open(books.Engine, books.ConnectionString);
        return await database.ReadAsync(look => look.QueryAsync<string>(sql), Cancel);
    }

    private static async Task RunSqlAsync(TestBooks books, string sql)
    {
        await using var database = DatabaseSetup.Open(books.Engine, books.ConnectionString);
        Assert.Equal(1, await database.WriteAsync(work => work.ExecuteAsync(sql), Cancel));
    }

    private static async Task KillInTheMiddleAsync(TestBooks from, TestBooks to)
    {
        using var process = Start(from, to);
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line && !line.StartsWith("inbox: 1000 ", StringComparison.Ordinal))
        {
        }

        process.Kill();
        await process.WaitForExitAsync(Cancel);
        Assert.NotEqual(0, process.ExitCode);
    }

    /// <summary>The program on those books, until it ends by itself.</summary>
    private static async Task<(int Code, string Output)> ServeAsync(TestBooks books, params IReadOnlyList<string> verb)
    {
        using var process = Desk(books, FreePort(), verb);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, (await output + errors).Trim());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Desk(TestBooks books, int port, IReadOnlyList<string> verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FrontDesk.Web.dll"), .. verb])
        {
            WorkingDirectory = books.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Name, string Value)[] settings =
        [
            ("Database__Engine", books.Engine.ToString()), ("Database__MigrateAtStart", "true"), ("ConnectionStrings__FrontDesk", books.ConnectionString),
            ("ASPNETCORE_URLS", $"http://localhost:{port}"), ("PublicUrl", "https://desk.example.org"),
            ("Twilio__AccountSid", OddCarrier.Account), ("Twilio__AuthToken", "a-token"), ("Twilio__ApiBaseUrl", "http://localhost:1"),
        ];
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Output)> CopyAsync(TestBooks from, TestBooks to)
    {
        using var process = Start(from, to);
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, (await output + errors).Trim());
    }

    private static Process Start(TestBooks from, TestBooks to)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FrontDesk.Web.dll"), "copy", "--from", $"{from.Engine}", "--to", $"{to.Engine}"])
        {
            WorkingDirectory = from.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__CopyFrom"] = from.ConnectionString;
        start.Environment["ConnectionStrings__CopyTo"] = to.ConnectionString;
        return Process.Start(start)!;
    }
}
