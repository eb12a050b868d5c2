namespace FrontDesk.Web.Data.SqlServer;

/// <summary>The machine's clock, put right by the server's: nodes whose machines disagree agree on what is due. Spans and timers stay the machine's.</summary>
public sealed class BookClock : TimeProvider
{
    /// <summary>What is off by more is worth a warning.</summary>
    public static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(5);

    // Nobody needs it finer, and the time should not jump about for nothing.
    private static readonly TimeSpan Finest = TimeSpan.FromMilliseconds(50);

    private long offset;

    /// <summary>By how much the machine's clock is behind the server's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Moves only by what the exchange itself cannot explain.</summary>
    internal async Task MeasureAsync(Database database, CancellationToken cancel)
    {
        var (before, began) = (System.GetUtcNow(), GetTimestamp());
        var theirs = await database.ReadAsync(look => look.FirstOrDefaultAsync<DateTime>("select sysutcdatetime()"), cancel);
        var half = GetElapsedTime(began) / 2;
        Take(new DateTimeOffset(theirs, TimeSpan.Zero) - (before + half), half + Finest);
    }

    internal void Take(TimeSpan measured, TimeSpan uncertain)
    {
        if ((measured - Offset).Duration() > uncertain)
        {
            Interlocked.Exchange(ref offset, measured.Ticks);
        }
    }
}
