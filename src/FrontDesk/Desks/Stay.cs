namespace FrontDesk.Desks;

/// <summary>The boss is in another zone for a while: from when until when, both as the walls there read.</summary>
public sealed record Stay(string Zone, DateTime From, DateTime Until)
{
    public const int Most = 50;

    /// <summary>Why this cannot be where the boss is when, in a sentence; null where it can.</summary>
    public static string? Objection(IReadOnlyList<Stay> stays)
    {
        if (stays.Count > Most)
        {
            return $"{stays.Count} stays are too many; {Most} is the most";
        }

        foreach (var stay in stays)
        {
            if (!DeskClock.Knows(stay.Zone))
            {
                return $"\"{PlainText.ForShowing(stay.Zone)}\" is no time zone; write one like Europe/London";
            }

            if (stay.Until <= stay.From)
            {
                return $"a stay in {stay.Zone} ends before it begins";
            }
        }

        var inOrder = stays.Select(stay => stay.Span()).OrderBy(span => span.From).ToList();
        return inOrder.Zip(inOrder.Skip(1)).FirstOrDefault(pair => pair.Second.From < pair.First.Until) is { First.Wall: { } first, Second.Wall: { } second }
            ? $"the boss cannot be in {first.Zone} and in {second.Zone} at the same time"
            : null;
    }

    internal StaySpan Span()
    {
        var wall = new ZoneWall(Zone);
        return new StaySpan(wall.At(From), wall.At(Until), wall);
    }
}

/// <summary>A stay as instants.</summary>
internal readonly record struct StaySpan(DateTimeOffset From, DateTimeOffset Until, ZoneWall Wall);
