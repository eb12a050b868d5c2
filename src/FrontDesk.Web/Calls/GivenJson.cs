using System.Text.Json;
using FrontDesk.Calls;

namespace FrontDesk.Web.Calls;

/// <summary>The numbers given on a call, as they stand in the books.</summary>
internal static class GivenJson
{
    /// <summary>Null where none was given, as on most calls.</summary>
    public static string? Of(NumbersGiven numbers) =>
        numbers.All.Count == 0 ? null : JsonSerializer.Serialize(numbers.All.Select(given => new Entry(given.Number?.E164, given.AsHeard, given.Extension, given.Label)));

    public static NumbersGiven Read(string? json) => json is null
        ? NumbersGiven.None
        : NumbersGiven.Of(JsonSerializer.Deserialize<Entry[]>(json)!.Select(
            entry => new NumberGiven(PhoneNumber.TryParse(entry.Number, out var number) ? number : null, entry.AsHeard, entry.Extension, entry.Label)));

    /// <summary>The same without a number; null where no other was given.</summary>
    public static string? Without(string json, PhoneNumber number) => Of(NumbersGiven.Of(Read(json).All.Where(given => given.Number != number)));

    private sealed record Entry(string? Number, string AsHeard, string? Extension, string? Label);
}
