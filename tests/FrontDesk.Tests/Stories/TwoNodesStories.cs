using System.Globalization;
using System.Net;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Telephony;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Two processes on the same books, which the carrier reaches in turn.</summary>
public sealed class TwoNodesStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How many calls ring in turn, and how many reminders go out: a few in every run, as many as asked for otherwise.</summary>
    private static readonly int Size = int.Parse(Environment.GetEnvironmentVariable("FRONTDESK_TEST_NODES") ?? "300", CultureInfo.InvariantCulture);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(101, Math.Max(1, Size / MischiefStories.CallsPerSeed))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Of_calls_whose_webhooks_alternate_none_is_missing_and_none_is_there_twice(int seed)
    {
        await using var desk = await DeskUnderTest.OpenAsync(MischiefStories.BadWire, seed);
        desk.OpensASecondNode();
        desk.Expects(" 11205");
        desk.Expects(" 15003");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(phone => MischiefStories.CallsAsync(desk, seed, phone)));

        await desk.PassesAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(MischiefStories.CallsPerSeed, desk.Carrier.Calls.Count);
        await MischiefStories.EveryCallIsThereOnceAsync(desk);
    }

    [Fact]
    public async Task Each_reminder_goes_out_once_though_two_clocks_run()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.OpensASecondNode();
        desk.Expects("got texts nobody expected");
        desk.Expects("was rung and nobody expected it");
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        var ended = (await desk.OnlyCallAsync()).EndedAt!.Value;

        await desk.PassesAsync(TimeSpan.FromMinutes(70));

        var minutes = desk.Carrier.Messages.Where(text => text.Direction != CarrierMessageDirection.Inbound)
            .Select(text => (int)Math.Round((text.Created - ended).TotalMinutes)).Order();
        Assert.Equal([0, 15, 30, 60], minutes);
    }

    [Fact]
    public async Task Each_of_many_reminders_goes_out_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.OpensASecondNode();
        desk.Expects("got texts nobody expected");
        var phones = await RemindedBosses.RingAsync(desk, Math.Max(1, Size / 2 / RemindedBosses.Minutes.Length));

        await desk.PassesAsync(TimeSpan.FromMinutes(70));

        var told = desk.Carrier.Messages.ToLookup(text => text.To, text => (int)(text.Created - DeskUnderTest.MondayMorning).TotalMinutes, StringComparer.Ordinal);
        Assert.All(phones, phone => Assert.Equal(RemindedBosses.Minutes, told[phone].Order()));
    }

    [Fact]
    public async Task What_a_node_had_in_hand_when_it_died_goes_out_from_another_within_ten_seconds()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("got texts nobody expected");
        desk.OpensASecondNode();
        using var died = new Presence(desk.Books, TimeProvider.System);
        await died.BeatAsync(Cancel);
        var intent = Intent.Due(desk.Clock.GetUtcNow(), desk.Desk.Id, Channel.Text, IntentPurpose.Answer, desk.Desk.Phones[0].Number, desk.Desk.Lines[0].Number, "What was left.");
        intent = intent with { LeasedUntil = intent.LeasedUntil + IntentLog.Lease, Holder = died.Here };
        await desk.Books.WriteAsync(work => IntentLog.WriteDownAsync(work, intent), Cancel);

        // The machine's time: the desk's stands.
        for (var began = TimeProvider.System.GetTimestamp(); desk.Carrier.Messages.Count == 0 && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10);)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        Assert.Equal("What was left.", Assert.Single(desk.Carrier.Messages).Body);
    }

    [Fact]
    public async Task A_webhook_in_flight_while_its_node_stops_is_answered()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.OpensASecondNode();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Books.Dialect.Overhears = sql =>
        {
            if (sql.Contains("contact_numbers", StringComparison.Ordinal))
            {
                arrived.TrySetResult();
            }
        };
        using var pen = new ManualResetEventSlim();
        var held = await desk.HoldThePenAsync(pen);
        var sid = desk.NewSid();
        var answering = desk.PostAsync(desk.Ringing(sid));
        await arrived.Task.WaitAsync(Cancel);

        var stopping = desk.GoesDownAsync();
        Assert.False(answering.IsCompleted);
        pen.Set();

        Assert.Contains("<Gather", await answering, StringComparison.Ordinal);
        await Task.WhenAll(held, stopping);
        Assert.Contains("<Gather", await SecondAnswersAsync(desk, desk.Ringing(sid)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_node_that_stops_has_written_and_not_sent_goes_out_from_the_other()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("got texts nobody expected");
        var intent = Intent.Due(desk.Clock.GetUtcNow(), desk.Desk.Id, Channel.Text, IntentPurpose.Answer, desk.Desk.Phones[0].Number, desk.Desk.Lines[0].Number, "What was left.");
        intent = intent with { LeasedUntil = intent.LeasedUntil + IntentLog.Lease };
        await desk.Books.WriteAsync(work => IntentLog.WriteDownAsync(work, intent), Cancel);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => desk.Services.GetRequiredService<Outbox>().SendAsync([intent], stopped.Token));
        Assert.Empty(desk.Carrier.Messages);
        desk.OpensASecondNode();
        await desk.PassesAsync(TimeSpan.FromSeconds(31));

        Assert.Equal("What was left.", Assert.Single(desk.Carrier.Messages).Body);
    }

    private static async Task<string> SecondAnswersAsync(DeskUnderTest desk, SignedRequest request)
    {
        using var client = new HttpClient();
        using var message = request.To(desk.SecondReached);
        using var response = await client.SendAsync(message, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
