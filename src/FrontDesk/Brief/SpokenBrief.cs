using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;

namespace FrontDesk.Brief;

/// <summary>The phone sheet for the ear (R6): how many, the ASAP calls one by one, then the others three at a time. What is new since the boss last asked goes first within its code.</summary>
public sealed record SpokenBrief(IReadOnlyList<BriefLine> Lines, SpeechTiming Timing)
{
    /// <summary>Seconds that nothing said in one breath exceeds.</summary>
    public const double LongestClause = 2.5;

    /// <summary>Seconds from the first word until the first name has been spoken.</summary>
    public const double FirstName = 2.5;

    /// <summary>Seconds from the first word to the end of the fifth ASAP call, with the silences in which a key is waited for.</summary>
    public const double FiveAsap = 15;

    public const int AtATime = 3;

    internal const int LongestText = 160;

    private const int Five = 5;
    private const int ListensBriefly = 1;
    private const int ListensAfterThree = 3;
    private const int ListensToAnswer = 5;
    private const double LongestName = 1.45;
    private const int ShortestEnding = 3;

    /// <summary>Changes how long everything takes, not how much is said.</summary>
    public int Speed { get; init; } = BriefSpeed.Own;

    public int Asap => Lines.Count(line => line.Code == CallCode.CallAsap);

    /// <summary>Who waits for a call of ours, in the order it is told.</summary>
    public static IReadOnlyList<SheetLine> InOrder(IReadOnlyList<SheetLine> sheet, DateTimeOffset? lastAsked) =>
        [.. sheet.Where(line => line.Ball == Ball.Ours).OrderBy(line => line.Code).ThenByDescending(line => line.ReceivedAt > lastAsked)];

    /// <param name="sheet">In the sheet's own order.</param>
    /// <param name="lastAsked">Null for a boss who never has.</param>
    public static SpokenBrief Of(IReadOnlyList<SheetLine> sheet, DateTimeOffset? lastAsked, SpeechTiming timing) =>
        new([.. InOrder(sheet, lastAsked).Select(line => BriefLine.Of(line, lastAsked))], timing);

    /// <summary>One line of it, with what leads to it.</summary>
    public BriefSaid At(int place)
    {
        var line = Lines[place];
        var lead = Lead(place);
        var prefix = place > 0 || Timing.Seconds($"{lead} {Prefix(0)}{NameOf(line)}", line.NameSpokenAs()) <= FirstName ? Prefix(place) : "";
        var name = NameOf(line, Math.Min(LongestName, place == 0 ? FirstName - Timing.Seconds($"{lead} {prefix}") : LongestClause - Timing.Seconds(prefix) - Timing.Pause));
        var room = line.Code == CallCode.CallAsap ? AsapRoom() - Timing.Seconds($"{name},", line.NameSpokenAs()) : LongestClause;
        var matter = line.Regarding is null ? "" : Breath.FitWords(Breath.Matter(line.Regarding), Math.Min(LongestClause, room) - Timing.Pause, Timing);
        IEnumerable<BriefClause> clauses = [Clause(lead), Clause($"{prefix}{name}{(matter.Length == 0 ? "." : ",")}", line.NameSpokenAs()), Clause(matter.Length == 0 ? "" : $"{matter}.")];
        return new BriefSaid([.. clauses.Where(clause => clause.Words.Length > 0)], IsLastOfThree(place) ? ListensAfterThree : ListensBriefly);
    }

    /// <summary>All that is known of a line: whose, regarding what, on which number, when.</summary>
    public BriefSaid More(int place, DeskClock clock, DateTimeOffset now)
    {
        var line = Lines[place];
        IEnumerable<BriefClause> clauses =
        [
            Clause($"{NameOf(line)}.", line.NameSpokenAs()),
            .. Told(line.Company, most: 1),
            .. Told(line.Through is { } assistant ? $"through {assistant}" : null, most: 1),
            .. Told(line.Regarding is { } matter ? $"Regarding {Breath.Matter(matter)}" : line.IsMissed ? "Missed while we were down, so nobody knows what about" : null, most: 5),
            .. NumberOf(line),
            .. Told($"Called {(line.TimesCalled > 1 ? $"{line.TimesCalled} times, last " : "")}{DeskDay.Spoken(line.ReceivedAt, clock, now)}", most: 2),
        ];
        return new BriefSaid([.. clauses], ListensToAnswer);
    }

