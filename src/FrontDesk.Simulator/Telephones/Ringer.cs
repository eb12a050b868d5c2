using FrontDesk.Simulator.Calls;

namespace FrontDesk.Simulator.Telephones;

/// <summary>Rings a telephone, and lets whatever is at it answer and live its call.</summary>
internal static class Ringer
{
    public static async Task<RingEnd> RingAsync(Leg leg, TimeSpan patience)
    {
        var (board, phone) = (leg.Board, leg.Phone);
        var behaviour = phone.Telephone.Behaviour;
        using var late = board.Loop.After(patience, () => phone.Decision.TrySetResult(RingEnd.NoAnswer));
        using var reaction = Reaction(behaviour) is var (seconds, end)
            ? board.Loop.After(TimeSpan.FromSeconds(seconds), () => phone.Decision.TrySetResult(end))
            : null;
        if (board.Owned(phone.Telephone.Number) is { } own)
            SecondLine.Ring(leg, own.Number, forwardedFrom: null);
        using var forward = behaviour is Behaviour.Forwards forwards
            ? board.Loop.After(TimeSpan.FromSeconds(forwards.AfterSeconds), () => SecondLine.Ring(leg, forwards.To, phone.Telephone.Number))
            : null;
        phone.Telephone.Rings(phone);
        return await phone.Decision.Task;
    }

    /// <summary>What answers by itself goes about its business once connected.</summary>
    public static void Live(Leg leg)
    {
        var robot = new AnsweringRobot(leg);
        if (leg.Phone.Telephone.Behaviour is Behaviour.Voicemail voicemail)
            leg.Board.Loop.Start(() => robot.TakeMessageAsync(voicemail));
        else if (leg.Phone.Telephone.Behaviour is Behaviour.ScreeningRobot screening)
            leg.Board.Loop.Start(() => robot.ScreenAsync(screening));
    }

    private static (double Seconds, RingEnd End)? Reaction(Behaviour behaviour) => behaviour switch
    {
        Behaviour.Voicemail voicemail => (voicemail.RingsFor, RingEnd.Answered),
        Behaviour.ScreeningRobot => (2, RingEnd.Answered),
        Behaviour.DeadAir => (3, RingEnd.Answered),
        Behaviour.Busy => (1, RingEnd.Busy),
        Behaviour.Fails => (1, RingEnd.Failed),
        _ => null,
    };
}
