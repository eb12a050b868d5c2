using System.Xml.Linq;
using FrontDesk.Calls;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Telephony;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The desk's own trouble (TWILIO.md §8 D): the books cannot be written, and somebody is on the line.</summary>
public sealed class TroubleStories : IAsyncLifetime
{
    private DeskUnderTest desk = null!;

    public async ValueTask InitializeAsync() => desk = await DeskUnderTest.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task D36_a_passing_failure_costs_the_caller_a_moment_and_nothing_that_was_said()
    {
        var sid = desk.NewSid();
        await desk.PostAsync(desk.Ringing(sid));
        string moment;
        await using (await desk.HoldTheBooksAsync())
        {
            moment = await desk.PostAsync(desk.Said(sid, 1, 1, "Paula Réyes & Co"));
        }

        var next = await desk.PostAsync(desk.Webhook(AddressIn(moment), sid));

        Assert.Contains("One moment", moment, StringComparison.Ordinal);
        Assert.Contains("not available", next, StringComparison.Ordinal);
        var call = await desk.OnlyCallAsync();
        Assert.Equal(["Paula Réyes & Co"], call.Heard);
        Assert.Equal(0.9, call.Turns[^1].Confidence);
    }

    [Fact]
    public async Task D36_a_caller_is_not_left_waiting_for_longer_than_five_seconds()
    {
        var sid = desk.NewSid();
        await desk.PostAsync(desk.Ringing(sid));
        using var pen = new ManualResetEventSlim();
        var held = await desk.HoldThePenAsync(pen);
        var answering = desk.PostAsync(desk.Said(sid, 1, 1, "Paula Reyes"));
        while (!answering.IsCompleted)
        {
            await desk.PassesAsync(TimeSpan.FromSeconds(1));
            // Time that ran on while a busy machine has not even begun would bring the round that asks after lost calls.
            await Task.WhenAny(answering, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        var moment = await answering;
        pen.Set();
        await held;

        Assert.Contains("One moment", moment, StringComparison.Ordinal);
        Assert.Contains("not available", await desk.PostAsync(desk.Webhook(AddressIn(moment), sid)), StringComparison.Ordinal);
        Assert.Equal(["Paula Reyes"], (await desk.OnlyCallAsync()).Heard);
    }

    [Fact]
    public async Task F16_a_carrier_that_closes_the_line_does_not_stop_the_pen()
    {
        var reached = new TaskCompletionSource();
        desk.Books.Dialect.Overhears = sql =>
        {
            if (sql.Contains("contact_numbers", StringComparison.Ordinal))
            {
                reached.TrySetResult();
            }
        };
        using var pen = new ManualResetEventSlim();
        var held = await desk.HoldThePenAsync(pen);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(DeskUnderTest.Cancel);
        using var client = new HttpClient();
        using var request = desk.Ringing(desk.NewSid()).To(desk.Reached);
        var sent = client.SendAsync(request, impatient.Token);
        await reached.Task.WaitAsync(DeskUnderTest.Cancel);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);

        pen.Set();
        await held;

        Assert.Single(await desk.LogOnceAsync(log => log.Count > 0));
    }

    [Fact]
    public async Task D37_when_the_books_stay_shut_the_caller_leaves_a_message_and_the_journal_brings_it_in_later()
    {
        desk.Expects("cannot be written down");
        desk.Expects("round");
        var phone = desk.Telephone("stranger");
        await using (await desk.HoldTheBooksAsync())
        {
            await phone.Rings().Hears("your name, your number").Says("Paula Reyes, 310 555 0166, about the lease").IsHungUpOn();
        }

        Assert.Empty(await desk.LogAsync());
        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        var call = Assert.Single(await desk.LogOnceAsync(log => log is [{ EndedAt: not null }]));
        Assert.Equal(["Paula Reyes, 310 555 0166, about the lease"], call.Heard);
        Assert.Equal(("+13105550166", CallStatus.Completed), (call.Number, call.Status));
    }

    [Fact]
    public async Task Whoever_is_on_the_line_does_not_wait_for_the_journal_to_be_brought_in()
    {
        desk.Expects("cannot be written down");
        var (early, late) = (desk.NewSid(), desk.NewSid());
        await using (await desk.HoldTheBooksAsync())
        {
            await desk.PostAsync(LastTry(early, "Paula Reyes"));
        }

        using var pen = new ManualResetEventSlim();
        var held = await desk.HoldThePenAsync(pen);
        var bringingIn = desk.Services.GetRequiredService<CallJournal>().ReplayAsync(desk.Services.GetRequiredService<Answering>(), DeskUnderTest.Cancel);
        var answering = desk.PostAsync(LastTry(late, "Danni Okafor"));
        for (var seconds = 0; seconds < 20 && !answering.IsCompleted; seconds++)
        {
            await desk.PassesAsync(TimeSpan.FromSeconds(1));
            await Task.WhenAny(answering, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, DeskUnderTest.Cancel));
        }

        Assert.True(answering.IsCompleted, "She waits for somebody else's words to be written down.");
        pen.Set();
        await Task.WhenAll(held, bringingIn);
        await desk.PassesAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["Danni Okafor", "Paula Reyes"], (await desk.LogOnceAsync(log => log.Count == 2)).SelectMany(call => call.Heard).Order(StringComparer.Ordinal));

