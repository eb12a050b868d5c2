using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class ErasureTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+13105550142");

    private readonly Desk desk = Some.Desk() with { Phones = [new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550101"), Label = "cell", TakesTexts = true }] };
    private readonly WallClock clock = new(Some.Morning);

    private PhoneBook Book => field ??= new(Database);

    private BookPen Pen => field ??= new(Database, new SheetChanges(), new ReminderBell(), clock);

    private BookActs Acts => field ??= new(Pen);

    private Erasure Erasure => field ??= new(Database, new SheetChanges(), new ReminderBell(), clock, NullLogger<Erasure>.Instance);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task The_request_keeps_how_much_there_was_and_not_whom_it_was_about()
    {
        await RingsAsync(Number.E164, "John Smith");

        var counted = await Erasure.CountAsync(desk.Id, new Forgotten.OfNumber(Number), Cancel);
        Assert.Equal(1, Assert.IsType<ErasureOutcome.Done>(counted).Count.Calls);
        Assert.Equal(1, await CountAsync("calls where said_name = 'John Smith'"));
        await ForgetAsync(new Forgotten.OfNumber(Number));

        Assert.Equal(1, await CountAsync("erasures where calls = 1 and asked_by = 'jamie' and done_at is not null and number is null and contact_id is null and call_id is null"));
        Assert.Equal((1, 0, 0), (await CountAsync("tombstones"), await CountAsync("erasing_calls"), await CountAsync("erasing_cards")));
        Assert.Equal(0, (await ForgetAsync(new Forgotten.OfNumber(Number))).Calls);
    }

    [Fact]
    public async Task A_switchboard_is_nobody_s_and_the_desk_s_own_numbers_are_not_forgotten()
    {
        await Book.SaveAsync(Some.Contact(desk, "John Smith", Number.E164), Cancel);
        var ann = Some.Contact(desk, "Ann Bell", Number.E164, "+13105550143");
        await Book.SaveAsync(ann, Cancel);
        await RingsAsync(Number.E164, "somebody");
        await RingsAsync("+13105550143", "Ann Bell", ann.Id);

        Assert.Equal(2, Assert.IsType<ErasureOutcome.Shared>(await Erasure.ForgetAsync(desk.Id, new Forgotten.OfNumber(Number), "jamie", Cancel)).Cards);
        Assert.IsType<ErasureOutcome.Ours>(await Erasure.ForgetAsync(desk.Id, new Forgotten.OfNumber(Some.Office), "jamie", Cancel));
        Assert.IsType<ErasureOutcome.Ours>(await Erasure.ForgetAsync(desk.Id, new Forgotten.OfNumber(desk.Phones[0].Number), "jamie", Cancel));
        Assert.Equal(1, (await ForgetAsync(new Forgotten.OfCard(ann.Id))).Calls);

        Assert.Equal((1, 1), (await CountAsync("calls where said_name = 'somebody'"), await CountAsync("contact_numbers where number = '+13105550142'")));
        Assert.Equal(1, await CountAsync("tombstones"));
    }

    [Fact]
    public async Task No_act_brings_a_card_back_and_one_that_touched_others_still_gives_them_back()
    {
        var (john, ann) = (Some.Contact(desk, "John Smith", Number.E164), Some.Contact(desk, "Ann Bell", "+13105550143"));
        var made = Assert.IsType<BookOutcome.Done>(await Acts.SaveAsync(john, "jamie", Cancel));
        await Acts.SaveAsync(ann with { Numbers = [.. ann.Numbers, new ContactNumber { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550144"), Label = "desk" }] }, "jamie", Cancel);
        var parting = new BookParting(Pen);
        var split = Assert.IsType<BookOutcome.Done>(await parting.SplitNumberAsync(new(ann.Id, 1), PhoneNumber.Parse("+13105550144"), "Tom Bell", "jamie", Cancel));
        var dropped = Assert.IsType<BookOutcome.Done>(await Acts.DropAsync(new(john.Id, 1), "jamie", Cancel));

        Assert.Equal(1, (await ForgetAsync(new Forgotten.OfNumber(Number))).Cards);
        await ForgetAsync(new Forgotten.OfCard(split.ContactId!.Value));

        var undo = new BookUndo(Database, Pen, clock);
        Assert.IsType<TakeBackOutcome.TooLate>(await undo.TakeBackAsync(dropped.ActId, Cancel));
        Assert.IsType<TakeBackOutcome.TooLate>(await undo.TakeBackAsync(made.ActId, Cancel));
        Assert.IsType<TakeBackOutcome.TakenBack>(await undo.TakeBackAsync(split.ActId, Cancel));
        var left = Assert.Single(await Book.AllAsync(desk.Id, Cancel));
        Assert.Equal(("Ann Bell", "+13105550143"), (left.Name, Assert.Single(left.Numbers).Number.E164));
        Assert.Equal(0, await CountAsync("book_cards where before_card like '%5550142%' or before_card like '%5550144%' or before_card like '%Tom%'"));
    }

    [Fact]
    public async Task An_assistant_goes_from_the_cards_of_others_and_an_assistant_of_two_stays_the_other_s()
    {
        Contact With(Contact card, string number) => card with { Assistants = [new ContactAssistant { Id = Some.Id(), Name = "Priya", Number = PhoneNumber.Parse(number), Notes = "Mondays off" }] };
        var (rosa, ann) = (With(Some.Contact(desk, "Rosa Delgado", "+13105550143"), "+13105550148"), With(Some.Contact(desk, "Ann Bell", "+13105550144"), "+13105550148"));
        await Book.SaveAsync(rosa, Cancel);
        await Book.SaveAsync(ann, Cancel);
        await RingsAsync("+13105550148", "Priya");

        Assert.Equal(0, (await ForgetAsync(new Forgotten.OfCard(ann.Id))).Calls);
        Assert.Equal("Priya", Assert.Single((await Book.FindAsync(rosa.Id, Cancel))!.Assistants).Name);
        Assert.Equal(1, (await ForgetAsync(new Forgotten.OfNumber(PhoneNumber.Parse("+13105550148")))).Calls);

        var left = (await Book.FindAsync(rosa.Id, Cancel))!;
        Assert.Equal(("Rosa Delgado", 0, 2), (left.Name, left.Assistants.Count, left.Version));
        Assert.DoesNotContain("priya", left.SearchText, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_a_caller_without_a_number_that_one_call_is_forgotten_and_its_recording_is_named()
    {
        var call = await RingsAsync("anonymous", "Paula Reyes", recording: "RE00000000000000000000000000000001");
        await RingsAsync("anonymous", "John Smith");

        var count = await ForgetAsync(new Forgotten.OfCall(call));

        Assert.Equal((1, "RE00000000000000000000000000000001"), (count.Calls, Assert.Single(count.Recordings)));
        Assert.Equal((1, 0, 0), (await CountAsync("calls where said_name = 'John Smith'"), await CountAsync("calls where said_name = 'Paula Reyes'"), await CountAsync("calls where recording_sid is not null")));
    }

    [Fact]
    public async Task Somebody_else_s_call_from_their_phone_keeps_everything_but_the_number()
    {
        var john = Some.Contact(desk, "John Smith", Number.E164);
        await Book.SaveAsync(john, Cancel);
        await RingsAsync("+13105550177", "John Smith", john.Id);

        Assert.Equal(0, (await ForgetAsync(new Forgotten.OfNumber(PhoneNumber.Parse("+13105550177")))).Calls);

        Assert.Equal(1, await CountAsync("calls where said_name = 'John Smith' and caller_from = '(erased)' and ball = 1"));
    }

    private async Task<ErasureCount> ForgetAsync(Forgotten whom) =>
        Assert.IsType<ErasureOutcome.Done>(await Erasure.ForgetAsync(desk.Id, whom, "jamie", Cancel)).Count;

    private async Task<Guid> RingsAsync(string from, string name, Guid? contact = null, string? recording = null)
    {
        var id = Some.Id();
        await Database.RingsAsync(desk, new SeedCall
        {
            Id = id,
            Party = contact?.ToString() ?? (from.StartsWith('+') ? from : null),
            ContactId = contact,
            CallerFrom = from,
            SaidName = name,
            Number = null,
            ReceivedAt = Some.Morning,
        });
        await Database.WriteAsync(work => work.ExecuteAsync("update calls set recording_sid = @recording where id = @id", new { recording, id }), Cancel);
        return id;
    }

    private Task<int> CountAsync(string what) => Database.ReadAsync(look => look.FirstOrDefaultAsync<int>($"select count(*) from {what}"), Cancel);
}

public sealed class ErasureOnSqliteTests() : ErasureTests(DatabaseEngine.Sqlite)
{
    /// <summary>Whoever adds a text to the books says in <see cref="WhatIsWiped"/> what becomes of it when somebody is forgotten.</summary>
    [Fact]
    public async Task Every_text_the_books_can_hold_is_classified()
    {
        Database.Dialect.Overhears = null;
        var texts = await Database.ReadAsync(
            look => look.QueryAsync<string>("select t.name || '.' || c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and lower(c.type) = 'text' order by 1"), Cancel);

        IReadOnlyList<string> wiped = [.. WhatIsWiped.Steps.SelectMany(step => Of(step.Table, step.Columns)), .. WhatIsWiped.ByHand.SelectMany(text => Of(text.Table, text.Columns))];
        IReadOnlyList<string> notTheirs = [.. WhatIsWiped.NotTheirs.SelectMany(text => Of(text.Table, text.Columns))];

        Assert.Equal(texts.Order(StringComparer.Ordinal), wiped.Concat(notTheirs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Empty(wiped.Intersect(notTheirs, StringComparer.Ordinal));
        Assert.All(WhatIsWiped.Steps, step => Assert.Contains($" {step.Table} ", step.Sql, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Of(string table, string columns) =>
        columns.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(column => $"{table}.{column}");
}

public sealed class ErasureOnSqlServerTests() : ErasureTests(DatabaseEngine.SqlServer);
