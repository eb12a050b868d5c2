using FrontDesk.Contacts;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>The desk never lies: of a call that never reached it nobody knows what the caller wanted.</summary>
public sealed class MissedCallTests
{
    private const string NotKnown = "missed while we were down: we do not know what they wanted";

    [Fact]
    public void A_missed_call_ranks_by_its_caller_and_says_that_nobody_knows_what_they_wanted()
    {
        Is(CallCode.CallMaybe, CodeReason.Unknown, $"Not in the book; {NotKnown}", Missed("A stranger"));
        Is(CallCode.CallAsap, CodeReason.WantsToTalk, $"Wants to talk: the boss is trying to reach them; {NotKnown}", Missed("John") with { WantsToTalk = true });
        Is(CallCode.CallToday, CodeReason.Valued, $"Valued: call back the same day; {NotKnown}", Missed("John").FromTheBook(Standing.Valued));
    }

    [Fact]
    public void Who_withheld_the_number_is_not_said_to_have_left_none() =>
        Is(CallCode.CallMaybe, CodeReason.Unknown, $"Not in the book, the number withheld; {NotKnown}", Missed("A stranger") with { Name = null, Party = null, Numbers = [] });

    [Fact]
    public void Of_several_calls_those_missed_are_counted_and_what_the_others_said_stands()
    {
        var said = Owed("A stranger", regarding: "the lease");
        var line = OnlyLine(said, Missed("A stranger", id: 2) with { ReceivedAt = said.ReceivedAt.AddMinutes(5) });

        Assert.Contains("1 of 2 calls missed while we were down", line.Why, StringComparison.Ordinal);
        Assert.Equal(("the lease", false), (line.Regarding, line.IsMissed));
    }

    [Fact]
    public void The_boss_is_told_in_the_reminder_that_it_was_missed()
    {
        var line = OnlyLine(Missed("John Smith") with { WantsToTalk = true });

        Assert.True(line.IsMissed);
        var text = ReminderText.ForAsap(line, Clock, At(12, 0));
        Assert.Contains("(missed while down)", text, StringComparison.Ordinal);
        Assert.True(Gsm7.Septets(text) <= Gsm7.SingleSegment);
    }

    private static OwedCall Missed(string name, int id = 1) => Owed(name, id: id) with { IsMissed = true };

    private static void Is(CallCode code, CodeReason reason, string why, OwedCall call)
    {
        var line = OnlyLine(call);
        Assert.Equal((code, reason, why), (line.Code, line.CodeReason, line.Why));
    }
}
