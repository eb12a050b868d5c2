using System.Globalization;
using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Sheet;

namespace FrontDesk.Tests.Rules;

/// <summary>Margaret Miller's desk, as the rules see it.</summary>
internal static class TheDesk
{
    public static readonly PhoneNumber JohnsNumber = PhoneNumber.Parse("+13105550142");

    public static readonly Desk Margarets = new()
    {
        Id = new Guid("01980000-0000-7000-8000-000000000001"),
        Name = "miller",
        BossName = "Margaret Miller",
        Pronoun = Pronoun.She,
        Persona = "Jamie",
        Zone = "America/Los_Angeles",
        Hours = new DeskHours { WakingFrom = new(7, 0), WakingTo = new(22, 0), Opens = new(9, 0), Closes = new(18, 0) },
        Wording = new Wording(),
        Lines = [],
        Phones = [],
    };

    public static readonly DeskClock Clock = new(Margarets);

    public static readonly Caller Stranger = new Caller.Stranger(new CallerId.Phone(JohnsNumber));

    public static readonly Caller Withheld = new Caller.Withheld();

    /// <summary>A Friday in March at the desk.</summary>
    public static DateTimeOffset At(int hour, int minute, int day = 13) => Clock.At(new DateOnly(2026, 3, day), new TimeOnly(hour, minute));

    public static Heard Says(string words) => new Heard.Words(words, 0.9);

    public static Heard Presses(string keys) => new Heard.Keys(keys);

    public static readonly Heard Silence = new Heard.Nothing();

    /// <summary>A call from somebody the desk has no card of.</summary>
    public static OwedCall Owed(string? name, string? number = "+13105550142", int id = 1, string? regarding = null) => new()
    {
        Id = new Guid(id, 0, 7, 0x80, 0, 0, 0, 0, 0, 0, 0),
        Party = number,
        Name = name,
        Numbers = number is null ? [] : [PhoneNumber.Parse(number)],
        Regarding = regarding,
        ReceivedAt = At(11, 10),
        EndedAt = At(11, 11),
    };

    public static OwedCall FromTheBook(this OwedCall call, Standing standing = Standing.Ordinary) =>
        call with { ContactId = new Guid(int.Parse(call.Party![^4..], CultureInfo.InvariantCulture), 1, 7, 0x80, 0, 0, 0, 0, 0, 0, 0), Standing = standing };

    public static Matter Matter(string name, params string[] words) => new() { Id = Guid.Empty, Name = name, Words = words };

    public static SheetLine OnlyLine(params OwedCall[] owed) => PhoneSheet.Of(owed, Clock, At(12, 0)).Lines.Single();
}