    /// <summary>The number to dial, group by group; that there is none, where there is none.</summary>
    public IReadOnlyList<BriefClause> NumberOf(BriefLine line) =>
        line.Number is { } number ? Groups(number)
        : line.NumberAsHeard is { } heard ? [.. Told(heard, most: 3)]
        : [Clause("No number.")];

    public IReadOnlyList<BriefClause> Groups(PhoneNumber number) => [.. number.Spoken.Split(", ").Select(group => Clause($"{group},"))];

    /// <summary>A sentence of the desk's own, in breaths.</summary>
    public BriefSaid Says(params IEnumerable<string> sentences) => new([.. sentences.SelectMany(sentence => Told(sentence, most: 9))], ListensToAnswer);

    /// <summary>A name as there is time for it; of a caller without one, the end of the number.</summary>
    public string NameOf(BriefLine line, double seconds = LongestName) =>
        line.Name is { } name && Breath.Fit(name, seconds, Timing, line.NameSpokenAs()) is { Length: > 0 } fits ? fits
        : line.Number is { } number ? Endings(number).First(ending => ending.Length == ShortestEnding || Timing.Seconds(ending) <= seconds)
        : "no name";

    private static IEnumerable<string> Endings(PhoneNumber number)
    {
        var spelled = string.Join(' ', number.E164[^4..].AsEnumerable());
        return [$"number {spelled}", spelled, spelled[^ShortestEnding..]];
    }

    private BriefClause Clause(string words, IReadOnlyList<SpokenAs>? spokenAs = null) => new(words, BriefSpeed.Seconds(Timing.Seconds(words, spokenAs), Speed)) { SpokenAs = spokenAs ?? [] };

    private IEnumerable<BriefClause> Told(string? text, int most) =>
        text is null ? []
        : text[^1] is '.' or ':' && Timing.Seconds(text) <= LongestClause ? [Clause(text)]
        : Breath.Pieces(text, LongestClause - Timing.Pause, Timing, most).Select(piece => Clause(piece[^1] is '.' or ',' or ':' ? piece : $"{piece},"));

    /// <summary>At the start the most that can be said and still have the first name spoken in time.</summary>
    private string Lead(int place)
    {
        var (all, asap) = (Lines.Count, Asap);
        if (place == 0)
        {
            var name = Timing.Seconds(NameOf(Lines[0]), Lines[0].NameSpokenAs());
            return Counts(all, asap).FirstOrDefault(count => Timing.Seconds(count) + name <= FirstName, asap > 0 ? $"{asap} ASAP." : Calls(all));
        }

        return place == asap ? $"And {all - asap} more." : place > asap && (place - asap) % AtATime == 0 ? $"{all - place} left." : "";
    }

    private IEnumerable<string> Counts(int all, int asap)
    {
        var news = Lines.All(line => line.IsNew) ? ", all new" : "";
        return asap == 0 ? [$"{Calls(all)[..^1]}{news}.", Calls(all)]
            : all == asap ? [$"{asap} ASAP{news}."]
            : [$"{Calls(all)[..^1]}, {asap} ASAP{news}.", $"{Calls(all)[..^1]}, {asap} ASAP.", $"{asap} ASAP{news}."];
    }

    private static string Calls(int all) => all == 1 ? "1 call." : $"{all} calls.";

    /// <summary>Where another code begins, and where what is new gives way to what the boss has heard of before.</summary>
    private string Prefix(int place)
    {
        var line = Lines[place];
        var first = place == 0 || Lines[place - 1].Code != line.Code;
        var code = first ? CodeWord(line.Code) : "";
        var mixed = Lines.Any(other => other.Code == line.Code && other.IsNew) && Lines.Any(other => other.Code == line.Code && !other.IsNew);
        return !mixed ? code : first ? $"{code}New: " : !line.IsNew && Lines[place - 1].IsNew ? "Earlier: " : "";
    }

    private static string CodeWord(CallCode code) => code switch
    {
        CallCode.CallAsap => "",
        CallCode.CallToday => "Today: ",
        CallCode.CallSometime => "Sometime: ",
        CallCode.CallMaybe => "Maybe: ",
    };

    /// <summary>What each of five may take so that all of them are through in time.</summary>
    private double AsapRoom()
    {
        var asap = Math.Min(Asap, Five);
        var prefixes = Enumerable.Range(0, Asap).Sum(place => Timing.Seconds(Prefix(place)));
        return Math.Min(LongestClause, (FiveAsap - Timing.Seconds(Lead(0)) - prefixes - ((asap - 1) * ListensBriefly)) / asap);
    }

    private bool IsLastOfThree(int place) => place >= Asap && (place - Asap) % AtATime == AtATime - 1;
}
