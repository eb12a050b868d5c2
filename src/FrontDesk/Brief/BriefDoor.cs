using FrontDesk.Calls;
using FrontDesk.Desks;

namespace FrontDesk.Brief;

/// <summary>Where a call may leave the script for the brief. Either way a PIN is asked for: the number alone opens nothing.</summary>
public static class BriefDoor
{
    /// <summary>What is pressed instead of giving a name, from a phone the desk does not know.</summary>
    public const string Key = "*";

    /// <summary>A phone of the boss rings. One whose number failed its validation is anybody's.</summary>
    public static bool IsAt(CallerId from, StirVerdict verdict, Desk desk) => PhoneOf(from, verdict, desk) is not null;

    /// <summary>Somebody pressed the key when asked who is calling.</summary>
    public static bool IsKnockedAt(ScriptPosition asked, Heard heard, Desk desk) =>
        desk.HasPin && asked.Step is ScriptStep.WhoIsCalling or ScriptStep.OfficeWho && heard is Heard.Keys { Digits: Key };

    /// <summary>The doors a try from there goes through: each of them counts it, and any of them may be shut.</summary>
    public static IReadOnlyList<PinDoor> DoorsOf(CallerId from, StirVerdict verdict, Desk desk) => PhoneOf(from, verdict, desk) is { } phone
        ? [new PinDoor(PinDoorKind.BossPhone, $"{phone.E164}{(verdict == StirVerdict.PassedA ? " signed" : "")}")]
        : [new PinDoor(PinDoorKind.OtherPhone, NameOf(from)), new PinDoor(PinDoorKind.Line, "")];

    private static BossPhone? Find(PhoneNumber number, Desk desk) => desk.Phones.FirstOrDefault(phone => phone.Number == number);

    private static PhoneNumber? PhoneOf(CallerId from, StirVerdict verdict, Desk desk) =>
        desk.HasPin && verdict != StirVerdict.Failed && from is CallerId.Phone(var number) && Find(number, desk) is { } phone ? phone.Number : null;

    // All who withhold their number go through one door.
    private static string NameOf(CallerId from) => from switch
    {
        CallerId.Phone(var number) => number.E164,
        CallerId.Withheld => "withheld",
        CallerId.Sip(var address) => PlainText.Cut(address, 200),
        CallerId.Client(var name) => PlainText.Cut(name, 200),
        CallerId.Raw(var text) => PlainText.Cut(text, 200),
        _ => throw new InvalidOperationException("A caller ID is a phone, withheld, an address, a client or raw text."),
    };
}
