using FrontDesk.Contacts;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Contacts.Files;

namespace FrontDesk.Tests.Differential;

/// <summary>What people do to the book.</summary>
internal sealed class BookCommands(Pick pick, Known known)
{
    public IEnumerable<(int Weight, Func<Command?> Make)> All =>
    [
        (14, Make), (12, Change), (3, Drop), (4, Merge), (3, SplitNumber), (2, SplitCall), (4, MakeOfCall), (8, TakeBack), (8, Search), (1, Everything), (6, Identify), (1, Duplicates), (1, Import), (3, File), (3, Timeline), (2, Matters), (4, Find),
    ];

    private Command Make()
    {
        var card = Card(pick.Id(), pick.Of(known.Desks), 0);
        var by = pick.By();
        return new($"make card {card.Id} \"{card.Name}\"", async (desk, cancel) => await desk.Of<BookActs>().SaveAsync(card, by, cancel)) { Learn = Learn };
    }

    private Command? Change()
    {
        if (known.Cards.Count == 0)
        {
            return null;
        }

        var (id, other, stale, by, straight) = (pick.Late(known.Cards), Card(pick.Id(), known.Desks[0], 0), pick.Chance(15), pick.By(), pick.Chance(20));
        return new($"change card {id} to \"{other.Name}\"", async (desk, cancel) =>
        {
            var card = await desk.Of<PhoneBook>().FindAsync(desk.Own(id), cancel);
            var changed = other with { Id = desk.Own(id), DeskId = card?.DeskId ?? other.DeskId, Version = (card?.Version ?? 1) - (stale ? 1 : 0) };
            return changed.Version == 0 ? "new"
                : straight ? await desk.Of<PhoneBook>().SaveAsync(changed, cancel)
                : await desk.Of<BookActs>().SaveAsync(changed, by, cancel);
        })
        { Learn = Learn };
    }

    private Command? Drop() => OnCard("drop", (desk, card, by, cancel) => desk.Of<BookActs>().DropAsync(card, by, cancel));

    private Command? Merge()
    {
        if (known.Cards.Count < 2)
        {
            return null;
        }

        var other = pick.Late(known.Cards);
        return OnCard($"merge {other} into", async (desk, card, by, cancel) => await desk.Of<BookParting>().MergeAsync(card, await SeenAsync(desk, other, stale: false, cancel), by, cancel));
    }

    private Command? SplitNumber()
    {
        var (name, place, random) = (pick.By(), pick.Below(3), pick.Phone());
        return OnCard("split a number of", async (desk, card, by, cancel) =>
        {
            var numbers = (await desk.Of<PhoneBook>().FindAsync(card.Id, cancel))?.Numbers ?? [];
            return await desk.Of<BookParting>().SplitNumberAsync(card, place < numbers.Count ? numbers[place].Number : random, name, by, cancel);
        });
    }

    private Command? SplitCall() => pick.Late(known.Calls) is { Id: { } call }
        ? OnCard($"split call {call} of", (desk, card, by, cancel) => desk.Of<BookParting>().SplitCallAsync(card.Id, desk.Own(call), by, cancel))
        : null;

    private Command? MakeOfCall()
    {
        if (pick.Late(known.Calls) is not { Id: { } call } rang)
        {
            return null;
        }

        var card = Card(pick.Id(), pick.Of(known.Desks), 0);
        card = PhoneNumber.TryParse(rang.From, out var from) && pick.Chance(80) ? card with { Numbers = [new ContactNumber { Id = pick.Id(), Number = from, Label = "cell" }] } : card;
        return new($"make card {card.Id} of call {call}", async (desk, cancel) => await desk.Of<BookActs>().MakeOfCallAsync(card, desk.Own(call), "Jamie", cancel)) { Learn = Learn };
    }

    private Command? TakeBack() => pick.Late(known.BookActs) is var act && act == Guid.Empty ? null
        : new($"take back {act}", async (desk, cancel) => (await desk.Of<BookUndo>().FindAsync(desk.Own(act), cancel), await desk.Of<BookUndo>().TakeBackAsync(desk.Own(act), cancel)));

