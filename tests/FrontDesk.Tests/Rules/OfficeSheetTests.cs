using FrontDesk.Office;
using FrontDesk.Sheet;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>The office's sheet: referral, department wanted, availability, number of calls, and each line says why.</summary>
public sealed class OfficeSheetTests
{
    private static readonly OfficeNotes Hiring = new() { Department = "the Art Department", Job = "Art production assistant", Listing = "Art production assistant" };

    [Fact]
    public void A_referral_goes_before_a_department_that_is_hiring_before_who_can_come_now_before_who_rings_again()
    {
        var lines = Sheet(
            Owed(1, new OfficeNotes { Job = "driver" }),
            Owed(2, new OfficeNotes { Job = "driver" }), Owed(2, new OfficeNotes { Job = "driver" }, id: 22),
            Owed(3, new OfficeNotes { Job = "driver", Availability = Availability.ComesNow }),
            Owed(4, Hiring),
            Owed(5, Hiring with { Availability = Availability.VideoNow }),
            Owed(6, new OfficeNotes { Referred = true, ReferredBy = "Suzie Smith", Job = "driver" }),
            Owed(7, Hiring with { Referred = true, ReferredBy = "Suzie Smith" }),
            Owed(8, Hiring with { Referred = true, ReferredBy = "Suzie Smith", Availability = Availability.ComesNow }));

        Assert.Equal(["Caller 8", "Caller 7", "Caller 6", "Caller 5", "Caller 4", "Caller 3", "Caller 2", "Caller 1"], lines.Select(line => line.Name));
        Assert.Equal([1, 2, 2, 2, 3, 3, 3, 4], lines.Select(line => (int)line.Code));
        Assert.Equal("Referred by Suzie Smith; wants the Art Department, hiring now; could come in at once", lines[0].Why);
        Assert.Equal("No referral; called 2 times", lines[6].Why);
        Assert.Equal(CodeReason.RingsAgain, lines[6].CodeReason);
    }

    [Fact]
    public void Of_two_equals_who_rang_more_often_goes_first()
    {
        var lines = Sheet(Owed(1, Hiring), Owed(2, Hiring), Owed(2, Hiring, id: 22));
        Assert.Equal(["Caller 2", "Caller 1"], lines.Select(line => line.Name));
    }

    [Fact]
    public void A_listing_that_says_no_calls_lifts_nobody_for_ringing_about_it()
    {
        var line = Assert.Single(Sheet(Owed(1, new OfficeNotes { Department = "the costume department", Listing = "Costume coordinator" })));
        Assert.Equal((CallCode.CallMaybe, "No referral; wants the costume department; the listing says no calls"), (line.Code, line.Why));
    }

    [Fact]
    public void A_candidates_line_collects_what_every_call_gave()
    {
        var line = Assert.Single(Sheet(
            Owed(1, new OfficeNotes { Availability = Availability.ComesNow }, id: 11) with { ReceivedAt = TheDesk.At(11, 30) },
            Owed(1, Hiring with { Referred = true, ReferredBy = "Suzie Smith", Availability = Availability.Later, When = "tomorrow" })));

        Assert.Equal(2, line.TimesCalled);
        Assert.Equal(Hiring with { Referred = true, ReferredBy = "Suzie Smith", Availability = Availability.ComesNow }, line.Application);
    }

    [Fact]
    public void The_assistants_word_and_a_standing_in_the_book_count_here_too()
    {
        var said = Owed(1, Hiring) with { Assistant = new AssistantCode(CallCode.CallMaybe, "Robin", "already hired") };
        var wanted = Owed(2, Hiring) with { WantsToTalk = true };

        Assert.Equal([CodeReason.WantsToTalk, CodeReason.AssistantSays], Sheet(said, wanted).Select(line => line.CodeReason));
    }

    private static OwedCall Owed(int caller, OfficeNotes told, int? id = null) =>
        TheDesk.Owed($"Caller {caller}", $"+1310555019{caller}", id ?? caller) with { Application = told };

    private static IReadOnlyList<SheetLine> Sheet(params OwedCall[] calls) =>
        PhoneSheet.Of(calls, TheDesk.Clock, TheDesk.At(12, 0), TheOffice.Lighthouse).Lines;
}
