using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class CallOntoCardTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const string Sid = "CA00000000000000000000000000000001";

    private static readonly ScriptPosition Who = new(ScriptStep.WhoIsCalling, 1);

    private static readonly NumbersGiven Given = NumbersGiven.Of(
    [
        new NumberGiven(PhoneNumber.Parse("+13105550188"), "310 555 0188", "204", "office"), new NumberGiven(null, "555-0142", null, "cell"),
    ]);

    private readonly Desk desk = Some.Desk();

    private CallLog Log => field ??= new(Database);

    private PhoneBook Book => field ??= new(Database);

    private Contact John => field ??= Some.Contact(desk, "John Smith", "+13105550142");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
        await Book.SaveAsync(John, Cancel);
    }

    [Fact]
    public async Task Numbers_given_are_found_again_on_the_call_and_on_the_sheet()
    {
        await RingsAsync("John Smith");

        Assert.Equal(Given, (await Log.FindAsync(Sid, Who, Cancel))!.Notes.Numbers);
        var owed = Assert.Single(await new SheetStore(Database).OwedAsync(desk.Id, Cancel));
        Assert.Equal(["+13105550188", "+13105550142"], owed.Numbers.Select(number => number.E164));
        Assert.Equal(("office, ext. 204", "cell"), (owed.NumberNotes[owed.Numbers[0]], owed.NumberNotes[owed.Numbers[1]]));
        Assert.Equal(Given.All, Assert.Single(await new CallHistory(Database).NewestAsync(desk.Id, null, 9, Cancel)).Numbers());
    }

    [Fact]
    public async Task The_end_of_a_call_puts_them_on_the_card_once()
    {
        await RingsAsync("John Smith");
        Assert.Single((await Book.FindAsync(John.Id, Cancel))!.Numbers);

        await EndsAsync();
        await EndsAsync();

        Assert.Equal(["cell", "office, ext. 204, given on a call"], (await Book.FindAsync(John.Id, Cancel))!.Numbers.Select(entry => entry.Label));
        Assert.Equal(2, (await Book.FindAsync(John.Id, Cancel))!.Version);
    }

    [Fact]
    public async Task A_call_nobody_told_the_end_of_puts_them_there_when_it_is_closed()
    {
        await RingsAsync("John Smith");

        await Log.CloseAsync(Sid, CallStatus.Completed, 12, Some.Morning, Cancel);

        Assert.Equal(2, (await Book.FindAsync(John.Id, Cancel))!.Numbers.Count);
    }

    [Fact]
    public async Task What_another_card_has_is_not_taken_over()
    {
        var rosa = Some.Contact(desk, "Rosa Delgado", "+13105550188");
        await Book.SaveAsync(rosa, Cancel);
        await RingsAsync("John Smith");

        await EndsAsync();

        Assert.Single((await Book.FindAsync(John.Id, Cancel))!.Numbers);
        Assert.Equal(["cell"], (await Book.FindAsync(rosa.Id, Cancel))!.Numbers.Select(entry => entry.Label));
    }

    [Fact]
    public async Task A_number_that_is_on_the_card_learns_its_extension_and_nothing_else_is_written()
    {
        await Book.SaveAsync(John with { Numbers = [new ContactNumber { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550188"), Label = "desk" }], Version = 1 }, Cancel);
        await RingsAsync("John Smith");

        await EndsAsync();

        Assert.Equal("desk, ext. 204", Assert.Single((await Book.FindAsync(John.Id, Cancel))!.Numbers).Label);
    }

    [Fact]
    public async Task Another_name_adds_nothing()
    {
        await RingsAsync("Paula Reyes");

        await EndsAsync();

        Assert.Equal(1, (await Book.FindAsync(John.Id, Cancel))!.Version);
    }

    [Fact]
    public async Task A_stranger_s_earlier_calls_from_the_number_become_the_card_s()
    {
        await Log.OpenAsync(Call("CA2", new Caller.Stranger(CallerId.Of("+13105550188")), "+13105550188"), Asks(CallNotes.Blank), Cancel);
        await RingsAsync("John Smith");

        await EndsAsync();

        Assert.Equal(John.Id.ToString(), await Database.ReadAsync(look => look.FirstOrDefaultAsync<string>("select party from calls where call_sid = 'CA2'"), Cancel));
    }

    private async Task RingsAsync(string name)
    {
        await Log.OpenAsync(Call(Sid, new Caller.Known(John.Id, John.Name, John.Numbers[0].Number), "+13105550142"), Asks(CallNotes.Blank), Cancel);
        var call = (await Log.FindAsync(Sid, Who, Cancel))!;
        await Log.WriteDownAsync(call, Who, new Heard.Words(name, 0.9), Asks(new CallNotes { Name = name, NameConfirmed = true, Numbers = Given }), Some.Morning, Cancel);
    }

    private Task<bool> EndsAsync() => Log.MoveOnAsync(
        Call(Sid, new Caller.Withheld(), "+13105550142", CallStatus.Completed) with { EndedAt = Some.Morning.AddMinutes(1) }, Cancel);

    private static ScriptTurn Asks(CallNotes notes) => new(new ScriptLine { Say = "Can I have her return?", At = new(ScriptStep.CanIHaveHerReturn, 1) }, notes);

    private NewCall Call(string sid, Caller caller, string from, CallStatus status = CallStatus.Ringing) => new()
    {
        Id = Some.Id(),
        DeskId = desk.Id,
        Caller = caller,
        Incoming = new IncomingCall { CallSid = sid, From = CallerId.Of(from), FromAsSent = from, Dialled = "+13105550100", Status = status, Inbound = true, Heard = new Heard.Nothing() },
        At = Some.Morning,
    };
}

public sealed class CallOntoCardOnSqlite() : CallOntoCardTests(DatabaseEngine.Sqlite);

public sealed class CallOntoCardOnSqlServer() : CallOntoCardTests(DatabaseEngine.SqlServer);