    private Command Search()
    {
        var (id, words, after, count) = (pick.Of(known.Desks), SearchWords(), pick.Chance(40) ? pick.Late(known.Cards) : Guid.Empty, 1 + pick.Below(20));
        return new($"search \"{words}\" after {after}", async (desk, cancel) =>
            (await desk.Of<BookSearch>().PageAsync(id, words, after == Guid.Empty ? null : desk.Own(after), count, cancel), await desk.Of<BookSearch>().CountAsync(id, cancel)));
    }

    private string? SearchWords() => pick.Below(5) switch
    {
        0 => null,
        1 => pick.Number()[^pick.OneOf(3, 4, 7)..],
        2 => pick.Text(),
        _ => pick.By() is { Length: > 0 } name ? name[..(1 + pick.Below(Math.Min(4, name.Length)))] : "",
    };

    private Command Everything()
    {
        var (id, format) = (pick.Of(known.Desks), pick.OneOf(Enum.GetValues<CardFormat>()));
        return new($"export {format}", async (desk, cancel) => CardExport.Of(await desk.Of<PhoneBook>().AllAsync(id, cancel), format).Text);
    }

    private Command? Find() => pick.Late(known.Cards) is var card && card == Guid.Empty ? null
        : new($"find {card}", async (desk, cancel) => (await desk.Of<PhoneBook>().FindAsync(desk.Own(card), cancel), await desk.Of<BookSearch>().HasAsync(desk.Own(card), cancel)));

    private Command Identify()
    {
        var (id, from, name) = (pick.Of(known.Desks), FrontDesk.Calls.CallerId.Of(pick.Number()), pick.By());
        return new($"who is {from}, {name}", async (desk, cancel) =>
        {
            var book = desk.Of<PhoneBook>();
            var caller = await book.IdentifyAsync(id, from, cancel);
            var recognised = await book.RecogniseAsync(id, FrontDesk.Calls.CallNotes.Blank with { Name = name }, caller, cancel);
            return (caller, recognised, await book.EarlierCallsAsync(id, caller, Guid.Empty, desk.Clock.Now, cancel));
        });
    }

    private Command Duplicates()
    {
        var id = pick.Of(known.Desks);
        // Those equally sure come in no particular order.
        return new("duplicates", async (desk, cancel) =>
            (await desk.Of<CardMatching>().DuplicatesAsync(id, cancel)).Select(pair => $"{pair.Likeness}: {Both(pair)}").Order(StringComparer.Ordinal).ToList());
    }

    private static string Both(LikePair pair) => string.Join(" / ", new[] { pair.First, pair.Second }.Select(card => card.Name + string.Concat(card.Numbers.Select(number => number.Number.E164))).Order(StringComparer.Ordinal));

