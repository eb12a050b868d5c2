using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Sheet;

namespace FrontDesk.Connect;

/// <summary>Which number the desk may ring for somebody on the sheet: one on their card or one they gave, in a country it is allowed to ring (S96).</summary>
public static class Dialling
{
    /// <param name="vouched">The numbers on cards, and those that callers gave or confirmed.</param>
    /// <returns>Null where there is none.</returns>
    public static PhoneNumber? NumberOf(SheetLine line, IReadOnlySet<PhoneNumber> vouched, Desk desk)
    {
        var countries = desk.Dials ?? [.. desk.Lines.Select(of => CountryCode.Of(of.Number))];
        var found = line.Numbers.Where(number => vouched.Contains(number) && countries.Contains(CountryCode.Of(number), StringComparer.Ordinal)).ToList();
        return found.Count > 0 ? found[0] : null;
    }
}
