using FrontDesk.Web.Data;
using FrontDesk.Web.Data.SqlServer;

namespace FrontDesk.Web.Commands;

/// <summary>A word of the command line: what it takes, what it does.</summary>
/// <param name="Words">"config apply".</param>
/// <param name="Takes">For the usage: "FILE".</param>
/// <param name="Says">For the usage, a line.</param>
internal sealed record Verb(string Words, string Takes, string Says, Func<VerbCall, CancellationToken, Task<int>> RunAsync)
{
    public const int Fine = 0;
    public const int Problem = 1;
    public const int Misuse = 2;

    public bool Begins(string[] args) => args.Take(Words.Split(' ').Length).SequenceEqual(Words.Split(' '), StringComparer.Ordinal);
}

/// <summary>A verb as it was called.</summary>
internal sealed class VerbCall(Verb verb, string[] given, IServiceProvider desk)
{
    private readonly List<string> left = [.. given];

    /// <summary>"--dry-run".</summary>
    public bool Flag(string name) => left.Remove(name);

    /// <summary>What stands behind "--name".</summary>
    public string Option(string name)
    {
        var at = left.IndexOf(name);
        if (at < 0 || at + 1 >= left.Count || left[at + 1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new MisuseException($"{verb.Words} needs {name} and a value.");
        }

        var value = left[at + 1];
        left.RemoveRange(at, 2);
        return value;
    }

    /// <summary>The next word that is no option.</summary>
    public string Word(string what)
    {
        var at = left.FindIndex(word => !word.StartsWith("--", StringComparison.Ordinal));
        if (at < 0)
        {
            throw new MisuseException($"{verb.Words} needs {what}.");
        }

        var word = left[at];
        left.RemoveAt(at);
        return word;
    }

    /// <summary>Called when all that is understood has been taken.</summary>
    public void NothingElse()
    {
        if (left.Count > 0)
        {
            throw new MisuseException($"{verb.Words} does not know \"{left[0]}\".");
        }
    }

    /// <summary>Before anything is written there: the schema is as it should be, and the time is the books' own.</summary>
    /// <exception cref="SchemaRefusedException">It is not.</exception>
    public async Task OpenBooksAsync(CancellationToken cancel)
    {
        await Of<SchemaAtStart>().SeeToItAsync(cancel);
        if (Of<TimeProvider>() is BookClock clock)
        {
            await clock.MeasureAsync(Of<Database>(), cancel);
        }
    }

    public T Of<T>()
        where T : notnull => desk.GetRequiredService<T>();
}

/// <summary>The command line was not understood.</summary>
internal sealed class MisuseException(string message) : Exception(message);
