using FrontDesk.Desks;

namespace FrontDesk.Brief;

/// <summary>What can be a PIN.</summary>
public static class BossPin
{
    public const int Shortest = 6;
    public const int Longest = 12;

    public static bool IsOne(string keys) => keys.Length is >= Shortest and <= Longest && keys.All(char.IsAsciiDigit);

    /// <returns>What is wrong with it, in a sentence; null where nothing is.</returns>
    public static string? Objection(string pin, Desk desk) =>
        !IsOne(pin) ? $"A PIN is {Shortest} to {Longest} digits."
        : pin.Distinct().Count() < 3 || IsInARow(pin, 1) || IsInARow(pin, -1) ? "That is among the first that anybody would try."
        : desk.Phones.Select(phone => phone.Number).Concat(desk.Lines.Select(line => line.Number)).Any(number => number.E164.Contains(pin, StringComparison.Ordinal))
            ? "That is part of a number of the desk."
        : null;

    private static bool IsInARow(string pin, int step) => pin.Zip(pin.Skip(1)).All(pair => pair.Second - pair.First == step);
}
