using FrontDesk.Contacts;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>R1 and R2: every call on the sheet, in order of importance, never by recency or frequency.</summary>
public sealed class PhoneSheetTests
{
    private static readonly Gen<OwedCall> AnyCall =
        from id in Gen.Choose(1, 1_000_000)
        from party in Gen.Elements("+13105550142", "+13105550143", "+442079460958", null, "+13105550199")
        from name in Gen.Elements("John Smith", "Danni Okafor", "Zoë", null)
        from minutes in Gen.Choose(0, 3000)
        from flags in Gen.Choose(0, 63)
        from standing in Gen.Elements(Enum.GetValues<Standing>())
        from assistant in Gen.Elements(null, null, null, new AssistantCode(CallCode.CallToday, "Jamie", "asked nicely"))
        select (party is { } known && (flags & 1) != 0 ? Owed(name, party, id).FromTheBook(standing) : Owed(name, party, id)) with
        {
            ReceivedAt = At(11, 0) - TimeSpan.FromMinutes(minutes),
            SaysUrgent = (flags & 2) != 0,
            WantsToTalk = (flags & 4) != 0,
            WantsReturn = (flags & 8) != 0 ? null : (flags & 16) != 0,
            Ball = (flags & 32) != 0 ? Ball.Ours : Ball.Theirs,
            Assistant = assistant,
            Version = id % 7,
        };

    private static readonly Arbitrary<OwedCall[]> AnySheet = AnyCall.ArrayOf().Select(calls => calls.DistinctBy(call => call.Id).ToArray()).ToArbitrary();

    [Fact]
    public void The_sheet_is_the_same_in_whatever_order_the_calls_are_read() => Prop.ForAll(AnySheet, calls =>
    {
        var forwards = SheetOf(calls).Lines.Select(Told);
        var backwards = SheetOf(calls.Reverse()).Lines.Select(Told);
        var shuffled = SheetOf(calls.OrderBy(call => call.Version).ThenBy(call => call.ReceivedAt)).Lines.Select(Told);
        return forwards.SequenceEqual(backwards) && forwards.SequenceEqual(shuffled);
    }).Check(Tries.Of(200));

    [Fact]
    public void Every_call_is_on_exactly_one_line_R1() => Prop.ForAll(AnySheet, calls =>
        SheetOf(calls).Lines.SelectMany(line => line.Calls).Order().SequenceEqual(calls.Select(call => call.Id).Order())).Check(Tries.Of(200));

    [Fact]
    public void A_lesser_code_never_stands_above_a_greater_R2() => Prop.ForAll(AnySheet, calls =>
        SheetOf(calls).Lines.Zip(SheetOf(calls).Lines.Skip(1)).All(pair =>
            (pair.First.Code, pair.First.CodeReason).CompareTo((pair.Second.Code, pair.Second.CodeReason)) <= 0)).Check(Tries.Of(200));

    [Fact]
    public void Every_line_can_say_why_R3() => Prop.ForAll(AnySheet, calls =>
        SheetOf(calls).Lines.All(line => line.Why.Length > 5 && char.IsUpper(line.Why[0]))).Check(Tries.Of(200));

    [Fact]
    public void Among_equals_who_waits_longest_stands_first_and_ringing_again_moves_nobody()
    {
        var john = Owed("John Smith", "+13105550142", 1) with { ReceivedAt = At(9, 0) };
        var danni = Owed("Danni Okafor", "+13105550143", 2) with { ReceivedAt = At(8, 0) };
        Assert.Equal(["Danni Okafor", "John Smith"], Names(john, danni));
        Assert.Equal(["Danni Okafor", "John Smith"], Names(john, danni, danni with { Id = Guid.Empty, ReceivedAt = At(11, 0) }));
        Assert.Equal(["Danni Okafor", "John Smith"], Names([john, danni, .. Enumerable.Range(10, 9).Select(n => john with { Id = new Guid(n, 0, 0, new byte[8]), ReceivedAt = At(10, n) })]));
    }