        SignedRequest LastTry(string sid, string said) => desk.Webhook("/twilio/voice/heard?step=1&attempt=1&retry=3", sid, ("SpeechResult", said));
    }

    [Fact]
    public async Task Processes_that_keep_their_journals_in_one_folder_lose_no_line_between_them()
    {
        desk.Expects("cannot be written down");
        desk.Expects("round");
        desk.Expects("is left where it is");
        using var neighbour = new CallJournal(
            desk.Services.GetRequiredService<CallJournalPlace>(), desk.Services.GetRequiredService<Tombstones>(), desk.Services.GetRequiredService<ILogger<CallJournal>>());
        await using (await desk.HoldTheBooksAsync())
        {
            await neighbour.KeepAsync(Rings("+13105550155"), asked: null, desk.Clock.GetUtcNow());
            await desk.PostAsync(desk.Webhook("/twilio/voice/heard?step=1&attempt=1&retry=3", desk.NewSid(), ("SpeechResult", "Paula Reyes")));
        }

        await desk.PassesAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["Paula Reyes"], Assert.Single(await desk.LogOnceAsync(log => log.Count == 1)).Heard);

        await neighbour.KeepAsync(Rings("+13105550166"), asked: null, desk.Clock.GetUtcNow());
        neighbour.Dispose();
        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        var callers = (await desk.LogOnceAsync(log => log.Count == 3)).Select(call => call.CallerFrom).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["+13105550155", "+13105550166"], StringComparer.Ordinal), callers);
        Assert.Empty(Directory.GetFiles(desk.Folder, "unwritten-calls.*"));

        IncomingCall Rings(string number) => new()
        {
            CallSid = desk.NewSid(),
            From = CallerId.Of(number),
            FromAsSent = number,
            Dialled = desk.Desk.Lines[0].Number.ToString(),
            Status = CallStatus.Ringing,
            Inbound = true,
            Heard = new Heard.Nothing(),
        };
    }

    [Fact]
    public async Task Half_a_line_in_the_journal_keeps_nobody_else_out()
    {
        desk.Expects("torn");
        await File.WriteAllTextAsync(Path.Combine(desk.Folder, "unwritten-calls.torn.jsonl"), """{"CallSid":"CA""", DeskUnderTest.Cancel);
        desk.Expects("cannot be written down");
        await using (await desk.HoldTheBooksAsync())
        {
            await desk.PostAsync(desk.Webhook("/twilio/voice/heard?step=1&attempt=1&retry=3", desk.NewSid(), ("SpeechResult", "Paula Reyes")));
        }

        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["Paula Reyes"], Assert.Single(await desk.LogOnceAsync(log => log.Count == 1)).Heard);
    }

    [Fact]
    public async Task F11_a_call_whose_end_is_never_told_is_closed_by_what_the_carrier_knows()
    {
        desk.Carrier.Options = desk.Carrier.Options with { Numbers = [.. desk.Carrier.Options.Numbers.Select(number => number with { StatusCallbackUrl = null })] };
        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("?").HangsUp();
        Assert.Null((await desk.OnlyCallAsync()).EndedAt);

        await desk.PassesAsync(TimeSpan.FromHours(4.5));

        var call = Assert.Single(await desk.LogOnceAsync(log => log is [{ EndedAt: not null }]));
        Assert.Equal(CallStatus.Completed, call.Status);
        Assert.InRange(call.EndedAt!.Value, call.ReceivedAt, call.ReceivedAt.AddMinutes(5));
    }

    [Fact]
    public async Task F11_a_call_the_carrier_knows_nothing_of_is_closed_as_failed()
    {
        await desk.PostAsync(desk.Ringing(desk.NewSid()));

        await desk.PassesAsync(TimeSpan.FromHours(4.5));

        Assert.Equal(CallStatus.Failed, Assert.Single(await desk.LogOnceAsync(log => log is [{ EndedAt: not null }])).Status);
    }

    /// <summary>Where the carrier is sent again after a moment, below the public address.</summary>
    private static string AddressIn(string moment) =>
        new Uri(XDocument.Parse(moment).Root!.Element("Redirect")!.Value, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }).PathAndQuery;
}
