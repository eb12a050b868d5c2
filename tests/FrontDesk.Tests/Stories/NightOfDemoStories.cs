using System.Globalization;
using FrontDesk.Ledger;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Tests.House;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reach;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>"A night of demo" in docs/guide.md, played on the demo's own desk: what is written there is what the telephones hear, word for word.</summary>
public sealed class NightOfDemoStories
{
    private const string BossSays = "Danni, I have your second draft here";
    private const string DanniSays = "And I have the ending";
    private static readonly TimeSpan TenPastSeven = new(9, 10, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_night_in_the_guide_is_what_the_telephones_hear()
    {
        await using var desk = await OpenAsync();

        var danniRings = await DanniRingsAndNobodyAnswersAsync(desk);
        var tried = ReachWords.Summary(await desk.Services.GetRequiredService<ReachProof>().OfCallAsync((await desk.OnlyCallAsync()).Id, Cancel));
        await desk.PassesAsync(TimeSpan.FromMinutes(15));
        var (phonesIn, danniIsRung) = await TheBossPhonesInAsync(desk);

        string[] played =
        [
            $"### {TimeOf(danniRings)}, Danni phones",
            .. Told(danniRings, "Danni"),
            "### Three phones ring meanwhile: in the car",
            .. Told(Calls(desk, "car")[0], "Voicemail"),
            "### Word is left in the car",
            .. Told(Calls(desk, "car")[1], "Voicemail"),
            "### The cell has it in writing",
            .. desk.Carrier.Telephone("+13105550101").Texts.Select(text => $"- {TimeOf(text.At)}: {text.Body}"),
            "### The sheet says so",
            $"- {tried}",
            $"### {TimeOf(phonesIn)}, Margaret phones in",
            .. Told(phonesIn, "Margaret"),
            "### Danni's phone rings",
            .. Told(danniIsRung, "Danni"),
        ];
        Assert.True(played.SequenceEqual(WrittenNight.Lines, StringComparer.Ordinal), $"The night goes like this now:\n{string.Join('\n', played)}");
        Assert.All(await desk.LogAsync(), call => Assert.Equal((Ball.Nobody, true), (call.Ball, call.EndedAt is not null)));
    }

    /// <summary>The demo's desk on a Monday at ten past seven in the evening: nobody is at the cell or at home, in the car voicemail answers.</summary>
    private static async Task<DeskUnderTest> OpenAsync()
    {
        var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("was rung and nobody expected it");
        Assert.Empty(await desk.Services.GetRequiredService<HouseConfig>().ApplyAsync(Premises.Read("sql/seed/demo.json"), Cancel));
        var book = desk.Services.GetRequiredService<DeskBook>();
        await book.ReloadAsync(Cancel);
        // What a desk that the demo furnishes has from the start.
        Assert.Equal(SaveOutcome.Saved, await book.SaveAsync(book.WithId(desk.Desk.Id)! with { Reach = ReachWay.AtOnce }, Cancel));
        await desk.Services.GetRequiredService<PinBook>().SetWhereNoneIsAsync("246810", Cancel);
        desk.Carrier.Telephone("+13105550102").Behaviour = new Behaviour.NoAnswer();
        desk.Carrier.Telephone("+13105550103").Behaviour = new Behaviour.Voicemail("You've reached my voicemail. Please leave a message after the tone.", 4);
        await desk.PassesAsync(TenPastSeven);
        return desk;
    }

    private static async Task<PhoneCall> DanniRingsAndNobodyAnswersAsync(DeskUnderTest desk)
    {
        desk.Carrier.Telephone("+13105550101").Behaviour = new Behaviour.NoAnswer();
        await desk.Telephone("Danni").Rings()
            .Says("It's Danni Okafor").Says("Yes, please").Says("Yes").Says("the second draft").IsHungUpOn();
        var call = desk.Telephone("Danni").Call;
        await desk.PassesAsync(TimeSpan.FromMinutes(2));
        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        return call;
    }

    private static async Task<(PhoneCall Boss, PhoneCall Danni)> TheBossPhonesInAsync(DeskUnderTest desk)
    {
        var (boss, danni) = (desk.Telephone("boss"), desk.Telephone("Danni"));
        await boss.GetsText("ASAP Danni Okafor");
        await boss.Rings().Presses("246810#").Presses("1");
        await danni.PicksUp();
        await boss.Says(BossSays);
        await danni.Says(DanniSays).HangsUp();
        await boss.Presses("1").StaysSilent().IsHungUpOn();
        return (boss.Call, danni.Call);
    }

    private static IReadOnlyList<PhoneCall> Calls(DeskUnderTest desk, string label) =>
        desk.Carrier.Telephone(ReachHouse.Phones.Single(phone => phone.Label == label).Number).Calls;

    private static string TimeOf(PhoneCall call) => TimeOf(call.Transcript.Started);

    private static string TimeOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles")).ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>The call as it was on one telephone. What the desk brings through from another one is said by whoever is there.</summary>
    private static IEnumerable<string> Told(PhoneCall call, string who) => call.Transcript.Lines.SelectMany<TranscriptLine, string>(line => line.Kind switch
    {
        TranscriptKind.Heard when line.Text == BossSays => [$"- Margaret: {line.Text}"],
        TranscriptKind.Heard when line.Text == DanniSays => [$"- Danni: {line.Text}"],
        TranscriptKind.Heard => [$"- Desk: {line.Text}"],
        TranscriptKind.Said => [$"- {who}: {line.Text.Replace(" (nobody listens)", "", StringComparison.Ordinal)}"],
        TranscriptKind.Pressed => [$"- {who} presses: {line.Text}"],
        _ => [],
    });
}
