using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Finds in the book whom cards may be: by id, by number, by name and by nearly the same name.</summary>
public sealed class CardMatching(Database database)
{
    private const int MostPairs = 200;

    /// <summary>The cards of a file beside the book, in the order of the file.</summary>
    public Task<IReadOnlyList<ImportLine>> PlanAsync(Guid deskId, IReadOnlyList<ImportedCard> read, CancellationToken cancel) => database.ReadAsync(
        async look =>
        {
            var names = await NamesAsync(look, deskId);
            var likes = new List<IReadOnlyList<(Guid Id, bool IsUid, bool HasNumber)>>(read.Count);
            foreach (var card in read)
            {
                cancel.ThrowIfCancellationRequested();
                likes.Add(await LikesAsync(look, deskId, names, card));
            }

            var cards = (await ContactTables.FindManyAsync(look, likes.SelectMany(each => each.Select(like => like.Id)).Distinct()))
                .Where(card => card.DeskId == deskId).ToDictionary(card => card.Id);
            return (IReadOnlyList<ImportLine>)
            [
                .. read.Zip(likes, (card, ids) => ImportLine.Of(
                    card,
                    ids.Where(like => cards.ContainsKey(like.Id)).Select(like => new LikeCard(cards[like.Id], LikenessOf(card.Card, cards[like.Id], like.IsUid, like.HasNumber))))),
            ];
        },
        cancel);

    /// <summary>Pairs of cards that may be one person, the surest first.</summary>
    public Task<IReadOnlyList<LikePair>> DuplicatesAsync(Guid deskId, CancellationToken cancel) => database.ReadAsync(
        async look =>
        {
            var rows = await look.QueryAsync<NamedRow>("select id, name from contacts where desk_id = @deskId", new { deskId });
            var names = new NearNames(rows.Select(row => (row.Id, row.Name)));
            var shared = await look.QueryAsync<PairRow>(
                $"""
                select distinct a.contact_id as first_id, b.contact_id as second_id
                from contact_numbers a join contact_numbers b on b.desk_id = a.desk_id and b.number = a.number and b.contact_id > a.contact_id
                where a.desk_id = @deskId order by first_id, second_id{database.Dialect.FirstRows(MostPairs)}
                """,
                new { deskId });
            var pairs = new Dictionary<(Guid, Guid), Likeness>();
            foreach (var pair in shared)
            {
                pairs.TryAdd(Ordered(pair.FirstId, pair.SecondId), Likeness.SameNumber);
            }

            foreach (var row in rows)
            {
                cancel.ThrowIfCancellationRequested();
                Note(pairs, row.Id, names.Same(row.Name), Likeness.SameName);
                Note(pairs, row.Id, names.Nearly(row.Name), Likeness.NearlySameName);
            }

            return await ReadAsync(look, pairs.OrderBy(pair => pair.Value).Take(MostPairs).Select(pair => (pair.Key, pair.Value)).ToList());
        },
        cancel);

    private static void Note(Dictionary<(Guid, Guid), Likeness> pairs, Guid id, IEnumerable<Guid> others, Likeness likeness)
    {
        foreach (var other in others.Where(other => other != id))
        {
            var pair = Ordered(id, other);
            pairs[pair] = !pairs.TryGetValue(pair, out var known) ? likeness
                : known == Likeness.SameNumber && likeness == Likeness.SameName ? Likeness.SameNameAndNumber
                : (Likeness)Math.Min((int)known, (int)likeness);
        }
    }

    private static async Task<IReadOnlyList<LikePair>> ReadAsync(Look look, IReadOnlyList<((Guid First, Guid Second) Ids, Likeness Likeness)> pairs)
    {
        var cards = (await ContactTables.FindManyAsync(look, pairs.SelectMany(pair => new[] { pair.Ids.First, pair.Ids.Second }).Distinct())).ToDictionary(card => card.Id);
        return [.. pairs.Where(pair => cards.ContainsKey(pair.Ids.First) && cards.ContainsKey(pair.Ids.Second)).Select(pair => new LikePair(cards[pair.Ids.First], cards[pair.Ids.Second], pair.Likeness))];
    }

    private static async Task<NearNames> NamesAsync(Look look, Guid deskId) =>
        new((await look.QueryAsync<NamedRow>("select id, name from contacts where desk_id = @deskId", new { deskId })).Select(row => (row.Id, row.Name)));

    private static async Task<IReadOnlyList<(Guid Id, bool IsUid, bool HasNumber)>> LikesAsync(Look look, Guid deskId, NearNames names, ImportedCard card)
    {
        var likes = new List<(Guid Id, bool IsUid, bool HasNumber)>();
        if (card.Uid is { } uid)
        {
            likes.Add((uid, true, false));
        }

        foreach (var entry in card.Card.Numbers)
        {
            var holders = await look.Prepared("select contact_id from contact_numbers where desk_id = @desk and number = @number")
                .With(deskId).With(entry.Number).ListAsync(row => row.Id(0));
            likes.AddRange(holders.Take(10).Select(holder => (holder, false, true)));
        }

        likes.AddRange(names.Same(card.Card.Name).Take(10).Select(id => (id, false, false)));
        if (likes.Count == 0)
        {
            likes.AddRange(names.Nearly(card.Card.Name).Take(10).Select(id => (id, false, false)));
        }

        return likes;
    }

    private static Likeness LikenessOf(Contact read, Contact card, bool isUid, bool hasNumber)
    {
        var isNamesake = NearNames.KeyOf(read.Name).Equals(NearNames.KeyOf(card.Name), StringComparison.Ordinal);
        return isUid ? Likeness.SameCard
            : (isNamesake, hasNumber) switch
            {
                (true, true) => Likeness.SameNameAndNumber,
                (true, false) => Likeness.SameName,
                (false, true) => Likeness.SameNumber,
                (false, false) => Likeness.NearlySameName,
            };
    }

    private static (Guid, Guid) Ordered(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private sealed record NamedRow
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";
    }

    private sealed record PairRow
    {
        public Guid FirstId { get; init; }

        public Guid SecondId { get; init; }
    }
}

/// <summary>Two cards that may be one person.</summary>
public sealed record LikePair(Contact First, Contact Second, Likeness Likeness);
