using FrontDesk.Sheet;

namespace FrontDesk.Copies;

/// <summary>A clean copy (R7): the sheet as it is handed over, numbered, most important first, with what is owed both ways and what is new.</summary>
public sealed record CleanCopy(IReadOnlyList<CopyLine> Lines)
{
    /// <summary>Whom to call back.</summary>
    public int ToReturn => Count(line => line.Part == CopyPart.ToReturn);

    public int Asap => Count(line => line is { Part: CopyPart.ToReturn, Code: CallCode.CallAsap });

    public int New => Count(line => line.News is CopyNews.New or CopyNews.CalledAgain or CopyNews.RangBack);

    /// <summary>Numbered part by part, each in the sheet's own order, and compared with the copy before.</summary>
    /// <param name="lines">In the order of the sheet.</param>
    /// <param name="before">Null for the first copy of a desk: nothing on it is new.</param>
    /// <param name="became">By the newest call of a line that is gone.</param>
    public static CleanCopy Of(IEnumerable<CopyLine> lines, CleanCopy? before, IReadOnlyDictionary<Guid, Became> became)
    {
        List<CopyLine> numbered = [.. lines.OrderBy(line => line.Part).Select((line, at) => line with { Place = at + 1 })];
        if (before is null)
        {
            return new CleanCopy(numbered);
        }

        var gone = CopyComparison.Gone(numbered, before)
            .Select(line => line with { Part = CopyPart.Gone, News = CopyNews.Nothing, Move = CopyMove.Stayed, Was = line.Place, Became = became.GetValueOrDefault(line.Id) });
        return new CleanCopy([.. CopyComparison.Marked(numbered, before), .. gone]);
    }

    public IReadOnlyList<CopyLine> In(CopyPart part) => [.. Lines.Where(line => line.Part == part)];

    private int Count(Func<CopyLine, bool> which) => Lines.Count(which);
}
