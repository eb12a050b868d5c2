using FrontDesk.Copies;
using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class CopyMailOnSqliteTests() : CopyMailTests(DatabaseEngine.Sqlite);

public sealed class CopyMailOnSqlServerTests() : CopyMailTests(DatabaseEngine.SqlServer);

/// <summary>Copies by mail, through a server that speaks SMTP.</summary>
public abstract class CopyMailTests(DatabaseEngine engine) : StoreTest(engine)
{
    private readonly PretendMailServer server = new();

    [Fact]
    public async Task A_copy_made_at_a_set_time_is_mailed_to_each_address_of_the_desk_and_its_page_can_say_so()
    {
        await using var _ = server;
        var desk = await OpenAsync("margaret@example.org", "jamie@example.org");
        await desk.DanniRangAsync();
        await desk.PassesAsync(TimeSpan.FromHours(3));

        Assert.Equal(["jamie@example.org", "margaret@example.org"], server.Taken.Select(mail => mail.To).Order());
        Assert.All(server.Taken, mail => Assert.Equal("desk@example.org", mail.From));
        var letter = server.Taken.First().Read();
        Assert.Equal("Margaret Miller: clean copy 1, 1 to return, 1 of them ASAP", letter.Subject);
        Assert.Contains("1. Call ASAP: Danni Okafor", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("(310) 555-0143", letter.TextBody, StringComparison.Ordinal);
        var copy = Assert.Single(await desk.Copies.NewestAsync(desk.Desk.Id, null, 9, Cancel));
        Assert.Contains($"https://desk.example.org/copies/{copy.Id}", letter.TextBody, StringComparison.Ordinal);
        Assert.All(await desk.Post.OfAsync(copy.Id, Cancel), mail => Assert.Equal((MailState.Sent, 1, copy.MadeAt), (mail.State, mail.Attempt, mail.SentAt)));
    }

    [Fact]
    public async Task A_server_that_asks_who_we_are_is_told()
    {
        await using var _ = server;
        var desk = await OpenAsync(Smtp with { User = "desk", Password = "a password of the tests" }, "margaret@example.org");
        await MakeAsync(desk);
        await desk.RoundAsync();
        Assert.Equal("desk a password of the tests", Assert.Single(server.Taken).SignedIn);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_tried_again_later_and_later()
    {
        await using var _ = server;
        server.Says["MAIL"] = "451 come back later";
        var desk = await OpenAsync("margaret@example.org");
        var copy = await MakeAsync(desk);
        await desk.RoundAsync();
        var mail = Assert.Single(await desk.Post.OfAsync(copy, Cancel));
        Assert.Equal((MailState.Written, 1, "451 come back later"), (mail.State, mail.Attempt, mail.LastError));
        Assert.InRange(mail.DueAt - desk.Clock.Now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.25));

        await desk.PassesAsync(TimeSpan.FromMinutes(10));
        Assert.InRange(Assert.Single(await desk.Post.OfAsync(copy, Cancel)).Attempt, 3, 4);
        server.Says.Clear();
        await desk.PassesAsync(TimeSpan.FromHours(1));
        Assert.Equal(MailState.Sent, Assert.Single(await desk.Post.OfAsync(copy, Cancel)).State);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task The_mails_have_a_clock_of_their_own_that_finds_what_is_due_when_the_desk_starts()
    {
        await using var _ = server;
        var desk = await OpenAsync("margaret@example.org");
        var copy = await MakeAsync(desk);
        using var clock = new MailClock(desk.Postman, RemindedDesk.Settings with { Smtp = Smtp }, desk.Clock, NullLogger<MailClock>.Instance);
        await clock.StartAsync(Cancel);
        for (var looks = 0; looks < 500 && (await desk.Post.OfAsync(copy, Cancel))[0].State != MailState.Sent; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        await clock.StopAsync(Cancel);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Rounds_that_race_mail_a_copy_once()
    {
        await using var _ = server;
        var desk = await OpenAsync("margaret@example.org", "jamie@example.org");
        await MakeAsync(desk);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(desk.RoundAsync, Cancel)));
        Assert.Equal(["jamie@example.org", "margaret@example.org"], server.Taken.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task A_mail_refused_for_good_is_not_tried_again_until_somebody_asks()
    {
        await using var _ = server;
        server.Says["RCPT"] = "550 no such user\there";
        var desk = await OpenAsync("margaret@example.org");
        var copy = await MakeAsync(desk);
        await desk.PassesAsync(TimeSpan.FromHours(5));
        var mail = Assert.Single(await desk.Post.OfAsync(copy, Cancel));
        Assert.Equal((MailState.Failed, 1, "550 no such user here"), (mail.State, mail.Attempt, mail.LastError));

        server.Says.Clear();
        var kept = (await desk.Copies.FindAsync(copy, Cancel))!.Kept;
        Assert.Equal(1, await desk.Post.MailAsync(kept, desk.Desk, Cancel));
        await desk.RoundAsync();
        Assert.Single(server.Taken);
        Assert.Equal(0, await desk.Post.MailAsync(kept, desk.Desk, Cancel));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_after_half_a_day_and_no_later_copy_waits_for_it()
    {
        var port = server.Port;
        await server.DisposeAsync();
        var desk = await OpenAsync(Smtp with { Port = port }, "margaret@example.org");
        var copy = await MakeAsync(desk);
        await desk.PassesAsync(TimeSpan.FromHours(24));
        var mail = (await desk.Post.OfAsync(copy, Cancel)).Single();
        Assert.Equal((MailState.Failed, Postman.MostAttempts), (mail.State, mail.Attempt));
        Assert.NotEmpty(mail.LastError!);
    }

    [Fact]
    public async Task A_server_that_breaks_off_after_the_mail_gets_it_again_under_the_same_id()
    {
        await using var _ = server;
        server.BreaksOffAfterTheMail = true;
        var desk = await OpenAsync("margaret@example.org");
        var copy = await MakeAsync(desk);
        await desk.RoundAsync();
        Assert.Equal(MailState.Written, Assert.Single(await desk.Post.OfAsync(copy, Cancel)).State);
        server.BreaksOffAfterTheMail = false;
        await desk.PassesAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Taken.Select(mail => mail.Read().MessageId).Distinct());
    }

    [Fact]
    public async Task Nobody_but_the_addresses_of_the_desk_gets_a_mail_whatever_callers_say()
    {
        await using var _ = server;
        var desk = await OpenAsync("margaret@example.org");
        await desk.ChangeAsync(was => was with { BossName = "Margaret\r\nBcc: eve@example.org" });
        await desk.RangAsync(null, "Eve\r\nBcc: eve@example.org\r\n\r\n.\r\nMAIL FROM:<eve@example.org>", "+13105550177");
        await MakeAsync(desk);
        await desk.RoundAsync();

        var mail = Assert.Single(server.Taken);
        var letter = mail.Read();
        Assert.Equal("margaret@example.org", mail.To);
        Assert.Equal((1, 0, 0), (letter.To.Count, letter.Cc.Count, letter.Bcc.Count));
        Assert.Equal(["From", "Date", "Subject", "Message-Id", "To", "MIME-Version", "Content-Type"], letter.Headers.Select(header => header.Field).Concat(letter.Body!.Headers.Select(header => header.Field).Except(["Content-Transfer-Encoding"])).Distinct());
        Assert.Contains("Eve Bcc: eve@example.org . MAIL FROM", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_every_script_arrive_as_they_are_written()
    {
        await using var _ = server;
        var desk = await OpenAsync("margaret@example.org");
        await desk.RangAsync(null, "Zoë Ångström 李雷", "+13105550177");
        await MakeAsync(desk);
        await desk.RoundAsync();
        Assert.Contains("Zoë Ångström 李雷", Assert.Single(server.Taken).Read().TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_mail_server_or_with_outgoing_switched_off_nothing_is_written_down_to_go_out_later(bool muted)
    {
        await using var _ = server;
        var none = await RemindedDesk.OpenAsync(Database, muted ? Smtp : null, muted);
        await none.ChangeAsync(was => was with { Copies = To("margaret@example.org") });
        Assert.Empty(await none.Post.OfAsync(await MakeAsync(none), Cancel));
        await none.PassesAsync(TimeSpan.FromHours(3));
        Assert.Empty(server.Taken);
        Assert.False(none.Post.CanMail(none.Desk));
    }

    [Fact]
    public async Task A_copy_somebody_holds_in_hand_is_not_mailed_by_itself()
    {
        await using var _ = server;
        var desk = await OpenAsync("margaret@example.org");
        var copy = await desk.Making.MakeAsync(desk.Desk, new CopyWanted(Some.Id(), CopyReason.Button, "Jamie"), Cancel);
        await desk.RoundAsync();
        Assert.Empty(await desk.Post.OfAsync(copy.Kept.Id, Cancel));
        Assert.Equal(1, await desk.Post.MailAsync(copy.Kept, desk.Desk, Cancel));
        await desk.RoundAsync();
        Assert.Single(server.Taken);
    }

    private SmtpSettings Smtp => new() { Host = "127.0.0.1", Port = server.Port, From = "desk@example.org" };

    private static CopyOrders To(params string[] addresses) => new() { Times = [new CopyTime { At = new(12, 30) }], MailTo = addresses };

    private Task<RemindedDesk> OpenAsync(params string[] addresses) => OpenAsync(Smtp, addresses);

    private async Task<RemindedDesk> OpenAsync(SmtpSettings smtp, params string[] addresses)
    {
        var desk = await RemindedDesk.OpenAsync(Database, smtp);
        await desk.ChangeAsync(was => was with { Copies = To(addresses) });
        return desk;
    }

    private static async Task<Guid> MakeAsync(RemindedDesk desk) => (await desk.Making.MakeAsync(
        desk.Desk, new CopyWanted(Guid.CreateVersion7(desk.Clock.Now), CopyReason.ShiftChange, "Jamie") { Note = "Ann rings at four." }, Cancel)).Kept.Id;
}
