using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class TimelineTests(DatabaseEngine engine) : StoreTest(engine)
{
    private readonly Desk desk = Some.Desk();
    private readonly WallClock clock = new(Some.Morning.AddHours(-1));
    private Contact john = null!;

    private Timeline Timeline => field ??= new(Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
        john = Some.Contact(desk, "John Smith", "+13105550142") with
        {
            Assistants = [new() { Id = Some.Id(), Name = "Priya", Number = PhoneNumber.Parse("+13105550148") }],
        };
        await new BookActs(new BookPen(Database, new SheetChanges(), new ReminderBell(), clock)).SaveAsync(john, "alex", Cancel);
        clock.Skip(TimeSpan.FromHours(4));
    }

    [Fact]
    public async Task Every_call_text_and_reminder_stands_in_one_line_newest_first()
    {
        var call = await RingsAsync(minute: 0);
        await Database.RemindsAsync(desk, call, 1, ReminderState.Delivered);
        await Database.RemindsAsync(desk, call, 2, ReminderState.Cancelled);
        await TextAsync("+13105550142", "+13105550100", "Call me", minute: 30);
        await TextAsync("+13105550100", "+13105550142", "She will", minute: 31);
        await TextAsync("+13105550100", "+13105550101", "to the boss", minute: 32);
        await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), Party = "+13105550148", CallerFrom = "+13105550148", ReceivedAt = Some.Morning.AddMinutes(40) });
        await Database.RingsAsync(desk, new SeedCall { Id = Some.Id(), Party = "+13105550199", CallerFrom = "+13105550199", ReceivedAt = Some.Morning.AddMinutes(41) });
        await MarkAsync(call, MarkKind.LeftWord);

        var page = await PageAsync();

        Assert.Equal(["We called", "Priya's", "She will", "Call me", "reminder 1", "They called", "Made by alex"], page.Entries.Select(Told));
        Assert.Equal(Ball.Theirs, await Timeline.CourtAsync(john, Cancel));
    }

    [Fact]
    public async Task Whose_court_it_is_follows_the_calls()
    {
        Assert.Equal(Ball.Nobody, await Timeline.CourtAsync(john, Cancel));
        var call = await RingsAsync(minute: 0);
        Assert.Equal(Ball.Ours, await Timeline.CourtAsync(john, Cancel));
        await MarkAsync(call, MarkKind.TalkedTo);
        Assert.Equal(Ball.Nobody, await Timeline.CourtAsync(john, Cancel));
        Assert.Contains(await PageEntriesAsync(), entry => entry is TimelineEntry.OfMark { Mark: { Kind: MarkKind.TalkedTo, ByWhom: "jamie" } });
    }

    [Fact]
    public async Task It_is_read_page_by_page_and_nothing_is_missed()
    {
        var calls = new List<Guid>();
        for (var minute = 0; minute < 25; minute++)
        {
            calls.Add(await RingsAsync(minute));
        }

        var seen = new List<Guid>();
        DateTimeOffset? before = null;
        do
        {
            var page = await Timeline.PageAsync(john, before, 10, Cancel);
            seen.AddRange(page.Entries.OfType<TimelineEntry.OfCall>().Select(entry => entry.Call.Id));
            before = page.Older;
        }
        while (before is not null);

        Assert.Equal(calls.AsEnumerable().Reverse(), seen);
    }

    private static string Told(TimelineEntry entry) => entry switch
    {
        TimelineEntry.OfCall { Call: { Direction: CallDirection.Outbound } } => "We called",
        TimelineEntry.OfCall { Call: { CallerFrom: "+13105550148" } } => "Priya's",
        TimelineEntry.OfCall => "They called",
        TimelineEntry.OfMark of => of.Mark.Kind.ToString(),
        TimelineEntry.OfReminder of => $"reminder {of.Reminder.Slot}",
        TimelineEntry.OfText of => of.Text.Body,
        TimelineEntry.OfAct of => $"{of.Act.Kind} by {of.Act.ByWhom}",
        _ => "?",
    };

    private Task<Guid> RingsAsync(int minute) => Database.RingsAsync(
        desk, new SeedCall { Id = Some.Id(), Party = john.Id.ToString(), ContactId = john.Id, ReceivedAt = Some.Morning.AddMinutes(minute) });

    private Task<int> TextAsync(string from, string to, string body, int minute) => Database.WriteAsync(
        work => work.ExecuteAsync(
            "insert into texts (id, desk_id, direction, from_number, to_number, body, status, at) values (@id, @desk, @direction, @from, @to, @body, 10, @at)",
            new { id = Some.Id(), desk = desk.Id, direction = to == "+13105550100" ? 1 : 2, from, to, body, at = Some.Morning.AddMinutes(minute) }),
        Cancel);

    private async Task MarkAsync(Guid call, MarkKind kind)
    {
        var desks = new DeskBook(Database);
        await desks.ReloadAsync(Cancel);
        var sheet = new CurrentSheet(new SheetStore(Database), desks, clock);
        Assert.IsType<MarkOutcome.Marked>(
            await new SheetMarks(Database, sheet, new SheetChanges(), new ReminderBell(), clock).MarkAsync(new SheetMark { CallId = call, Kind = kind, By = "jamie" }, Cancel));
    }

    private Task<TimelinePage> PageAsync() => Timeline.PageAsync(john, null, 40, Cancel);

    private async Task<IReadOnlyList<TimelineEntry>> PageEntriesAsync() => (await PageAsync()).Entries;
}

public sealed class TimelineOnSqlite() : TimelineTests(DatabaseEngine.Sqlite);

public sealed class TimelineOnSqlServer() : TimelineTests(DatabaseEngine.SqlServer);
