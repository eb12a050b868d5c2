using Microsoft.Data.Sqlite;

namespace FrontDesk.Benchmarks;

/// <summary>A seeded database for one run; afterwards it can be asked whether every answered call is really in it.</summary>
public sealed class FreshCopy : IDisposable
{
    private readonly long before;

    private FreshCopy(string path)
    {
        Path = path;
        before = Count();
    }

    public string Path { get; }

    public static FreshCopy Of(string seeded, string name = "run")
    {
        var path = System.IO.Path.Combine(Places.Scratch, name + ".db");
        Remove(path);
        File.Copy(seeded, path);
        return new(path);
    }

    public void MustHaveGrownBy(long calls)
    {
        var grown = Count() - before;
        if (grown < calls)
        {
            throw new InvalidOperationException($"{calls} calls were answered and {grown} are in the database.");
        }
    }

    public void Dispose() => Remove(Path);

    private static void Remove(string path)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    private long Count()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from calls";
        return (long)command.ExecuteScalar()!;
    }
}
