using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Office;

namespace FrontDesk.Sheet;

/// <summary>The phone sheet (R2): who is to be called back, most important first. Computed from the calls still owed, never stored.</summary>
public sealed record PhoneSheet(IReadOnlyList<SheetLine> Lines)
{
    public static readonly PhoneSheet Blank = new([]);

    /// <summary>One line for each party. The order depends on what is owed alone, not on the order it comes in.</summary>
    /// <param name="office">Set for a production office, which ranks by its own rule.</param>
    public static PhoneSheet Of(IEnumerable<OwedCall> owed, DeskClock clock, DateTimeOffset now, ProductionOffice? office = null) => new([
        .. owed
            .GroupBy(call => call.Party ?? $"call {call.Id}", StringComparer.Ordinal)
            .Select(calls => LineOf([.. calls.OrderByDescending(call => call.ReceivedAt).ThenByDescending(call => call.Id)], clock, now, office))
            .OrderBy(line => line.Code)
            .ThenBy(line => line.CodeReason)
            .ThenBy(line => line.Finer)
            .ThenByDescending(line => line.Standing)
            .ThenBy(line => line.WaitingSince)
            .ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(line => line.Id),
    ]);

    /// <param name="calls">One party's, newest first.</param>
    private static SheetLine LineOf(IReadOnlyList<OwedCall> calls, DeskClock clock, DateTimeOffset now, ProductionOffice? office)
    {
        var newest = calls[0];
        var ours = calls.Where(call => call.Ball == Ball.Ours).ToList();
        var telling = UnwantedRule.Counted(calls);
        var application = OfficeRule.Application(telling);
        var rank = office is null ? CodeRule.Of(calls, clock, now) : OfficeRule.Of(calls, application, office, clock, now);
        return new SheetLine
        {
            Id = newest.Id,
            Chased = (calls.FirstOrDefault(call => call.EndedAt is not null) ?? newest).Id,
            Calls = [.. calls.Select(call => call.Id)],
            Code = rank.Code,
            CodeReason = rank.Reason,
            Why = rank.Why,
            ContactId = newest.ContactId,
            Name = Newest(telling, call => call.Name),
            Through = Newest(telling, call => call.Through),
            Pronunciation = Newest(calls, call => call.Pronunciation),
            Company = Newest(calls, call => call.Company),
            Standing = newest.Standing,
            Numbers = [.. calls.SelectMany(call => call.Numbers).Distinct()],
            NumberNotes = calls.SelectMany(call => call.NumberNotes).DistinctBy(note => note.Key).ToDictionary(),
            NumberAsHeard = Newest(telling, call => call.NumberAsHeard),
            CallerIdName = newest.ContactId is null ? Newest(calls, call => call.CallerIdName) : null,
            Regarding = Newest(telling, call => call.Regarding),
            ReceivedAt = newest.ReceivedAt,
            WaitingSince = (ours.Count > 0 ? ours : calls)[^1].ReceivedAt,
            TimesCalled = calls.Count,
            Ball = ours.Count > 0 ? Ball.Ours : newest.Ball,
            Assistant = calls.Select(call => call.Assistant).FirstOrDefault(code => code is not null),
            SaysUrgent = telling.Any(call => call.SaysUrgent),
            Wakes = rank.Code == CallCode.CallAsap && calls.Any(call => call.Wakes),
            WantsReturn = telling.Select(call => call.WantsReturn).FirstOrDefault(wants => wants is not null),
            HungUpAt = newest.HungUpAt,
            IsMissed = telling[0].IsMissed && telling.All(call => call.Regarding is null),
            Application = application,
            Finer = rank.Finer,
            Version = calls.Sum(call => call.Version),
        };
    }

    private static string? Newest(IReadOnlyList<OwedCall> calls, Func<OwedCall, string?> said) => calls.Select(said).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
