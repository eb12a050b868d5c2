namespace FrontDesk.Contacts;

/// <summary>A card of the book before and after a file was imported.</summary>
public sealed record MergedCard(Contact Before, Contact After);

/// <summary>What an import will do: as was proposed, unless somebody chose otherwise.</summary>
public sealed record ImportDecision(IReadOnlyList<Contact> Added, IReadOnlyList<MergedCard> Merged, int Skipped)
{
    public int Cards => Added.Count + Merged.Count;

    /// <param name="choices">By the card's place in the file.</param>
    public static ImportDecision Of(IReadOnlyList<ImportLine> lines, IReadOnlyDictionary<int, ImportChoice> choices)
    {
        var (added, merged, skipped) = (new List<Contact>(), new Dictionary<Guid, MergedCard>(), 0);
        foreach (var line in lines)
        {
            switch (line.Chosen(choices))
            {
                case ImportChoice.Add:
                    added.Add(line.Read.Card);
                    break;
                case ImportChoice.Merge:
                    // Two cards of a file may become part of one of the book.
                    var before = line.Like!.Card;
                    merged[before.Id] = merged.TryGetValue(before.Id, out var earlier)
                        ? earlier with { After = CardMerge.Into(earlier.After, line.Read.Card) }
                        : new MergedCard(before, line.Merged!);
                    break;
                case ImportChoice.Skip:
                    skipped++;
                    break;
            }
        }

        return new ImportDecision(added, [.. merged.Values], skipped);
    }
}
