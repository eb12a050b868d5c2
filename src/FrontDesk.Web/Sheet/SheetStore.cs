using System.Collections.ObjectModel;
using System.Text.Json;
using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Office;

namespace FrontDesk.Web.Sheet;

/// <summary>What the phone sheet is made of: the calls somebody still waits for, and the cards of those who rang.</summary>
public sealed class SheetStore(Database database)
{
    // "ball <> 3" is word for word the condition of the index calls_owed, "in (1, 2)" makes SQLite prefer it to calls_by_desk:
    // with either missing, history would be read.
    internal const string StillOwed = "ball in (1, 2) and ball <> 3";
    internal const string Owed = $"desk_id = @deskId and {StillOwed}";
    private const string BlockedNow =
        "case when exists (select 1 from blocked_numbers b where b.desk_id = calls.desk_id and b.number = caller_from) then 1 else 0 end";

    private const string AllWhoRang = $"(select contact_id from calls where {Owed} and contact_id is not null)";

    private const string OwedOnNoDesk = $"desk_id is null and {StillOwed}";

    /// <summary>In no particular order; through what is owed only, so that history costs nothing.</summary>
    /// <param name="deskId">Null for the lines no desk has claimed.</param>
    public Task<IReadOnlyList<OwedCall>> OwedAsync(Guid? deskId, CancellationToken cancel) =>
        database.ReadAsync(look => OwedAsync(look, deskId), cancel);

    internal static async Task<IReadOnlyList<OwedCall>> OwedAsync(Look look, Guid? deskId) =>
        await OwedAsync(look, deskId, await RowsAsync(look, deskId, ""), deskId is { } desk ? await CardsAsync(look, desk, AllWhoRang) : Cards.None);

    /// <summary>One party's calls as the sheet would have them with the one that is talking, newest first.</summary>
    /// <param name="notes">What that call has told by now.</param>
    internal static async Task<IReadOnlyList<OwedCall>> OfPartyAsync(Look look, Guid deskId, LiveCall call, CallNotes notes)
    {
        var others = call.Caller.Party is { } party ? await RowsAsync(look, deskId, "and party = @party", party) : [];
        var card = (call.Caller as Caller.Known)?.ContactId;
        var owed = await OwedAsync(look, deskId, [CallRow.Of(call, notes), .. others.Where(row => row.Id != call.Id)], await CardsAsync(look, deskId, "(select @card)", card));
        return [.. owed.OrderByDescending(other => other.ReceivedAt).ThenByDescending(other => other.Id)];
    }

    private static Task<IReadOnlyList<CallRow>> RowsAsync(Look look, Guid? deskId, string only, string? party = null) => look.QueryAsync<CallRow>(
        $"""
        select id, direction, party, contact_id, caller_from, said_name, number, number_as_heard, regarding, wants_return,
          calls_for, says_returning, says_urgent, step, received_at, ended_at, ball, assistant_code, assistant_by, assistant_why, version,
          stir, unwanted, numbers_given, caller_id_name, found_at, {BlockedNow} as is_blocked,
          {Applications.Columns}
        from calls left join applications on applications.call_id = calls.id
        where {(deskId is null ? OwedOnNoDesk : Owed)} {only}
        """,
        new { deskId, party });

    private static async Task<IReadOnlyList<OwedCall>> OwedAsync(Look look, Guid? deskId, IReadOnlyList<CallRow> rows, Cards cards)
    {
        var owners = deskId is { } desk && rows.Any(row => StirWord.Read(row.Stir) == StirVerdict.Failed)
            ? await DoubtedNumbers.OwnersAsync(look, desk)
            : DoubtedNumbers.NoOwners;
        var weCalled = rows
            .Where(row => row is { Direction: CallDirection.Outbound, Party: not null })
            .GroupBy(row => row.Party!, StringComparer.Ordinal)
            .ToDictionary(calls => calls.Key, calls => calls.Max(call => call.ReceivedAt), StringComparer.Ordinal);
        return
        [
            .. rows.Where(row => row.Direction == CallDirection.Inbound)
                .Select(row => row.ToOwedCall(cards, row.Party is not null && weCalled.TryGetValue(row.Party, out var at) ? at : null)
                    with { NumberIsOf = StirWord.Read(row.Stir) == StirVerdict.Failed ? owners.GetValueOrDefault(row.CallerFrom) : null }),
        ];
    }

