using System.Globalization;
using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Brief;

/// <summary>Wrong PINs shut a door: what the people at the desk, and the boss, are told of it.</summary>
public sealed record PinAlarm
{
    private const string UnderTheBoss = "boss ";

    /// <summary>As the books name it.</summary>
    public required string Door { get; init; }

    public required int Tries { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ShutUntil { get; init; }

    /// <summary>For the sheet's page: "3 wrong PINs under the number of the boss's cell".</summary>
    public string Title(Desk desk) => $"{Tries} wrong PINs {Under(desk)}";

    /// <summary>In one segment.</summary>
    public static string Text(PinDoor door, DeskClock clock)
    {
        var shut = door.Kind switch
        {
            PinDoorKind.BossPhone => $"Your phone ..{door.Name.Split(' ')[0][^2..]}",
            PinDoorKind.OtherPhone => "That phone",
            PinDoorKind.Line => "Every phone but yours",
        };
        var until = clock.Local(door.ShutUntil!.Value).ToString("h:mm tt", CultureInfo.InvariantCulture);
        return $"FrontDesk: {door.Tries} wrong PINs on your line. {shut} can't get the brief until {until}. If that was not you, change the PIN.";
    }

    internal static Task<IReadOnlyList<PinAlarm>> SinceAsync(Look look, Guid deskId, DateTimeOffset since) => look.QueryAsync<PinAlarm>(
        "select door, tries, at, shut_until from pin_alarms where desk_id = @deskId and at > @since order by at desc, id desc", new { deskId, since });

    private string Under(Desk desk) =>
        Door.StartsWith(UnderTheBoss, StringComparison.Ordinal)
            ? $"under the number of the boss's {desk.Phones.FirstOrDefault(phone => Door.Contains(phone.Number.E164, StringComparison.Ordinal))?.Label ?? "old phone"}"
        : Door.Equals("line", StringComparison.Ordinal) ? "on the line, from several phones"
        : "from one phone";
}