    [Fact]
    public void Within_a_code_the_weightier_reason_stands_first_then_the_higher_standing()
    {
        var wanted = Owed("Wanted", "+13105550151", 1).FromTheBook() with { WantsToTalk = true };
        var returning = Owed("Returning", "+13105550152", 2) with { WeCalledAt = At(9, 0), ReceivedAt = At(9, 30) };
        var deal = Owed("Deal", "+13105550153", 3, regarding: "the merger") with { Matters = [Matter("Merger")], ReceivedAt = At(8, 0) };
        var head = Owed("Studio head", "+13105550154", 4).FromTheBook(Standing.TooImportantNotTo) with { ReceivedAt = At(7, 0) };
        var wantedHead = Owed("Wanted studio head", "+13105550155", 5).FromTheBook(Standing.TooImportantNotTo) with { WantsToTalk = true };
        Assert.Equal(["Wanted studio head", "Wanted", "Returning", "Deal", "Studio head"], Names(head, deal, returning, wanted, wantedHead));
    }

    [Fact]
    public void Calls_of_one_party_are_one_line_that_shows_the_newest_words_and_forgets_no_matter_C32()
    {
        var merger = Owed("John Smith", regarding: "the merger") with { ReceivedAt = At(9, 0), Matters = [Matter("Merger")], NumberAsHeard = "ext. 12", Version = 3 };
        var lunch = Owed("Johnny", id: 2, regarding: "lunch") with { ReceivedAt = At(10, 0), Version = 4, Numbers = [PhoneNumber.Parse("+13105550143"), JohnsNumber] };
        var silent = Owed(null, id: 3) with { ReceivedAt = At(11, 0) };
        var line = OnlyLine(lunch, silent, merger);
        Assert.Equal([silent.Id, lunch.Id, merger.Id], line.Calls);
        Assert.Equal((silent.Id, 3, "Johnny", "lunch", "ext. 12"), (line.Id, line.TimesCalled, line.Name, line.Regarding, line.NumberAsHeard));
        Assert.Equal((CallCode.CallAsap, CodeReason.DealInProgress), (line.Code, line.CodeReason));
        Assert.Equal((At(11, 0), At(9, 0), 7), (line.ReceivedAt, line.WaitingSince, line.Version));
        Assert.Equal([JohnsNumber, PhoneNumber.Parse("+13105550143")], line.Numbers);
    }

    [Fact]
    public void Two_withheld_callers_are_never_the_same_person()
    {
        var sheet = SheetOf([Owed(null, number: null, id: 1), Owed(null, number: null, id: 2)]);
        Assert.Equal([1, 1], sheet.Lines.Select(line => line.TimesCalled));
    }

    [Fact]
    public void A_line_is_ours_while_any_of_its_calls_is_and_waits_since_that_one()
    {
        var theirs = Owed("Danni") with { Ball = Ball.Theirs, ReceivedAt = At(9, 0), WantsReturn = true };
        var back = Owed("Danni", id: 2) with { ReceivedAt = At(11, 0), WeCalledAt = At(9, 30) };
        Assert.Equal(Ball.Theirs, OnlyLine(theirs).Ball);
        var line = OnlyLine(theirs, back);
        Assert.Equal((Ball.Ours, At(11, 0), CodeReason.ReturningOurCall), (line.Ball, line.WaitingSince, line.CodeReason));
    }

    private static PhoneSheet SheetOf(IEnumerable<OwedCall> owed) => PhoneSheet.Of(owed, Clock, At(12, 0));

    private static IEnumerable<string?> Names(params OwedCall[] owed) => SheetOf(owed).Lines.Select(line => line.Name);

    private static (Guid, string, string?, int) Told(SheetLine line) => (line.Id, line.Why, line.Name, line.TimesCalled);
}
