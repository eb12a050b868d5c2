using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Mail;
using FrontDesk.Web.SignIn;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class OneTruthOnSqliteTests() : OneTruthTests(DatabaseEngine.Sqlite);

public sealed class OneTruthOnSqlServerTests() : OneTruthTests(DatabaseEngine.SqlServer);

/// <summary>What the engines once told apart, or put in order, each in its own way; the differential test found it.</summary>
public abstract class OneTruthTests(DatabaseEngine engine) : StoreTest(engine)
{
    // By letters without case and accents, then signs and scripts by their numbers.
    private static readonly string[] InOrder = ["100% Pure", "Ángel", "angela", "Co-op", "coop", "D'Angelo", "Øyvind", "Zoë", "Мария", "김민준", "王小明", "🎬 Film"];

    private readonly Desk desk = Some.Desk("stone", "+13105550199");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new DeskBook(Database).SaveAsync(desk, Cancel);
    }

    [Fact]
    public async Task The_book_is_in_one_order_page_by_page()
    {
        await WriteAsync(InOrder.Reverse());
        var (search, read, after) = (new BookSearch(Database), new List<string>(), (Guid?)null);
        while (await search.PageAsync(desk.Id, null, after, 3, Cancel) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(line => line.Name));
            after = page[^1].Id;
        }

        Assert.Equal(InOrder, read);
    }

    [Fact]
    public async Task Cards_that_were_written_in_an_older_order_are_put_in_this_one_at_the_start()
    {
        await WriteAsync(InOrder);
        await Database.WriteAsync(work => work.ExecuteAsync("update contacts set sort_key = lower(name), sound = null"), Cancel);
        await new SoundsAtStart(Database).StartAsync(Cancel);

        Assert.Equal(InOrder, (await new BookSearch(Database).PageAsync(desk.Id, null, null, 50, Cancel)).Select(line => line.Name));
    }

    [Fact]
    public async Task Cards_go_out_by_name_in_one_order()
    {
        string[] names = ["zz top", "Zz Top", "co-op", "coop", "Co Op", "_under", "ángel"];
        await WriteAsync(names);

        Assert.Equal(names.Order(StringComparer.Ordinal), (await new PhoneBook(Database).AllAsync(desk.Id, Cancel)).Select(card => card.Name));
    }

    [Fact]
    public async Task A_user_is_another_ones_name_in_no_other_case_and_signs_in_by_the_name_as_it_is()
    {
        var users = new UserBook(Database, new PasswordHasher<string>(), new StandingClock(Some.Morning));
        Assert.True(await users.AddAsync("Jamie", "open sesame", replaces: false, Cancel));
        Assert.False(await users.AddAsync("JAMIE", "open sesame", replaces: false, Cancel));
        Assert.IsType<SignInOutcome.Refused>(await users.CheckAsync("jamie", "open sesame", Cancel));
        Assert.IsType<SignInOutcome.Refused>(await users.CheckAsync("Jamie ", "open sesame", Cancel));
        Assert.True(await users.AddAsync("jamie", "open barley", replaces: true, Cancel));
        Assert.IsType<SignInOutcome.Welcome>(await users.CheckAsync("Jamie", "open barley", Cancel));
    }

    [Fact]
    public async Task What_differs_in_case_or_in_a_blank_at_its_end_was_not_said_word_for_word()
    {
        const string Said = "Hello, this is a message for the owner of the car";
        var log = new CallLog(Database);
        var who = new ScriptPosition(ScriptStep.WhoIsCalling, 1);
        var rings = new IncomingCall { CallSid = "CA00000000000000000000000000000001", From = CallerId.Of("+13105550142"), FromAsSent = "+13105550142", Dialled = "+13105550199", Status = CallStatus.Ringing, Inbound = true, Heard = new Heard.Nothing() };
        await log.OpenAsync(new NewCall { Id = Some.Id(), DeskId = desk.Id, Caller = new Caller.Stranger(rings.From), Incoming = rings, At = Some.Morning }, new ScriptTurn(new ScriptLine { At = who, Say = "Who?" }, CallNotes.Blank), Cancel);
        var call = (await log.FindAsync(rings.CallSid, who, Cancel))!;
        await log.WriteDownAsync(call, who, new Heard.Words(Said, null), new ScriptTurn(new ScriptLine { At = who.TriedAgain(), Say = "Who?" }, CallNotes.Blank), Some.Morning, Cancel);

        Assert.Equal((1, 0, 0), (await log.TimesHeardAsync(call.Id, Said, Cancel), await log.TimesHeardAsync(call.Id, Said.ToUpperInvariant(), Cancel), await log.TimesHeardAsync(call.Id, Said + " ", Cancel)));
    }

    [Fact]
    public async Task An_address_written_twice_in_another_case_gets_one_mail()
    {
        var reminded = await RemindedDesk.OpenAsync(Database, new SmtpSettings { Host = "127.0.0.1", Port = 9, From = "desk@example.org" });
        await reminded.ChangeAsync(own => own with { Copies = own.Copies with { MailTo = ["boss@example.org", "Boss@example.org"] } });
        var copy = await reminded.Making.MakeAsync(reminded.Desk, new CopyWanted(Some.Id(), FrontDesk.Copies.CopyReason.ShiftChange, "Jamie"), Cancel);

        Assert.Equal("boss@example.org", Assert.Single(await reminded.Post.OfAsync(copy.Kept.Id, Cancel)).ToAddress);
    }

    private async Task WriteAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await new PhoneBook(Database).SaveAsync(Some.Contact(desk, name), Cancel);
        }
    }
}
