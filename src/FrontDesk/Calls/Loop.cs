using FrontDesk.Desks;
using FrontDesk.Reminders;

namespace FrontDesk.Calls;

/// <summary>
/// A call of ours that came back to us: the desk rings a phone of the boss, and that phone sends it on to the line. Somebody else's call
/// that a phone of the boss sends on is none: that is how the desk gets them.
/// </summary>
public static class Loop
{
    /// <summary>Nobody but the desk dials from a line of the desk.</summary>
    public static bool IsOurs(CallerId from, PhoneNumber? forwardedFrom, Func<PhoneNumber, bool> isOurLine) =>
        (from is CallerId.Phone(var number) && isOurLine(number)) || (forwardedFrom is { } phone && isOurLine(phone));

    /// <summary>The phone of the boss it came from or by way of, where no other number is given: if the desk is ringing that one now, it is ours.</summary>
    public static PhoneNumber? Suspect(CallerId from, PhoneNumber? forwardedFrom, Desk desk) => from switch
    {
        CallerId.Phone(var number) => OfTheBoss(number, desk),
        CallerId.Withheld or CallerId.Raw => forwardedFrom is { } phone ? OfTheBoss(phone, desk) : null,
        CallerId.Sip or CallerId.Client => null,
        _ => throw new InvalidOperationException("A caller ID is a phone, withheld, an address, a client or raw text."),
    };

    /// <summary>Which phone of the boss sent our call on; null where that cannot be told.</summary>
    /// <param name="rung">Those the desk is ringing at this moment.</param>
    public static PhoneNumber? SentOnBy(CallerId from, PhoneNumber? forwardedFrom, Desk desk, IReadOnlyList<PhoneNumber> rung) =>
        (forwardedFrom is { } by ? OfTheBoss(by, desk) : null)
        ?? Suspect(from, forwardedFrom, desk)
        ?? (rung is [var only] ? OfTheBoss(only, desk) : null);

    /// <summary>What the assistant is told of it, in one segment.</summary>
    public static string Notice(Desk desk, PhoneNumber phone)
    {
        var label = desk.Phones.FirstOrDefault(known => known.Number == phone)?.Label ?? "phone";
        return $"FrontDesk: {Gsm7.Cut(Gsm7.Fold(desk.BossName), 24)}'s {Gsm7.Cut(Gsm7.Fold(label), 12)} (..{phone.E164[^2..]}) sent our own call back to the line. Nobody can be reached on it until its forwarding is off.";
    }

    private static PhoneNumber? OfTheBoss(PhoneNumber number, Desk desk) => desk.Phones.Any(phone => phone.Number == number) ? number : null;
}
