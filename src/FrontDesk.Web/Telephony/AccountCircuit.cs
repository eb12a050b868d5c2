namespace FrontDesk.Web.Telephony;

/// <summary>
/// Opens when the carrier does not take our credentials: until they are put right nothing else will help, and asking in a
/// loop gets an account suspended. One request is let through from time to time to see.
/// </summary>
internal sealed class AccountCircuit(TimeProvider time)
{
    private static readonly TimeSpan TriesAgainAfter = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private DateTimeOffset? triesAt;

    public bool LetsThrough()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (triesAt > now)
            {
                return false;
            }

            triesAt = triesAt is null ? null : now + TriesAgainAfter;
            return true;
        }
    }

    /// <summary>True when it was closed until now: the one time worth a line in the log.</summary>
    public bool Open()
    {
        lock (gate)
        {
            var first = triesAt is null;
            triesAt = time.GetUtcNow() + TriesAgainAfter;
            return first;
        }
    }

    /// <summary>True when it was open until now.</summary>
    public bool Close()
    {
        lock (gate)
        {
            var first = triesAt is not null;
            triesAt = null;
            return first;
        }
    }
}