    private static async Task<Cards> CardsAsync(Look look, Guid deskId, string whoRang, Guid? card = null)
    {
        var contacts = await look.QueryAsync<ContactRow>(
            $"select id, name, pronunciation, company, standing, wants_to_talk, wakes from contacts where id in {whoRang}", new { deskId, card });
        var numbers = await look.QueryAsync<NumberRow>(
            $"select contact_id, number, label from contact_numbers where contact_id in {whoRang} order by contact_id, position", new { deskId, card });
        var matters = await look.QueryAsync<MatterRow>(
            $"select id, contact_id, name, words from matters where desk_id = @deskId and (contact_id is null or contact_id in {whoRang})",
            new { deskId, card });
        return new Cards(
            contacts.ToDictionary(contact => contact.Id),
            numbers.ToLookup(number => number.ContactId),
            matters.ToLookup(matter => matter.ContactId ?? Guid.Empty, matter => matter.ToMatter()));
    }

    /// <param name="Matters">Those of the desk itself stand under the empty id.</param>
    private sealed record Cards(
        IReadOnlyDictionary<Guid, ContactRow> Contacts, ILookup<Guid, NumberRow> Numbers, ILookup<Guid, Matter> Matters)
    {
        public static readonly Cards None = new(
            new Dictionary<Guid, ContactRow>(),
            Array.Empty<NumberRow>().ToLookup(number => number.ContactId),
            Array.Empty<Matter>().ToLookup(_ => Guid.Empty));
    }

    private sealed record CallRow : ApplicationRow
    {
        public Guid Id { get; init; }

        public CallDirection Direction { get; init; }

        public string? Party { get; init; }

        public Guid? ContactId { get; init; }

        public string CallerFrom { get; init; } = "";

        public string? SaidName { get; init; }

        public string? CallsFor { get; init; }

        public bool? SaysReturning { get; init; }

        public PhoneNumber? Number { get; init; }

        public string? NumberAsHeard { get; init; }

        public string? NumbersGiven { get; init; }

        public string? CallerIdName { get; init; }

        public string? Regarding { get; init; }

        public bool? WantsReturn { get; init; }

        public bool SaysUrgent { get; init; }

        public ScriptStep Step { get; init; }

        public DateTimeOffset ReceivedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public DateTimeOffset? FoundAt { get; init; }

        public Ball Ball { get; init; }

        public string? Stir { get; init; }

        public Unwanted? Unwanted { get; init; }

        public bool IsBlocked { get; init; }

        public CallCode? AssistantCode { get; init; }

        public string? AssistantBy { get; init; }

        public string? AssistantWhy { get; init; }

        public int Version { get; init; }

        /// <summary>Found at the carrier, and no word of it since.</summary>
        private bool IsMissed => FoundAt is not null && Step == ScriptStep.Ring;

        public static CallRow Of(LiveCall call, CallNotes notes) => new()
        {
            Id = call.Id,
            Direction = CallDirection.Inbound,
            Party = call.Caller.Party,
            ContactId = (call.Caller as Caller.Known)?.ContactId,
            CallerFrom = call.Caller.Number?.E164 ?? "",
            SaidName = notes.Name,
            CallsFor = notes.CallsFor,
            SaysReturning = notes.SaysReturning,
            Number = notes.Number,
            NumberAsHeard = notes.NumberAsHeard,
            Regarding = notes.Regarding,
            WantsReturn = notes.WantsReturn,
            SaysUrgent = notes.SaysUrgent,
            Step = call.At.Step,
            ReceivedAt = call.ReceivedAt,
            Ball = Ball.Ours,
            Unwanted = notes.Unwanted,
            IsBlocked = call.Caller.IsBlocked,
            Version = call.Version,
        };

