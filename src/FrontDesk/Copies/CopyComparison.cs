namespace FrontDesk.Copies;

/// <summary>Compares a copy with the one before it. A line is the same one while any of its calls is on both.</summary>
public static class CopyComparison
{
    /// <summary>The lines of the copy before that are on this one no more, in their old order.</summary>
    public static IReadOnlyList<CopyLine> Gone(IReadOnlyList<CopyLine> lines, CleanCopy before)
    {
        var there = lines.SelectMany(line => line.Calls).ToHashSet();
        return [.. Standing(before).Where(line => !line.Calls.Any(there.Contains))];
    }

    /// <summary>The lines with what is new about each.</summary>
    public static IReadOnlyList<CopyLine> Marked(IReadOnlyList<CopyLine> lines, CleanCopy before)
    {
        var known = new Dictionary<Guid, CopyLine>();
        foreach (var line in Standing(before).OrderBy(line => line.Place))
        {
            foreach (var call in line.Calls)
            {
                known.TryAdd(call, line);
            }
        }

        var marked = lines.Select(line => Marked(line, WasLine(line, known))).ToList();
        return WithMoves(marked);
    }

    private static IEnumerable<CopyLine> Standing(CleanCopy copy) => copy.Lines.Where(line => line.Part != CopyPart.Gone);

    private static CopyLine? WasLine(CopyLine line, Dictionary<Guid, CopyLine> known) =>
        line.Calls.Select(known.GetValueOrDefault).OfType<CopyLine>().MinBy(was => was.Place);

    private static CopyLine Marked(CopyLine line, CopyLine? was) => was is null
        ? line with { News = CopyNews.New }
        : line with { Was = was.Place, News = NewsOf(line, was) };

    private static CopyNews NewsOf(CopyLine line, CopyLine was) => (line.Part, was.Part) switch
    {
        (CopyPart.LeftWord, CopyPart.ToReturn or CopyPart.Unclaimed) => CopyNews.LeftWord,
        (CopyPart.ToReturn or CopyPart.Unclaimed, CopyPart.LeftWord) => CopyNews.RangBack,
        _ => line.Calls.Except(was.Calls).Any() ? CopyNews.CalledAgain : CopyNews.Nothing,
    };

    /// <summary>Of the lines that stayed in their part, the fewest are told to have moved: all others kept their order among each other.</summary>
    private static List<CopyLine> WithMoves(List<CopyLine> lines)
    {
        List<CopyLine> stayed = [.. lines.Where(line => line is { Was: not null, News: CopyNews.Nothing or CopyNews.CalledAgain })];
        var oldOrder = stayed.OrderBy(line => line.Was).Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        int[] places = [.. stayed.Select(line => oldOrder[line.Id])];
        var steady = LongestRising(places);
        var moves = stayed.Index().Where(entry => !steady.Contains(entry.Index))
            .ToDictionary(entry => entry.Item.Id, entry => MoveOf(entry.Index, places[entry.Index]));
        return [.. lines.Select(line => moves.TryGetValue(line.Id, out var move) ? line with { Move = move } : line)];
    }

    private static CopyMove MoveOf(int now, int was) => now < was ? CopyMove.Up : now > was ? CopyMove.Down : CopyMove.Stayed;

    /// <returns>Where the longest run of rising values stands; the values are all different.</returns>
    private static HashSet<int> LongestRising(int[] values)
    {
        // The smallest value that ends a run of each length, and what came before it there.
        var ends = new List<int>();
        var before = new int[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var length = ends.FindIndex(end => values[end] >= values[at]);
            length = length < 0 ? ends.Count : length;
            before[at] = length == 0 ? -1 : ends[length - 1];
            if (length == ends.Count)
            {
                ends.Add(at);
            }
            else
            {
                ends[length] = at;
            }
        }

        var run = new HashSet<int>();
        for (var at = ends.Count == 0 ? -1 : ends[^1]; at >= 0; at = before[at])
        {
            run.Add(at);
        }

        return run;
    }
}
