using System.Diagnostics.Metrics;

namespace FrontDesk.Web.Telephony;

/// <summary>Why a webhook was turned away; told to our own log and meter only.</summary>
public enum Refusal
{
    NoSignature = 1,
    BadSignature = 2,
    OtherAccount = 3,
    TooLong = 4,
    NotAForm = 5,
}

/// <summary>Counts the webhooks turned away, and mentions it in the log now and then: a flood of forgeries is not to flood the log.</summary>
public sealed partial class Refusals : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Meter meter;
    private readonly Counter<long> refused;
    private readonly TimeProvider time;
    private readonly ILogger<Refusals> log;
    private long unmentioned;
    private long nextMention;

    public Refusals(IMeterFactory meters, TimeProvider time, ILogger<Refusals> log)
    {
        meter = meters.Create("FrontDesk.Telephony");
        refused = meter.CreateCounter<long>("frontdesk.webhooks.refused", description: "Webhooks turned away at the door");
        this.time = time;
        this.log = log;
    }

    public void Count(Refusal why)
    {
        refused.Add(1, new KeyValuePair<string, object?>("why", why.ToString()));
        Interlocked.Increment(ref unmentioned);
        var now = time.GetTimestamp();
        var due = Interlocked.Read(ref nextMention);
        if (now >= due && Interlocked.CompareExchange(ref nextMention, now + (long)(Pause.TotalSeconds * time.TimestampFrequency), due) == due)
        {
            LogRefused(Interlocked.Exchange(ref unmentioned, 0), why);
        }
    }

    public void Dispose() => meter.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} webhooks turned away; the last one: {Why}")]
    private partial void LogRefused(long count, Refusal why);
}
