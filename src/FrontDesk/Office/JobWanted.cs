using FrontDesk.Calls;

namespace FrontDesk.Office;

/// <summary>Which job and department a caller speaks of; the head's name stands for the department.</summary>
internal sealed record JobWanted(string? Job, Department? Department, Listing? Listing)
{
    private static readonly Phrases Markers = new(
        "holding interviews for", "hold interviews for", "interviews for", "interviewing for", "interview for", "hiring for", "hiring any", "applying for", "applied for", "apply for",
        "applied to be", "interested in", "looking for work as", "looking for a job as", "work as", "job as", "job of", "position of", "position as", "role of");

    public static JobWanted In(Utterance said, ProductionOffice office, string? departmentKnown)
    {
        var department = office.Departments
            .Select(department => (department, words: Longest(said, Names(department))))
            .Where(found => found.words > 0)
            .OrderByDescending(found => found.words)
            .FirstOrDefault().department;
        var wanted = department?.Name ?? departmentKnown;
        var listing = office.Listings
            .Select(listing => (listing, words: Longest(said, listing.Words.Append(listing.Job))))
            .Where(found => found.words > 0 && (wanted is null || found.listing.Department.Equals(wanted, StringComparison.Ordinal)))
            .OrderByDescending(found => found.words)
            .FirstOrDefault().listing;
        return new JobWanted(listing?.Job ?? AfterMarker(said), department ?? office.Named(listing?.Department), listing);
    }

    private static string? AfterMarker(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Markers.At(said, at) is > 0 and var words)
            {
                var to = at + words;
                while (to < said.Words.Count && to - at - words < 8 && (to == at + words || said.Words[to].Before == Break.None))
                {
                    to++;
                }

                return to > at + words ? said.Quote(at + words, to) : null;
            }
        }

        return null;
    }

    private static IEnumerable<string> Names(Department department)
    {
        var bare = department.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? department.Name[4..] : department.Name;
        return department.Words.Append(bare).Concat(department.Head is { } head ? [head, .. SpokenOf(head)] : []);
    }

    private static IEnumerable<string> SpokenOf(string head) =>
        head.LastIndexOf(' ') is > 0 and var last ? AnswerWords.Titles.Select(title => $"{title} {head[(last + 1)..]}") : [];

    private static int Longest(Utterance said, IEnumerable<string> phrases) => phrases
        .Select(phrase => Utterance.Of(phrase).PlainWords.ToArray())
        .Where(words => words.Length > 0 && said.Has(words))
        .Select(words => words.Length)
        .DefaultIfEmpty()
        .Max();
}
