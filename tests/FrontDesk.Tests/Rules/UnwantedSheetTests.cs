using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Sheet;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>Calls nobody asked for are on the sheet, never above "Call?", and say why.</summary>
public sealed class UnwantedSheetTests
{
    private static readonly OwedCall Urgent = Owed("John Smith", regarding: "the Big Merger") with
    {
        SaysUrgent = true,
        WeCalledAt = At(9, 0),
        Matters = [Matter("Big Merger", "merger")],
    };

    public static TheoryData<string, OwedCall> Unasked => new()
    {
        { "The number may be forged", Urgent with { Stir = StirVerdict.Failed } },
        { "The number may be forged: it is Danni Okafor's", Urgent with { Stir = StirVerdict.Failed, NumberIsOf = "Danni Okafor" } },
        { "The number is blocked", Urgent with { IsBlocked = true } },
        { "The number is blocked", Urgent with { IsBlocked = true, Unwanted = Unwanted.Blocked } },
        { "Said it was a wrong number", Urgent with { Unwanted = Unwanted.WrongNumber, WantsReturn = false } },
        { "Sounds like a recording", Urgent with { Unwanted = Unwanted.Recording } },
        { "Loop: our own call came back", Urgent with { Unwanted = Unwanted.Loop } },
    };

    [Theory]
    [MemberData(nameof(Unasked))]
    public void Nothing_said_on_it_lifts_such_a_call_and_the_line_says_why(string why, OwedCall call)
    {
        var line = OnlyLine(call.FromTheBook(Standing.TooImportantNotTo) with { WantsToTalk = true });

        Assert.Equal(CallCode.CallMaybe, line.Code);
        Assert.True(line.CodeReason.IsUnwanted());
        Assert.StartsWith(why, line.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unasked))]
    public void The_assistant_knows_better(string why, OwedCall call)
    {
        var line = OnlyLine(call with { Assistant = new AssistantCode(CallCode.CallToday, "Jamie", "I know him") });

        Assert.Equal((CallCode.CallToday, CodeReason.AssistantSays), (line.Code, line.CodeReason));
        Assert.DoesNotContain(why, line.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unasked))]
    public void It_takes_nothing_from_the_same_partys_other_calls(string why, OwedCall call)
    {
        var meant = Owed("John Smith", id: 2, regarding: "the Big Merger") with { Matters = [Matter("Big Merger", "merger")], ReceivedAt = At(10, 0) };

        var line = OnlyLine(call with { Name = "Amy from the warranty", Regarding = "your car" }, meant);

        Assert.Equal((CallCode.CallAsap, CodeReason.DealInProgress), (line.Code, line.CodeReason));
        Assert.Equal(("John Smith", "the Big Merger", 2), (line.Name, line.Regarding, line.TimesCalled));
        Assert.Contains(why[1..], line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void They_stand_below_every_other_call()
    {
        var sheet = PhoneSheet.Of(
            [
                Owed("Ann", "+13105550150", 1) with { IsBlocked = true, ReceivedAt = At(8, 0) },
                Owed("Ben", "+13105550151", 2) with { Stir = StirVerdict.Failed, ReceivedAt = At(8, 0) },
                Owed("Cleo", "+13105550152", 3),
            ],
            Clock,
            At(12, 0));

        Assert.Equal(["Cleo", "Ben", "Ann"], sheet.Lines.Select(line => line.Name));
    }

    [Theory]
    [InlineData(StirVerdict.Unknown)]
    [InlineData(StirVerdict.NotValidated)]
    [InlineData(StirVerdict.PassedC)]
    [InlineData(StirVerdict.PassedA)]
    public void Every_other_verdict_ranks_as_no_verdict(StirVerdict verdict)
    {
        var (with, without) = (OnlyLine(Urgent with { Stir = verdict }), OnlyLine(Urgent));

        Assert.Equal((without.Code, without.CodeReason, without.Why), (with.Code, with.CodeReason, with.Why));
    }

    [Fact]
    public void Who_was_turned_away_and_is_not_blocked_any_more_ranks_as_anybody_and_the_line_says_so()
    {
        var line = OnlyLine(Owed(null) with { Unwanted = Unwanted.Blocked } with { WantsToTalk = true });

        Assert.Equal(CallCode.CallAsap, line.Code);
        Assert.Contains("was turned away while the number was blocked", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_production_office_it_is_the_same()
    {
        var call = Owed("Paula Reyes") with { Unwanted = Unwanted.Recording, Application = new() { Referred = true } };

        var line = PhoneSheet.Of([call], Clock, At(12, 0), TheOffice.Lighthouse).Lines.Single();

        Assert.Equal((CallCode.CallMaybe, CodeReason.SoundsLikeRecording), (line.Code, line.CodeReason));
    }
}
