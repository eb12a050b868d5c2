namespace FrontDesk.Reminders;

/// <summary>How many reminders one phone is sent within a while. What is beyond its share goes out later, never not at all.</summary>
public sealed class Throttle
{
    public static readonly Throttle Texts = new(new Share(5, TimeSpan.FromMinutes(15)), new Share(11, TimeSpan.FromHours(1)));

    public static readonly Throttle Calls = new(new Share(3, TimeSpan.FromMinutes(15)), new Share(7, TimeSpan.FromHours(1)));

    /// <summary>What went out longer ago counts no more.</summary>
    public static readonly TimeSpan Remembers = TimeSpan.FromHours(1);

    private readonly Share[] shares;

    private Throttle(params Share[] shares) => this.shares = shares;

    /// <summary>How many may go out at this instant.</summary>
    /// <param name="sent">When the earlier ones went, in any order.</param>
    public int Left(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) =>
        shares.Min(share => Math.Max(0, share.Most - sent.Count(at => at > now - share.Within)));

    /// <summary>The first instant at which one more may go out; now, where one may.</summary>
    /// <param name="sent">When the earlier ones went, in any order.</param>
    public DateTimeOffset MayGoAt(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        var newestFirst = sent.OrderDescending().ToList();
        return shares.Where(share => newestFirst.Count >= share.Most).Select(share => newestFirst[share.Most - 1] + share.Within).Append(now).Max();
    }

    private readonly record struct Share(int Most, TimeSpan Within);
}
