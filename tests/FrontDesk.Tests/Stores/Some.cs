using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Reach;

namespace FrontDesk.Tests.Stores;

/// <summary>Desks and people to test with; their numbers are fictional.</summary>
public static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    public static readonly PhoneNumber Office = PhoneNumber.Parse("+13105550100");

    public static Guid Id() => Guid.CreateVersion7(Morning);

    public static Desk Desk(string name = "miller", string line = "+13105550100") => new()
    {
        Id = Id(),
        Name = name,
        BossName = "Margaret Miller",
        Pronoun = Pronoun.She,
        Persona = "Jamie",
        Zone = "America/Los_Angeles",
        Hours = new DeskHours { WakingFrom = new(7, 0), WakingTo = new(22, 30), Opens = new(9, 0), Closes = new(18, 0) },
        Wording = new Wording(),
        Lines = [new Line { Id = Id(), Number = PhoneNumber.Parse(line), Label = "office" }],
        Phones = [],
        // Stories about reaching the boss switch it on.
        Reach = ReachWay.Off,
    };

    public static Contact Contact(Desk desk, string name, params IEnumerable<string> numbers) => new()
    {
        Id = Id(),
        DeskId = desk.Id,
        Name = name,
        Standing = Standing.Ordinary,
        WantsToTalk = false,
        Numbers = [.. numbers.Select(number => new ContactNumber { Id = Id(), Number = PhoneNumber.Parse(number), Label = "cell" })],
        Matters = [],
    };
}
