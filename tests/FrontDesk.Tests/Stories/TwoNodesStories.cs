using System.Net;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Telephony;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Two processes on the same books, which the carrier reaches in turn.</summary>
public sealed class TwoNodesStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(101, 6)];

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
