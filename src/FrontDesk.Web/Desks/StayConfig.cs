using System.Globalization;
using FrontDesk.Desks;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Desks;

/// <summary>Where the boss is for a while, as files, programs and the books have it: the wall times there, "2026-12-01T09:00".</summary>
internal sealed record StayConfig
{
    private const string WallTime = "yyyy-MM-dd'T'HH:mm";

    public required string Zone { get; init; }

    public required string From { get; init; }

    public required string Until { get; init; }

    public static StayConfig Of(Stay stay) => new() { Zone = stay.Zone, From = Write(stay.From), Until = Write(stay.Until) };

    public static string Write(DateTime wall) => wall.ToString(WallTime, CultureInfo.InvariantCulture);

    public static DateTime? ReadWall(string? text) =>
        DateTime.TryParseExact(text, WallTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) ? wall : null;

    public static StayConfig Read(ConfigNode node)
    {
        var stay = new StayConfig { Zone = node.Text("zone"), From = node.Text("from"), Until = node.Text("until") };
        foreach (var (name, time) in new[] { ("from", stay.From), ("until", stay.Until) })
        {
            if (time.Length > 0 && ReadWall(time) is null)
            {
                node.Problem(name, "must be the time on the wall there, like 2026-12-01T09:00");
            }
        }

        return stay;
    }

    /// <summary>Null where a time is none.</summary>
    public Stay? ToStay() => ReadWall(From) is { } from && ReadWall(Until) is { } until ? new Stay(Zone, from, until) : null;

    public static async Task SaveAsync(Work work, Guid deskId, IReadOnlyList<Stay> stays)
    {
        await work.ExecuteAsync("delete from stays where desk_id = @deskId", new { deskId });
        foreach (var (place, stay) in stays.Select(Of).Index())
        {
            await work.ExecuteAsync(
                "insert into stays (desk_id, place, zone, from_wall, until_wall) values (@deskId, @place, @Zone, @From, @Until)", new { deskId, place, stay.Zone, stay.From, stay.Until });
        }
    }
}
