using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class BookActsTests(DatabaseEngine engine) : StoreTest(engine)
{
    private readonly Desk desk = Some.Desk();
    private readonly WallClock clock = new(Some.Morning);
    private readonly ReminderBell bell = new();

    private PhoneBook Book => field ??= new(Database);

    private BookPen Pen => field ??= new(Database, new SheetChanges(), bell, clock);

    private BookActs Acts => field ??= new(Pen);

    private BookParting Parting => field ??= new(Pen);

    private BookUndo Undo => field ??= new(Database, Pen, clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task A_card_comes_back_whole_with_its_assistants()
    {
        var gwyneth = Full("Gwyneth Hale", "+13105550146");
        await Book.SaveAsync(gwyneth, Cancel);

        Assert.Equivalent(gwyneth with { Version = 1 }, await Book.FindAsync(gwyneth.Id, Cancel), strict: true);
    }

    [Fact]
    public async Task What_turns_or_breaks_the_text_around_it_does_not_get_onto_a_card()
    {
        var gwyneth = Full("Gwyneth\u202E Hale\u0007", "+13105550146") with { Company = "\u2067\u0000", Notes = "Tea\u202E.\r\nNo\u001B milk." };
        await Book.SaveAsync(gwyneth, Cancel);

        var kept = await Book.FindAsync(gwyneth.Id, Cancel);

        Assert.Equal(("Gwyneth Hale", null, "Tea.\nNo milk."), (kept?.Name, kept?.Company, kept?.Notes));
    }

    [Fact]
    public async Task A_dropped_card_comes_back_as_it_was()
    {
        var gwyneth = Full("Gwyneth Hale", "+13105550146");
        await Book.SaveAsync(gwyneth, Cancel);

        var act = Done(await Acts.DropAsync(new(gwyneth.Id, 1), "alex", Cancel));
        Assert.Null(await Book.FindAsync(gwyneth.Id, Cancel));
        Assert.IsType<Caller.Stranger>(await Book.IdentifyAsync(desk.Id, new CallerId.Phone(PhoneNumber.Parse("+13105550146")), Cancel));

        Assert.IsType<TakeBackOutcome.TakenBack>(await Undo.TakeBackAsync(act, Cancel));
        Assert.Equivalent(gwyneth with { Version = 2 }, await Book.FindAsync(gwyneth.Id, Cancel), strict: true);
        Assert.IsType<TakeBackOutcome.TooLate>(await Undo.TakeBackAsync(act, Cancel));
    }

    [Fact]
    public async Task A_card_that_somebody_changed_meanwhile_is_not_dropped()
    {
        var gwyneth = Full("Gwyneth Hale", "+13105550146");
        await Book.SaveAsync(gwyneth, Cancel);
        await Book.SaveAsync(gwyneth with { Version = 1, Notes = "Moved." }, Cancel);

        Assert.IsType<BookOutcome.Stale>(await Acts.DropAsync(new(gwyneth.Id, 1), "alex", Cancel));
        Assert.NotNull(await Book.FindAsync(gwyneth.Id, Cancel));
    }

    [Fact]
    public async Task Two_cards_of_one_person_become_one_with_the_calls_of_both_and_can_be_parted_again()
    {
        var (kept, other) = (Full("Gwyneth Hale", "+13105550146"), Some.Contact(desk, "Gwynneth Hale", "+13105550147"));
        await Book.SaveAsync(kept, Cancel);
        await Book.SaveAsync(other, Cancel);
        var call = await Database.RingsAsync(desk, new SeedCall { ContactId = other.Id, Party = other.Id.ToString() });

        var act = Done(await Parting.MergeAsync(new(kept.Id, 1), new(other.Id, 1), "alex", Cancel));
        Assert.Equal(["+13105550146", "+13105550147"], (await Book.FindAsync(kept.Id, Cancel))!.Numbers.Select(number => number.Number.E164));
        Assert.Null(await Book.FindAsync(other.Id, Cancel));
        Assert.Equal(kept.Id, await ContactOfAsync(call));

        Assert.IsType<TakeBackOutcome.TakenBack>(await Undo.TakeBackAsync(act, Cancel));
        Assert.Equivalent(kept with { Version = 3 }, await Book.FindAsync(kept.Id, Cancel), strict: true);
        Assert.Equivalent(other with { Version = 2 }, await Book.FindAsync(other.Id, Cancel), strict: true);
        Assert.Equal(other.Id, await ContactOfAsync(call));
    }

    [Fact]
    public async Task A_merge_is_not_taken_back_over_what_somebody_wrote_since()
    {
        var (kept, other) = (Full("Gwyneth Hale", "+13105550146"), Some.Contact(desk, "Gwynneth Hale", "+13105550147"));
        await Book.SaveAsync(kept, Cancel);
        await Book.SaveAsync(other, Cancel);
        var act = Done(await Parting.MergeAsync(new(kept.Id, 1), new(other.Id, 1), "alex", Cancel));
        await Book.SaveAsync((await Book.FindAsync(kept.Id, Cancel))! with { Notes = "Since." }, Cancel);

        Assert.IsType<TakeBackOutcome.Overtaken>(await Undo.TakeBackAsync(act, Cancel));
        Assert.Equal("Since.", (await Book.FindAsync(kept.Id, Cancel))!.Notes);
    }

    [Fact]
    public async Task A_number_split_off_takes_its_own_calls_along()
    {
        var office = Some.Contact(desk, "Gwyneth Hale", "+13105550146", "+13105550147");
        await Book.SaveAsync(office, Cancel);
        var hers = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), ContactId = office.Id, Party = office.Id.ToString(), CallerFrom = "+13105550146", Number = null });
        var his = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), ContactId = office.Id, Party = office.Id.ToString(), CallerFrom = "+13105550147", Number = null });

        var done = Assert.IsType<BookOutcome.Done>(
            await Parting.SplitNumberAsync(new(office.Id, 1), PhoneNumber.Parse("+13105550147"), "Tom Hale", "alex", Cancel));

        Assert.Equal("Tom Hale", (await Book.FindAsync(done.ContactId!.Value, Cancel))!.Name);
        Assert.Equal(((Guid?)office.Id, done.ContactId), (await ContactOfAsync(hers), await ContactOfAsync(his)));
        await Undo.TakeBackAsync(done.ActId, Cancel);
        Assert.Equal(office.Id, await ContactOfAsync(his));
        Assert.Null(await Book.FindAsync(done.ContactId.Value, Cancel));
    }

    [Fact]
    public async Task A_call_that_was_somebody_elses_leaves_the_card()
    {
        var card = Some.Contact(desk, "Gwyneth Hale", "+13105550146");
        await Book.SaveAsync(card, Cancel);
        var call = await Database.RingsAsync(desk, new SeedCall { ContactId = card.Id, Party = card.Id.ToString(), CallerFrom = "+13105550142" });

        Done(await Parting.SplitCallAsync(card.Id, call, "alex", Cancel));

        Assert.Null(await ContactOfAsync(call));
    }

    [Fact]
    public async Task A_card_made_of_a_strangers_call_takes_the_strangers_other_calls_along()
    {
        var first = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id() });
        var second = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id() });
        var john = Some.Contact(desk, "John Smith", "+13105550142");

        Done(await Acts.MakeOfCallAsync(john, second, "alex", Cancel));

        Assert.Equal(((Guid?)john.Id, (Guid?)john.Id), (await ContactOfAsync(first), await ContactOfAsync(second)));
    }

    [Fact]
    public async Task What_a_stranger_said_is_the_contacts_once_the_number_has_a_card()
    {
        var (earlier, others) = (
            await Database.RingsAsync(desk, new SeedCall { Id = Some.Id() }),
            await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), Party = "+13105550143", CallerFrom = "+13105550143" }));
        var john = Some.Contact(desk, "John Smith", "+13105550142");

        var act = Done(await Acts.SaveAsync(john, "alex", Cancel));
        Assert.Equal(((Guid?)john.Id, (Guid?)null), (await ContactOfAsync(earlier), await ContactOfAsync(others)));

        var since = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), Party = john.Id.ToString(), ContactId = john.Id, ReceivedAt = Some.Morning.AddHours(1) });
        await Undo.TakeBackAsync(act, Cancel);
        Assert.Equal(((Guid?)null, "+13105550142"), (await ContactOfAsync(earlier), await PartyOfAsync(earlier)));
        Assert.Equal(((Guid?)null, "+13105550142"), (await ContactOfAsync(since), await PartyOfAsync(since)));
    }

    [Fact]
    public async Task A_number_two_people_share_gives_nobody_the_calls()
    {
        var call = await Database.RingsAsync(desk, new SeedCall());
        await Book.SaveAsync(Some.Contact(desk, "Ann Other", "+13105550142"), Cancel);

        Done(await Acts.SaveAsync(Some.Contact(desk, "John Smith", "+13105550142"), "alex", Cancel));

        Assert.Null(await ContactOfAsync(call));
    }

    [Fact]
    public async Task A_changed_card_ranks_its_calls_anew_and_can_be_changed_back()
    {
        var john = Some.Contact(desk, "John Smith", "+13105550142");
        await Book.SaveAsync(john, Cancel);
        var call = await Database.RingsAsync(desk, new SeedCall { ContactId = john.Id, Party = john.Id.ToString() });
        var other = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), Party = "+13105550143" });

        var act = Done(await Acts.SaveAsync(john with { Version = 1, WantsToTalk = true }, "alex", Cancel));
        Assert.Equal((0, 1), (await PlannedAsync(call), await PlannedAsync(other)));
        Assert.True(bell.IsRung);
        Assert.IsType<BookOutcome.Stale>(await Acts.SaveAsync(john with { Version = 1, Name = "Jon" }, "alex", Cancel));

        Assert.IsType<TakeBackOutcome.TakenBack>(await Undo.TakeBackAsync(act, Cancel));
        Assert.Equivalent(john with { Version = 3 }, await Book.FindAsync(john.Id, Cancel), strict: true);
    }

    [Fact]
    public async Task The_calls_of_a_dropped_card_stay_under_their_numbers_and_come_back_with_it()
    {
        var john = Some.Contact(desk, "John Smith", "+13105550142");
        await Book.SaveAsync(john, Cancel);
        var call = await Database.RingsAsync(desk, new SeedCall { ContactId = john.Id, Party = john.Id.ToString() });

        var act = Done(await Acts.DropAsync(new(john.Id, 1), "alex", Cancel));
        Assert.Equal(((Guid?)null, "+13105550142"), (await ContactOfAsync(call), await PartyOfAsync(call)));

        await Undo.TakeBackAsync(act, Cancel);
        Assert.Equal(((Guid?)john.Id, john.Id.ToString()), (await ContactOfAsync(call), await PartyOfAsync(call)));
    }

    [Fact]
    public async Task Parted_again_each_has_the_calls_that_came_meanwhile()
    {
        var (kept, other) = (Some.Contact(desk, "Gwyneth Hale", "+13105550146"), Some.Contact(desk, "Tom Hale", "+13105550147"));
        await Book.SaveAsync(kept, Cancel);
        await Book.SaveAsync(other, Cancel);
        var act = Done(await Parting.MergeAsync(new(kept.Id, 1), new(other.Id, 1), "alex", Cancel));
        var toms = await Database.RingsAsync(
            desk, new SeedCall { ContactId = kept.Id, Party = kept.Id.ToString(), CallerFrom = "+13105550147", ReceivedAt = Some.Morning.AddHours(1) });

        await Undo.TakeBackAsync(act, Cancel);

        Assert.Equal(((Guid?)other.Id, other.Id.ToString()), (await ContactOfAsync(toms), await PartyOfAsync(toms)));
    }

    [Theory]
    [InlineData("MOREAU")]
    [InlineData("etienne")]
    [InlineData("dist moreau")]
    [InlineData("5148")]
    public async Task The_book_is_searched_without_regard_to_case_and_accents(string words)
    {
        var moreau = Some.Contact(desk, "Étienne Moreau", "+33199005148") with { Company = "Moreau Distribution" };
        await Book.SaveAsync(moreau, Cancel);
        await Book.SaveAsync(Some.Contact(desk, "John Smith", "+13105550142"), Cancel);

        Assert.Equal([moreau.Id], (await new BookSearch(Database).PageAsync(desk.Id, words, after: null, 10, Cancel)).Select(line => line.Id));
    }

    [Fact]
    public async Task The_book_is_read_page_by_page_in_the_order_of_sort_names()
    {
        foreach (var (name, sort) in new[] { ("Danni Okafor", "Okafor, Danni"), ("Ann Other", "Other, Ann"), ("Zoë Abel", "Abel, Zoë") })
        {
            await Book.SaveAsync(Some.Contact(desk, name) with { Id = Some.Id(), SortName = sort }, Cancel);
        }

        var search = new BookSearch(Database);
        var first = await search.PageAsync(desk.Id, words: null, after: null, 2, Cancel);
        var second = await search.PageAsync(desk.Id, words: null, first[^1].Id, 2, Cancel);

        Assert.Equal(["Zoë Abel", "Danni Okafor", "Ann Other"], first.Concat(second).Select(line => line.Name));
        Assert.Equal(3, await search.CountAsync(desk.Id, Cancel));
    }

    private Contact Full(string name, string number) => Some.Contact(desk, name, number) with
    {
        SortName = "Hale, Gwyneth",
        Pronunciation = "GWIN-eth",
        Ipa = "ˈɡwɪnɪθ",
        Company = "Hale Literary",
        Title = "Agent",
        Standing = Standing.Valued,
        PreferredAnswer = "I'm sorry, {she's} not available, but {she'll} be glad you called.",
        Notes = "Prefers mornings.\nLikes tea.",
        Assistants = [new() { Id = Some.Id(), Name = "Priya", Number = PhoneNumber.Parse("+13105550148"), Notes = "Mondays off" }],
        Matters = [new() { Id = Some.Id(), Name = "Second book", Words = ["rights"] }],
    };

    private Task<Guid?> ContactOfAsync(Guid call) =>
        Database.ReadAsync(look => look.FirstOrDefaultAsync<Guid?>("select contact_id from calls where id = @call", new { call }), Cancel);

    private Task<string?> PartyOfAsync(Guid call) =>
        Database.ReadAsync(look => look.FirstOrDefaultAsync<string>("select party from calls where id = @call", new { call }), Cancel);

    private Task<int> PlannedAsync(Guid call) =>
        Database.ReadAsync(look => look.FirstOrDefaultAsync<int>("select planned from calls where id = @call", new { call }), Cancel);

    private static Guid Done(BookOutcome outcome) => Assert.IsType<BookOutcome.Done>(outcome).ActId;
}

public sealed class BookActsOnSqlite() : BookActsTests(DatabaseEngine.Sqlite);

public sealed class BookActsOnSqlServer() : BookActsTests(DatabaseEngine.SqlServer);
