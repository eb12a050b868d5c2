using FrontDesk.Copies;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Office;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>What a line of a clean copy needs to be shown.</summary>
/// <param name="Notes">The card's notes were asked for.</param>
public sealed record CopyLineView(CopyLine Line, DeskWhen When, bool Notes)
{
    private const int LongName = 24;

    public string Name => CopyWords.Who(Line);

    /// <summary>Would take two lines of its column where names are largest.</summary>
    public bool IsLong => Name.Length > LongName;

    public string? News => CopyWords.News(Line);

    /// <summary>What stands before the matter: how to say the name, the company, who rang for them.</summary>
    public string About => string.Join(
        " · ",
        new[] { Line.Pronunciation is { } said ? $"“{said}”" : null, Line.Company, Line.Through is { } through ? $"through {through}" : null }.OfType<string>());

    public string Regarding => string.Join(
        " · ",
        (Line.Application is { } application ? OfficeWords.Facts(application).Select(fact => $"{fact.What}: {fact.Said}") : [])
            .Prepend(Line.Regarding ?? (Line.IsMissed ? "missed while we were down: not known" : "did not say")));
}
