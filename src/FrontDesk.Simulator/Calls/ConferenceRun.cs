using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>One Dial into a room: waits there for whoever starts it, talks, and goes on when the room is left or ended.</summary>
internal sealed class ConferenceRun(CallFlow flow, Dial dial, Conference conference)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly Leg leg = flow.Leg;

    public async Task<Step?> RunAsync()
    {
        leg.Answer();
        var met = await MeetAsync();
        if (leg.Over.IsCancellationRequested)
        {
            if (dial.Action is not null)
                await flow.RequestUnheardAsync(Action(met));
            return new Finished(HungUp: true);
        }

        leg.Turn.ThrowIfCancellationRequested();
        return dial.Action is null ? null : Action(met);
    }

    /// <returns>False where the room would not have this call.</returns>
    private async Task<bool> MeetAsync()
    {
        if (conference.WaitUrl is { Length: > 0 })
            leg.Warn("waitUrl is not played by this carrier: silence or its own music");
        if (leg.Board.Rooms.Enter(leg, conference, flow.Resolve, dial.HangupOnStar) is not { } seat)
            return false;
        leg.Listener = seat;
        using var gone = leg.Turn.Register(seat.Leave);
        using var limit = leg.Board.Loop.After(TimeSpan.FromSeconds(dial.TimeLimit), seat.Leave);
        await WaitAsync(seat);
        await seat.Done;
        if (leg.Listener == seat)
            leg.Listener = null;
        return true;
    }

    /// <summary>Music until the room begins; silence where the document asks for it.</summary>
    private async Task WaitAsync(Seat seat)
    {
        var begun = Task.WhenAny(seat.Begun, seat.Done);
        if (begun.IsCompleted || conference.WaitUrl is "")
        {
            await begun;
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(leg.Turn);
        leg.Board.Loop.Start(() => leg.TellAsync("[music]", Longest.TotalSeconds, stop.Token));
        await begun;
        await stop.CancelAsync();
    }

    private Fetch Action(bool met) => flow.Action(
        dial.Action, dial.Method, new("DialCallStatus", met ? "answered" : "failed"), new("DialBridged", met ? "true" : "false"));
}
