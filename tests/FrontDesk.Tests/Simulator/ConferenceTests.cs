using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>Rooms in which calls meet, and what answers a call that was placed.</summary>
public sealed class ConferenceTests
{
    private const string Danni = "+13105550142";
    private const string Cell = "+13105550143";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_begins_with_whoever_starts_it_and_what_one_says_the_other_hears()
    {
        await using var desk = await RoomAsync("""<Conference startConferenceOnEnter="false" beep="false">room</Conference>""");
        desk.Answers("boss", """<Response><Dial action="after"><Conference beep="false" endConferenceOnExit="true">room</Conference></Dial></Response>""");
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(3), Cancel);
        Assert.Equal("[music]", Assert.Single(caller.Heard).Text);
        Assert.False(caller.IsListening);

        var boss = await RingTheBossAsync(desk);
        await caller.WaitUntilListeningAsync(Cancel);
        await caller.SayAsync("It is Danni", Cancel);
        await boss.SayAsync("At last", Cancel);
        await boss.HangUpAsync(Cancel);
        await caller.WaitUntilEndedAsync(Cancel);

        Assert.Equal("It is Danni", boss.Heard[^1].Text);
        Assert.Equal("At last", caller.Heard[^1].Text);
        Assert.Contains(desk.To("after"), request => request.Form["DialCallStatus"] == "answered" && request.Form["CallSid"] == caller.CallSid);
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Fact]
    public async Task Whoever_comes_first_says_who_is_told()
    {
        await using var desk = await RoomAsync("""<Conference statusCallback="room" statusCallbackEvent="start end join leave" endConferenceOnExit="true">room</Conference>""");
        desk.Answers("boss", """<Response><Dial action="after"><Conference statusCallback="ignored" statusCallbackEvent="start">room</Conference></Dial></Response>""");
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        var boss = await RingTheBossAsync(desk);
        await boss.WaitUntilListeningAsync(Cancel);
        await caller.HangUpAsync(Cancel);
        await boss.WaitUntilEndedAsync(Cancel);

        Assert.Equal(
            ["participant-join", "participant-join", "conference-start", "participant-leave", "participant-leave", "conference-end"],
            desk.To("room").Select(request => request.Form["StatusCallbackEvent"]));
        Assert.Equal("participant-with-end-conference-on-exit-left", desk.To("room")[^1].Form["ReasonConferenceEnded"]);
        Assert.Equal(caller.CallSid, desk.To("room")[^1].Form["CallSidEndingConference"]);
        Assert.Empty(desk.To("ignored"));
    }

    [Fact]
    public async Task Two_with_one_label_do_not_fit_into_a_room()
    {
        await using var desk = await RoomAsync("""<Conference participantLabel="one">room</Conference>""");
        desk.Answers("boss", """<Response><Dial action="after"><Conference participantLabel="one">room</Conference></Dial></Response>""");
        await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        var boss = await RingTheBossAsync(desk);
        await boss.WaitUntilEndedAsync(Cancel);

        Assert.Contains(" 16025: ", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
        Assert.Equal("failed", Assert.Single(desk.To("after")).Form["DialCallStatus"]);
    }

    [Fact]
    public async Task A_call_moved_elsewhere_leaves_the_room()
    {
        await using var desk = await RoomAsync("""<Conference>room</Conference>""");
        desk.Answers("boss", """<Response><Dial action="after"><Conference endConferenceOnExit="true">room</Conference></Dial></Response>""");
        desk.Answers("elsewhere", "<Response><Say>Somewhere else.</Say></Response>");
        var caller = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        var boss = await RingTheBossAsync(desk);
        await caller.WaitUntilListeningAsync(Cancel);

        using var carrier = new RestClient(desk);
        await carrier.PostAsync($"Calls/{boss.CallSid}.json", ("Url", desk.At("elsewhere")));
        await caller.WaitUntilEndedAsync(Cancel);
        await boss.WaitUntilEndedAsync(Cancel);

        Assert.Equal("Somewhere else.", boss.Heard[^1].Text);
    }

    [Theory]
    [InlineData(true, "machine_end_beep", 6.5)]
    [InlineData(false, "machine_end_silence", 7.2)]
    public async Task A_machine_s_greeting_is_waited_for(bool beeps, string answeredBy, double seconds)
    {
        await using var desk = await RoomAsync("");
        desk.Answers("boss", "<Response><Say>Danni rang.</Say></Response>");
        desk.Carrier.Telephone(Cell).Behaviour = new Behaviour.Voicemail("You have reached the cell.", 6, beeps) { RingsFor = 5 };

        await PlaceAsync(desk, ("MachineDetection", "DetectMessageEnd"));
        await desk.Clock.SkipAsync(TimeSpan.FromMinutes(1), Cancel);

        var asked = Assert.Single(desk.To("boss"));
        Assert.Equal(answeredBy, asked.Form["AnsweredBy"]);
        Assert.Equal(0.5 + 5 + seconds, (asked.At - PretendDesk.Monday).TotalSeconds, 3);
        Assert.Contains("Danni rang.", Assert.Single(desk.Carrier.Telephone(Cell).Voicemails).Words);
    }

    [Fact]
    public async Task A_person_is_a_person()
    {
        await using var desk = await RoomAsync("");
        desk.Answers("boss", "<Response><Say>Hello.</Say></Response>");

        await PlaceAsync(desk, ("MachineDetection", "Enable"));
        var boss = await desk.Carrier.Telephone(Cell).PickUpAsync(Cancel);
        await boss.WaitUntilEndedAsync(Cancel);

        Assert.Equal("human", Assert.Single(desk.To("boss")).Form["AnsweredBy"]);
    }

    private static async Task<PretendDesk> RoomAsync(string conference)
    {
        var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", $"<Response><Dial action=\"after\">{conference}</Dial></Response>");
        desk.Answers("after", "<Response><Hangup/></Response>");
        desk.Answers("status", "<Response/>");
        desk.Answers("room", "<Response/>");
        desk.Answers("ignored", "<Response/>");
        return desk;
    }

    private static async Task PlaceAsync(PretendDesk desk, params (string, string)[] more)
    {
        using var carrier = new RestClient(desk);
        await carrier.PostAsync("Calls.json", [("To", Cell), ("From", PretendDesk.Line), ("Url", desk.At("boss")), .. more]);
    }

    private static async Task<PhoneCall> RingTheBossAsync(PretendDesk desk)
    {
        await PlaceAsync(desk);
        return await desk.Carrier.Telephone(Cell).PickUpAsync(Cancel);
    }
}
