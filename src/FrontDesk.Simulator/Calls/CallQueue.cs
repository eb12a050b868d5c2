using FrontDesk.Simulator.Telephones;

namespace FrontDesk.Simulator.Calls;

/// <summary>Calls the service asked for, started one after the other at the account's rate.</summary>
internal sealed class CallQueue(Switchboard board)
{
    /// <summary>Twilio rings a little longer than asked.</summary>
    private const double RingsOn = 5;
    private const double SetUp = 0.5;

    private DateTimeOffset next;

    public Leg Enqueue(CallRequest request)
    {
        var call = new CarrierCall
        {
            Sid = board.NextSid("CA", request.From, request.To),
            From = request.From,
            To = request.To,
            Direction = CarrierCallDirection.OutboundApi,
            Created = board.Clock.GetUtcNow(),
            Status = CarrierCallStatus.Queued,
        };
        var telephone = board.Telephones[request.To];
        var leg = new Leg(board, call, telephone) { FromPlace = board.Owned(request.From)?.Place, ToPlace = telephone.Place, Fallback = request.Fallback };
        (leg.Callbacks.Url, leg.Callbacks.Method, leg.Callbacks.Events) = (request.StatusCallback, request.StatusCallbackMethod, request.Events);
        leg.Note(TranscriptKind.State, "queued");
        board.Legs.Add(leg);
        board.Loop.Start(() => RunAsync(leg, request));
        return leg;
    }

    private async Task RunAsync(Leg leg, CallRequest request)
    {
        await WaitTurnAsync(leg);
        leg.Call.Queued = board.Clock.GetUtcNow() - leg.Call.Created;
        leg.Become(CarrierCallStatus.Initiated);
        leg.Callbacks.Post("initiated");
        await board.Clock.PassAsync(TimeSpan.FromSeconds(SetUp), leg.Over);
        leg.Become(CarrierCallStatus.Ringing);
        leg.Callbacks.Post("ringing");
        leg.Phone.Telephone.Calling(leg.Phone);
        var end = await Ringer.RingAsync(leg, TimeSpan.FromSeconds(request.Timeout + RingsOn));
        if (end == RingEnd.Answered)
            await TalkAsync(leg, request);
        else
            leg.End(Status(end));
    }

    private async Task WaitTurnAsync(Leg leg)
    {
        var now = board.Clock.GetUtcNow();
        var mine = next > now ? next : now;
        next = mine + TimeSpan.FromSeconds(1 / board.Options.CallsPerSecond);
        await board.Clock.PassAsync(mine - now, leg.Over);
    }

    private async Task TalkAsync(Leg leg, CallRequest request)
    {
        leg.Answer();
        using var limit = board.Loop.After(TimeSpan.FromSeconds(request.TimeLimit), () => leg.End(CarrierCallStatus.Completed));
        Ringer.Live(leg);
        if (request.SendDigits is { } keys)
            leg.Phone.Hears($"[keys {keys}]", 0);
        if (request is { Detection: { } detection, SendDigits: null })
            leg.Call.AnsweredBy = await Detector.ListenAsync(leg, detection);
        await new CallFlow(leg).RunAsync(request.First);
        leg.End(CarrierCallStatus.Completed);
    }

    public static CarrierCallStatus Status(RingEnd end) => end switch
    {
        RingEnd.Answered => CarrierCallStatus.Completed,
        RingEnd.Busy => CarrierCallStatus.Busy,
        RingEnd.NoAnswer => CarrierCallStatus.NoAnswer,
        RingEnd.Failed => CarrierCallStatus.Failed,
        RingEnd.Canceled => CarrierCallStatus.Canceled,
    };
}
