using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Office;

namespace FrontDesk.Tests.Rules;

/// <summary>The production office of "The Lighthouse", as the rules see it.</summary>
internal static class TheOffice
{
    public static readonly ProductionOffice Lighthouse = new()
    {
        Show = "The Lighthouse",
        Departments =
        [
            new Department { Name = "the Art Department", Head = "Rosa Delgado", Words = ["art", "art department"], Interviews = "on Tuesdays and Thursdays, from two to five" },
            new Department { Name = "the costume department", Head = "Milo Hart", Words = ["costume", "costumes", "wardrobe"] },
            new Department { Name = "the grip department", Words = ["grip", "grips"] },
        ],
        Listings =
        [
            new Listing { Job = "Art production assistant", Department = "the Art Department", Words = ["production assistant", "production assistants", "art pa"] },
            new Listing { Job = "Costume coordinator", Department = "the costume department", Words = ["coordinator"], NoCalls = true },
        ],
    };

    public static readonly Desk Desk = TheDesk.Margarets with
    {
        Id = new Guid("01980000-0000-7000-8000-000000000002"),
        Name = "lighthouse",
        BossName = "Dana Whitfield",
        Persona = "Robin",
        Hours = new DeskHours { WakingFrom = new(7, 0), WakingTo = new(22, 0), Opens = new(9, 0), Closes = new(18, 0) },
        Office = Lighthouse,
    };

    public const string Greeting = "The Lighthouse, production office. May I have your full name, and who referred you?";

    public static Conversation Call(Caller? caller = null) => new(caller ?? TheDesk.Stranger, Desk);

    /// <summary>As the log has it from the first turn on.</summary>
    public static Conversation CallAt(DateTimeOffset rang) => Call().Known(notes => notes with { RangAt = rang });

    public static OfficeNotes Told(this Conversation call) => call.Notes.Office ?? OfficeNotes.Blank;
}
