using System.Data.Common;
using FrontDesk.Web.Data;
using FrontDesk.Web.Moving;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Web.Commands;

/// <summary>"copy". Connection strings hold passwords, so they are settings and never words of a command line, which every process can read.</summary>
internal static class CopyVerb
{
    public static async Task<int> RunAsync(VerbCall call, CancellationToken cancel)
    {
        var (from, to) = (Side(call, "--from", "CopyFrom"), Side(call, "--to", "CopyTo"));
        call.NothingElse();
        if (Problem(from, to) is { } problem)
        {
            return await RefuseAsync(problem);
        }

        try
        {
            await using var source = DatabaseSetup.Open(from.Engine, from.Text);
            await using var target = DatabaseSetup.Open(to.Engine, to.Text);
            return await CopyAsync(source, target, NameOf(from), call.Of<TimeProvider>(), cancel);
        }
        catch (DbException exception)
        {
            return await RefuseAsync($"The copy stopped: {exception.Message} Run the verb again to go on.");
        }
    }

    private static async Task<int> CopyAsync(Database source, Database target, string name, TimeProvider time, CancellationToken cancel)
    {
        foreach (var (side, database) in new[] { ("source", source), ("target", target) })
        {
            if (await new Migrator(database, time).PendingAsync(cancel) is { Count: > 0 } pending)
            {
                return await RefuseAsync($"The {side} lacks {string.Join(", ", pending)}: run the verb migrate on it first.");
            }
        }

        var (tables, journal) = (await MovingTable.AllAsync(), new MovingJournal(target));
        var stages = await journal.ReadAsync(cancel);
        if (await ProblemOfTargetAsync(target, tables, stages, name, cancel) is { } problem)
        {
            return await RefuseAsync(problem);
        }

        if (stages is null)
        {
            await journal.BeginAsync(tables, name, cancel);
        }

        await using var rows = await MovingSource.OpenAsync(source, cancel);
        Console.WriteLine(rows.IsOneMoment
            ? "The source is read as it is at this moment."
            : "This database allows no snapshots, so the source is read while it may change: stop every desk that writes to it.");
        var move = new Move(rows, target, Console.WriteLine);
        foreach (var table in tables)
        {
            await move.CopyAsync(table, stages?.FirstOrDefault(stage => string.Equals(stage.TableName, table.Name, StringComparison.Ordinal))?.Copied ?? 0, cancel);
        }

        return await VerifyAsync(move, tables, journal, cancel);
    }

    private static async Task<int> VerifyAsync(Move move, IReadOnlyList<MovingTable> tables, MovingJournal journal, CancellationToken cancel)
    {
        var differences = 0L;
        foreach (var table in tables)
        {
            differences += await move.DifferencesAsync(table, cancel);
        }

        if (differences > 0)
        {
            return await RefuseAsync("The copy differs from the source: stop every desk that writes to either, empty the target and copy again.");
        }

        await journal.EndAsync(cancel);
        Console.WriteLine($"Copied and verified: every value of every row of {tables.Count} tables is the same on both sides.");
        return Verb.Fine;
    }

    private static async Task<string?> ProblemOfTargetAsync(
        Database target, IReadOnlyList<MovingTable> tables, IReadOnlyList<MovingJournal.Stage>? stages, string source, CancellationToken cancel)
    {
        if (stages is not null)
        {
            return stages.All(stage => string.Equals(stage.Source, source, StringComparison.Ordinal)) ? null : $"The target holds a copy that was begun from {stages[0].Source}: finish that one, or empty the target.";
        }

        foreach (var table in tables)
        {
            if (await target.ReadAsync(look => look.FirstOrDefaultAsync<long>($"select count(*) from {table.Name}"), cancel) > 0)
            {
                return $"The target holds rows already (in {table.Name}): a copy goes into empty books only.";
            }
        }

        return null;
    }

    private static (DatabaseEngine Engine, string Text) Side(VerbCall call, string option, string name)
    {
        var given = call.Option(option);
        if (!Enum.TryParse<DatabaseEngine>(given, ignoreCase: true, out var engine) || !Enum.IsDefined(engine))
        {
            throw new MisuseException($"{option} must be sqlite or sqlserver; \"{given}\" is neither.");
        }

        return call.Of<IConfiguration>().GetConnectionString(name) is { Length: > 0 } text
            ? (engine, text)
            : throw new MisuseException($"copy needs the setting ConnectionStrings:{name}.");
    }

    private static string? Problem((DatabaseEngine Engine, string Text) from, (DatabaseEngine Engine, string Text) to) =>
        string.Equals(NameOf(from), NameOf(to), StringComparison.Ordinal) ? "Source and target are the same database."
        : from.Engine == DatabaseEngine.Sqlite && !File.Exists(NameOf(from)) ? $"There is no file {NameOf(from)} to copy from."
        : null;

    /// <summary>Without user and password.</summary>
    private static string NameOf((DatabaseEngine Engine, string Text) side)
    {
        if (side.Engine == DatabaseEngine.Sqlite)
        {
            return Path.GetFullPath(new SqliteConnectionStringBuilder(side.Text).DataSource);
        }

        var server = new SqlConnectionStringBuilder(side.Text);
        return $"{server.DataSource}/{server.InitialCatalog}";
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Verb.Problem;
    }
}
