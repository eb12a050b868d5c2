namespace FrontDesk.Simulator.Calls;

/// <summary>A call from a telephone to one of the account's numbers.</summary>
internal static class InboundCall
{
    public static Leg Begin(Switchboard board, Telephone telephone, string to, DialExtras extras)
    {
        var from = extras.From ?? telephone.Number;
        var number = board.Owned(to);
        var call = new CarrierCall
        {
            Sid = board.NextSid("CA", from, to),
            From = from,
            To = to,
            Direction = CarrierCallDirection.Inbound,
            ForwardedFrom = extras.ForwardedFrom,
            CallerName = extras.CallerName,
            Created = board.Clock.GetUtcNow(),
            Status = CarrierCallStatus.Ringing,
        };
        var leg = new Leg(board, call, telephone) { Extras = extras, FromPlace = telephone.Place, ToPlace = number?.Place };
        telephone.Calling(leg.Phone);
        if (number is null)
            NotInService(leg);
        else
            Ring(leg, number);
        return leg;
    }

    private static void Ring(Leg leg, CarrierNumber number)
    {
        leg.Board.Legs.Add(leg);
        leg.Note(TranscriptKind.State, "ringing");
        (leg.Callbacks.Url, leg.Callbacks.Method) = (number.StatusCallbackUrl, number.StatusCallbackMethod);
        if (number.VoiceFallbackUrl is { Length: > 0 } fallback)
            leg.Fallback = new Fetch(fallback, number.VoiceFallbackMethod, []);
        leg.Board.Loop.Start(() => RunAsync(leg, number));
    }

    private static async Task RunAsync(Leg leg, CarrierNumber number)
    {
        // Twilio drops such a call without a word in its debugger; the service learns of it by reading the number's settings back.
        if (number.VoiceUrl.Length == 0)
        {
            leg.End(CarrierCallStatus.Failed);
            return;
        }

        var finished = await new CallFlow(leg).RunAsync(new Fetch(number.VoiceUrl, number.VoiceMethod, []));
        if (!finished.HungUp)
            leg.Answer();
        leg.End(CarrierCallStatus.Completed);
    }

    private static void NotInService(Leg leg)
    {
        leg.Phone.Hears("The number you have dialled is not in service.", 3);
        leg.End(CarrierCallStatus.Failed);
    }
}
