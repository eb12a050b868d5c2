using FrontDesk.Simulator.Telephones;
using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>One phone rung by a Dial.</summary>
internal sealed class DialledLeg
{
    private static readonly TimeSpan SetUp = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan RingsOn = TimeSpan.FromSeconds(5);

    private readonly CallFlow flow;
    private readonly Dial dial;
    private readonly Number number;
    private readonly Leg leg;

    public DialledLeg(CallFlow flow, Dial dial, Number number)
    {
        (this.flow, this.dial, this.number) = (flow, dial, number);
        var (parent, board) = (flow.Leg, flow.Leg.Board);
        var from = dial.CallerId ?? parent.Call.From;
        var telephone = board.Telephones[number.Text];
        var call = new CarrierCall
        {
            Sid = board.NextSid("CA", parent.Call.Sid, number.Text),
            ParentSid = parent.Call.Sid,
            From = from,
            To = number.Text,
            Direction = CarrierCallDirection.OutboundDial,
            Created = board.Clock.GetUtcNow(),
            Status = CarrierCallStatus.Initiated,
        };
        leg = new Leg(board, call, telephone) { FromPlace = parent.FromPlace, ToPlace = telephone.Place };
        leg.Callbacks.Method = number.StatusCallbackMethod;
        leg.Callbacks.Events = number.StatusCallbackEvents;
        leg.Callbacks.Url = number.StatusCallback is { } callback ? flow.Resolve(callback) : null;
    }

    public string Sid => leg.Call.Sid;

    public CarrierCallStatus Status => leg.Call.Status;

    public async Task RingAsync(Action answered)
    {
        leg.Board.Legs.Add(leg);
        leg.Callbacks.Post("initiated");
        await leg.Board.Clock.PassAsync(SetUp, CancellationToken.None);
        if (leg.Call.IsOver)
            return;
        leg.Become(CarrierCallStatus.Ringing);
        leg.Callbacks.Post("ringing");
        leg.Phone.Telephone.Calling(leg.Phone);
        var end = await Ringer.RingAsync(leg, TimeSpan.FromSeconds(dial.Timeout) + RingsOn);
        if (end == RingEnd.Answered && !leg.Call.IsOver)
        {
            leg.Answer();
            answered();
        }
        else
        {
            leg.End(CallQueue.Status(end));
        }
    }

    /// <summary>Another phone was quicker, or the caller has gone.</summary>
    public void Drop() => leg.End(leg.IsAnswered ? CarrierCallStatus.Completed : CarrierCallStatus.Canceled);

    /// <summary>The whisper, then the two of them.</summary>
    public async Task<DialOutcome> TalkAsync(Action ringingEnds)
    {
        Ringer.Live(leg);
        var bridged = false;
        using (flow.Leg.Turn.Register(Drop))
        {
            if (number.SendDigits is { } keys)
                leg.Phone.Hears($"[keys {keys}]", 0);
            var whisper = number.Url is { } url
                ? await new CallFlow(leg, whisper: true).RunAsync(new Fetch(flow.Resolve(url), number.Method, []))
                : new Finished(HungUp: false);
            bridged = !whisper.HungUp && !flow.Leg.Turn.IsCancellationRequested && !leg.Call.IsOver;
            if (bridged)
                await ConnectAsync(ringingEnds);
        }

        leg.End(CarrierCallStatus.Completed);
        return new DialOutcome("completed", Sid) { Answered = true, Bridged = bridged, Seconds = leg.Call.Seconds };
    }

    private async Task ConnectAsync(Action ringingEnds)
    {
        ringingEnds();
        flow.Leg.Answer();
        using var limit = leg.Board.Loop.After(TimeSpan.FromSeconds(dial.TimeLimit), Drop);
        await Bridge.TalkAsync(flow.Leg, leg, dial.HangupOnStar);
    }
}
