using FrontDesk.Simulator.Calls;

namespace FrontDesk.Simulator.Telephones;

/// <summary>A call that ends at one of the account's own numbers, dialled or forwarded: a second call of its own, back to back with the first.</summary>
internal static class SecondLine
{
    public static void Ring(Leg first, string number, string? forwardedFrom)
    {
        var extras = new DialExtras { From = first.Call.From, ForwardedFrom = forwardedFrom };
        var second = InboundCall.Begin(first.Board, first.Phone.Telephone, number, extras);
        first.Phone.PassesOn = second.Phone.Utter;
        second.Phone.PassesOn = first.Phone.Utter;
        first.Board.Loop.Start(() => FollowAsync(first, second));
        first.Over.Register(second.Phone.HangUp);
        second.Over.Register(first.Phone.HangUp);
    }

    private static async Task FollowAsync(Leg first, Leg second)
    {
        await Task.WhenAny(second.Phone.WhenConnected, second.Phone.WhenEnded);
        first.Phone.Decision.TrySetResult(second.IsAnswered ? RingEnd.Answered : RingEnd.Busy);
    }
}
