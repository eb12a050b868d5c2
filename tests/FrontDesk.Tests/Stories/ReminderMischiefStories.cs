using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>The carrier refuses, breaks off after acceptance, answers garbage, and its callbacks come late, twice, overtaken or not at all.</summary>
public sealed class ReminderMischiefStories
{
    private static readonly double[] SlotsAfterMinutes = [0, 15, 30, 60, 120, 180, 240];

    private static readonly Mischief BadLine = new()
    {
        TextStatus = Mischief.Everywhere(0.1).TextStatus,
        Rest = Mischief.Everywhere(0.1).Rest,
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_reminder_is_lost_and_none_is_sent_twice(int seed)
    {
        await using var desk = await DeskUnderTest.OpenAsync(BadLine, seed);
        desk.Expects("got texts nobody expected");
        desk.Expects("was rung and nobody expected it");
        desk.Expects(" 15003");
        desk.Expects("outcome");
        desk.Carrier.Telephone(desk.Telephone("boss").Number).Behaviour = new Behaviour.NoAnswer();
        await desk.Telephone("Danni").Rings().Hears("who's calling").HangsUp();
        var ended = (await desk.OnlyCallAsync()).EndedAt!.Value;

        // Half an hour more than the last slot, so that whatever was put off has had its time.
        await desk.PassesAsync(TimeSpan.FromMinutes(SlotsAfterMinutes[^1] + 30));

        foreach (var slot in SlotsAfterMinutes)
        {
            var texts = desk.Carrier.Messages.Count(text => text.Direction != CarrierMessageDirection.Inbound && SlotOf(text.Created - ended) == slot);
            var calls = desk.Carrier.Calls.Count(call => call.Direction != CarrierCallDirection.Inbound && SlotOf(call.Created - ended) == slot);
            Assert.True(texts <= 1, $"Sent {texts} times after {slot} minutes:\n{desk.Carrier.RestTranscript}");
            Assert.True(calls <= 1, $"Rung {calls} times after {slot} minutes:\n{desk.Carrier.RestTranscript}");
            Assert.True(texts + calls >= 1, $"Lost after {slot} minutes:\n{desk.Carrier.RestTranscript}");
        }

        await EverythingTheCarrierTookIsOursAsync(desk);
    }

    private static async Task EverythingTheCarrierTookIsOursAsync(DeskUnderTest desk)
    {
        var known = await desk.Books.ReadAsync(look => look.QueryAsync<string>("select sid from intents where sid is not null"), DeskUnderTest.Cancel);
        var took = desk.Carrier.Messages.Where(text => text.Direction != CarrierMessageDirection.Inbound).Select(text => text.Sid)
            .Concat(desk.Carrier.Calls.Where(call => call.Direction != CarrierCallDirection.Inbound).Select(call => call.Sid));
        Assert.Equal(took.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
        Assert.Equal(0, await desk.Books.ReadAsync(
            look => look.FirstOrDefaultAsync<int>($"select count(*) from intents where state in ({IntentState.Written:D}, {IntentState.Sending:D})"), DeskUnderTest.Cancel));
    }

    private static double SlotOf(TimeSpan after) => SlotsAfterMinutes.Last(slot => slot <= Math.Max(after.TotalMinutes, 0));
}