        public OwedCall ToOwedCall(Cards cards, DateTimeOffset? weCalledAt)
        {
            var card = ContactId is { } id ? cards.Contacts.GetValueOrDefault(id) : null;
            var given = GivenJson.Read(NumbersGiven).All;
            return new OwedCall
            {
                Id = Id,
                Party = Party,
                ContactId = ContactId,
                Name = card?.Name ?? CallsFor ?? SaidName,
                SaysName = card is not null && CallsFor is null && SaidName is not null && !WhoIsIt.MayBe(SaidName, card.Name) ? SaidName : null,
                FromElsewhere = card is not null && PhoneNumber.TryParse(CallerFrom, out var from) && !cards.Numbers[card.Id].Any(entry => entry.Number == from),
                Through = CallsFor is null || CallsFor.Equals(SaidName, StringComparison.Ordinal) ? null : SaidName,
                SaysReturning = SaysReturning == true,
                Pronunciation = card?.Pronunciation,
                Company = card?.Company,
                Numbers = NumbersBestFirst(cards, given),
                NumberNotes = NumberNotes(cards, given),
                NumberAsHeard = NumberAsHeard,
                Regarding = Regarding,
                CallerIdName = CallerIdName,
                ReceivedAt = ReceivedAt,
                EndedAt = EndedAt,
                HungUpAt = EndedAt is not null && !Step.IsGoodbye() && !IsMissed ? Step : null,
                IsMissed = IsMissed,
                SaysUrgent = SaysUrgent,
                WantsReturn = WantsReturn,
                Standing = card?.Standing ?? Standing.Ordinary,
                WantsToTalk = card?.WantsToTalk ?? false,
                Wakes = card?.Wakes ?? false,
                Matters = [.. cards.Matters[Guid.Empty], .. card is null ? [] : cards.Matters[card.Id]],
                WeCalledAt = weCalledAt,
                Unwanted = Unwanted,
                IsBlocked = IsBlocked,
                Stir = StirWord.Read(Stir),
                Assistant = AssistantCode is { } code ? new AssistantCode(code, AssistantBy ?? "", AssistantWhy ?? "") : null,
                Application = ToOfficeNotes(),
                Ball = Ball,
                Version = Version,
            };
        }

        // The number they said to call, the others they gave, the one they rang from, then those on the card.
        private IReadOnlyList<PhoneNumber> NumbersBestFirst(Cards cards, IReadOnlyList<NumberGiven> given)
        {
            var numbers = new List<PhoneNumber>();
            if (Number is { } best)
            {
                numbers.Add(best);
            }

            numbers.AddRange(given.Select(entry => entry.Number).OfType<PhoneNumber>());
            if (PhoneNumber.TryParse(CallerFrom, out var from))
            {
                numbers.Add(from);
            }

            return [.. numbers.Concat(cards.Numbers[ContactId ?? Guid.Empty].Select(entry => entry.Number)).Distinct()];
        }

        private IReadOnlyDictionary<PhoneNumber, string> NumberNotes(Cards cards, IReadOnlyList<NumberGiven> given) =>
            (ContactId is null && given.Count == 0) ? ReadOnlyDictionary<PhoneNumber, string>.Empty
            : cards.Numbers[ContactId ?? Guid.Empty].Select(entry => (entry.Number, Note: entry.Label))
                .Concat(given.Where(entry => entry is { Number: not null, Note: not null }).Select(entry => (Number: entry.Number!.Value, Note: entry.Note!)))
                .Where(entry => entry.Note.Length > 0)
                .DistinctBy(entry => entry.Number)
                .ToDictionary(entry => entry.Number, entry => entry.Note);
    }

    private sealed record ContactRow
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string? Pronunciation { get; init; }

        public string? Company { get; init; }

        public Standing Standing { get; init; }

        public bool WantsToTalk { get; init; }

        public bool Wakes { get; init; }
    }

    private sealed record NumberRow
    {
        public Guid ContactId { get; init; }

        public PhoneNumber Number { get; init; }

        public string Label { get; init; } = "";
    }

    private sealed record MatterRow
    {
        public Guid Id { get; init; }

        public Guid? ContactId { get; init; }

        public string Name { get; init; } = "";

        public string Words { get; init; } = "";

        public Matter ToMatter() => new() { Id = Id, Name = Name, Words = JsonSerializer.Deserialize<string[]>(Words) ?? [] };
    }
}