    private Command Import()
    {
        var (id, file, ids) = (pick.Of(known.Desks), string.Join('\n', Enumerable.Range(0, 1 + pick.Below(4)).Select(_ => $"\"{pick.By().Replace("\"", "\"\"", StringComparison.Ordinal)}\",{pick.Number()},\"{pick.By().Replace("\"", "\"\"", StringComparison.Ordinal)}\"")),
            Enumerable.Range(0, 40).Select(_ => pick.Id()).ToList());
        return new($"import {file}", async (desk, cancel) =>
        {
            var next = 0;
            var read = CardFile.Read($"Name,Phone,Company\n{file}\n", id, null, () => ids[next++]);
            var kept = await desk.Of<BookFiles>().KeepAsync(id, "people.csv", file, "Jamie", cancel);
            var lines = await desk.Of<CardMatching>().PlanAsync(id, read.Cards, cancel);
            var decision = ImportDecision.Of([.. lines], new Dictionary<int, ImportChoice>());
            return (read.Problems, await desk.Of<BookImport>().ImportAsync(id, decision, kept, "Jamie", _ => { }, cancel));
        })
        { Learn = answer => Learn(answer is ValueTuple<IReadOnlyList<string>, BookOutcome> told ? told.Item2 : null) };
    }

    private Command File()
    {
        var (id, name, content, old) = (pick.Of(known.Desks), pick.By(), pick.Text(), pick.Late(known.Files));
        return pick.Chance(40)
            ? new($"keep file {name}", async (desk, cancel) => await desk.Of<BookFiles>().KeepAsync(id, name, content, "Jamie", cancel)) { Learn = answer => known.Files.Add((Guid)answer!) }
            : new($"file {old}", async (desk, cancel) =>
            {
                var file = await desk.Of<BookFiles>().FindAsync(desk.Own(old), cancel);
                await desk.Of<BookFiles>().DropAsync(desk.Own(old), cancel);
                return file;
            });
    }

    private Command? Timeline()
    {
        if (pick.Late(known.Cards) is var id && id == Guid.Empty)
        {
            return null;
        }

        var (before, count) = (pick.Chance(30) ? pick.Instant(known.Now) : (DateTimeOffset?)null, 1 + pick.Below(30));
        return new($"timeline of {id}", async (desk, cancel) => await desk.Of<PhoneBook>().FindAsync(desk.Own(id), cancel) is { } card
            ? (Unordered(await desk.Of<Timeline>().PageAsync(card, before, count, cancel)), await desk.Of<Timeline>().CourtAsync(card, cancel))
            : null);
    }

    /// <summary>What happened in the same moment comes in no particular order.</summary>
    private static (string Entries, DateTimeOffset? Older) Unordered(TimelinePage page) =>
        (string.Join('\n', page.Entries.Select(entry => Telling.Of(entry, new Ids())).Order(StringComparer.Ordinal)), page.Older);

    private Command Matters()
    {
        var id = pick.Of(known.Desks);
        List<Matter> matters = [.. Enumerable.Range(0, pick.Below(4)).Select(_ => AMatter())];
        return new("matters of the desk", async (desk, cancel) =>
        {
            await desk.Of<PhoneBook>().SaveMattersAsync(id, matters, cancel);
            return await desk.Of<PhoneBook>().MattersAsync(id, cancel);
        });
    }

    private Command? OnCard(string what, Func<DeskOnEngine, CardVersion, string, CancellationToken, Task<BookOutcome>> act)
    {
        if (known.Cards.Count == 0)
        {
            return null;
        }

        var (id, stale, by) = (pick.Late(known.Cards), pick.Chance(10), pick.By());
        return new($"{what} {id}", async (desk, cancel) => await act(desk, await SeenAsync(desk, id, stale, cancel), by, cancel)) { Learn = Learn };
    }

    private static async Task<CardVersion> SeenAsync(DeskOnEngine desk, Guid id, bool stale, CancellationToken cancel) =>
        new(desk.Own(id), ((await desk.Of<PhoneBook>().FindAsync(desk.Own(id), cancel))?.Version ?? 1) - (stale ? 1 : 0));

    private void Learn(object? answer)
    {
        if (answer is not BookOutcome.Done done)
        {
            return;
        }

        known.BookActs.Add(done.ActId);
        if (done.ContactId is { } card && !known.Cards.Contains(card))
        {
            known.Cards.Add(card);
        }
    }

    private Matter AMatter() => new() { Id = pick.Id(), Name = pick.OneOf("the Big Merger", "The big merger", "lawsuit", pick.By()), Words = [.. Enumerable.Range(0, pick.Below(3)).Select(_ => pick.By())] };

    private Contact Card(Guid id, Guid deskId, int version) => CardText.Clean(new Contact
    {
        Id = id,
        DeskId = deskId,
        Name = pick.By(),
        SortName = pick.Maybe(pick.By()),
        Pronunciation = pick.Maybe(pick.By()),
        Ipa = pick.Maybe("ˈɡwɪnɪθ"),
        Company = pick.Maybe(pick.By()),
        Title = pick.Maybe(pick.By()),
        Standing = pick.OneOf(Enum.GetValues<Standing>()),
        WantsToTalk = pick.Chance(25),
        Wakes = pick.Chance(10),
        PreferredAnswer = pick.Chance(10) ? "I'm sorry, {she's} not available." : null,
        Notes = pick.Maybe(PlainText.Cut(pick.Text(), CardText.LongestNotes)),
        Numbers = [.. Enumerable.Range(0, pick.Below(4)).Select(_ => new ContactNumber { Id = pick.Id(), Number = pick.Phone(), Label = pick.OneOf("cell", "home", "", pick.By()) })],
        Assistants = [.. Enumerable.Range(0, pick.Below(2)).Select(_ => new ContactAssistant { Id = pick.Id(), Name = pick.By(), Number = pick.Chance(50) ? pick.Phone() : null, Notes = pick.Maybe(PlainText.Cut(pick.Text(), CardText.LongestNotes)) })],
        Matters = [.. Enumerable.Range(0, pick.Below(2)).Select(_ => AMatter())],
        Version = version,
    });
}
