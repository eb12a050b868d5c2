using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Sheet;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>R2 and R3: how soon, and why. Every code can say its reason.</summary>
public sealed class CallCodeTests
{
    private static readonly Matter BigMerger = Matter("Big Merger", "merger");

    [Fact]
    public void Somebody_the_boss_is_trying_to_reach_is_called_at_once() =>
        Is(CallCode.CallAsap, CodeReason.WantsToTalk, "Wants to talk: the boss is trying to reach them", John() with { WantsToTalk = true });

    [Fact]
    public void A_caller_we_left_word_with_goes_to_the_top_when_she_rings_back()
    {
        Is(CallCode.CallAsap, CodeReason.ReturningOurCall, "Returning our call of 10:42", Owed("Danni") with { WeCalledAt = At(10, 42) });
        Is(CallCode.CallAsap, CodeReason.ReturningOurCall, "Returning our call of Thursday 10:42", Owed("Danni") with { WeCalledAt = At(10, 42, day: 12) });
        Is(CallCode.CallAsap, CodeReason.ReturningOurCall, "Returning our call of 3 March 10:42", Owed("Danni") with { WeCalledAt = At(10, 42, day: 3) });
    }

    [Fact]
    public void A_call_of_ours_that_came_after_theirs_is_not_what_they_return() =>
        Is(CallCode.CallMaybe, CodeReason.Unknown, "Not in the book", Owed("Danni") with { WeCalledAt = At(11, 30) });

    [Theory]
    [InlineData("the Big Merger")]
    [InlineData("It's about the MERGER!")]
    [InlineData("Überraschung: big-merger")]
    public void Who_names_a_deal_in_progress_is_called_at_once(string regarding) =>
        Is(CallCode.CallAsap, CodeReason.DealInProgress, "Deal in progress: names Big Merger", Owed("A stranger", regarding: regarding) with { Matters = [BigMerger] });

    [Fact]
    public void A_matter_is_known_without_its_accents_and_only_as_a_whole_word()
    {
        Assert.True(Matter("Café Noir").IsNamedIn("about CAFE noir"));
        Assert.True(Matter("Cafe Noir").IsNamedIn("about Café-Noir, please"));
        Assert.False(BigMerger.IsNamedIn("a submerger, mergers and emerges"));
        Assert.False(Matter("The Deal").IsNamedIn("the big deal"));
        Assert.False(Matter("").IsNamedIn("anything"));
    }

    [Fact]
    public void Who_is_too_important_not_to_is_called_at_once_wanted_or_not() =>
        Is(CallCode.CallAsap, CodeReason.TooImportantNotTo, "Too important not to call back", John(Standing.TooImportantNotTo));

    [Fact]
    public void A_valued_caller_is_called_the_same_day() => Is(CallCode.CallToday, CodeReason.Valued, "Valued: call back the same day", John(Standing.Valued));

    [Fact]
    public void Somebody_in_the_book_is_called_sometime() => Is(CallCode.CallSometime, CodeReason.Unknown, "In the book, nothing pressing", John());

    [Fact]
    public void A_stranger_a_withheld_number_and_a_silence_are_a_question()
    {
        Is(CallCode.CallMaybe, CodeReason.Unknown, "Not in the book", Owed("A stranger"));
        Is(CallCode.CallMaybe, CodeReason.Unknown, "Not in the book, left no number", Owed("Nobody's friend", number: null));
        Is(CallCode.CallMaybe, CodeReason.Unknown, "Not in the book, said nothing", Owed(null) with { HungUpAt = ScriptStep.WhoIsCalling });
    }

    [Fact]
    public void Urgency_lifts_one_step_and_says_so()
    {
        Is(CallCode.CallAsap, CodeReason.SaysUrgent, "Says it is urgent: one step up; valued: call back the same day", John(Standing.Valued) with { SaysUrgent = true });
        Is(CallCode.CallToday, CodeReason.SaysUrgent, "Says it is urgent: one step up; in the book, nothing pressing", John() with { SaysUrgent = true });
    }

    [Fact]
    public void A_stranger_s_urgency_lifts_one_step_at_most_however_often_it_is_said()
    {
        var stranger = Owed("A stranger") with { SaysUrgent = true };
        Is(CallCode.CallSometime, CodeReason.SaysUrgent, "Says it is urgent: one step up; not in the book", stranger);
        Assert.Equal(CallCode.CallSometime, OnlyLine(stranger, stranger with { Id = Guid.Empty }, stranger with { Id = new Guid("01980000-0000-7000-8000-00000000000a") }).Code);
        Assert.Equal(CallCode.CallMaybe, OnlyLine(Owed("Nobody's friend", number: null) with { SaysUrgent = true }).Code);
    }

    [Fact]
    public void Who_asks_for_no_call_back_is_not_lifted_by_words_and_it_is_said()
    {
        var call = John() with { WantsReturn = false, SaysUrgent = true, Regarding = "the merger", Matters = [BigMerger] };
        Is(CallCode.CallSometime, CodeReason.Unknown, "In the book, nothing pressing; asks for no call back", call);
        Is(CallCode.CallAsap, CodeReason.WantsToTalk, "Wants to talk: the boss is trying to reach them; asks for no call back", call with { WantsToTalk = true });
    }

    [Fact]
    public void The_assistant_overrules_the_rule_and_says_who_and_why()
    {
        var said = new AssistantCode(CallCode.CallSometime, "Jamie", "back from Cannes on Monday");
        Is(CallCode.CallSometime, CodeReason.AssistantSays, "Jamie says: back from Cannes on Monday", John() with { WantsToTalk = true, Assistant = said });
        Assert.Equal(said, OnlyLine(John() with { Assistant = said }).Assistant);
        Is(CallCode.CallAsap, CodeReason.AssistantSays, "Jamie says so", Owed("A stranger") with { Assistant = new(CallCode.CallAsap, "Jamie", " ") });
    }

    [Fact]
    public void Calling_often_is_noted_and_changes_nothing_R10()
    {
        var twice = OnlyLine(John(), John() with { Id = Guid.Empty, ReceivedAt = At(9, 0) });
        Assert.Equal((CallCode.CallSometime, "In the book, nothing pressing; called 2 times today", 2), (twice.Code, twice.Why, twice.TimesCalled));
        Assert.Equal("In the book, nothing pressing", OnlyLine(John(), John() with { Id = Guid.Empty, ReceivedAt = At(9, 0, day: 12) }).Why);
    }

    private static OwedCall John(Standing standing = Standing.Ordinary) => Owed("John Smith").FromTheBook(standing);

    private static void Is(CallCode code, CodeReason reason, string why, OwedCall call)
    {
        var line = OnlyLine(call);
        Assert.Equal((code, reason, why), (line.Code, line.CodeReason, line.Why));
    }
}
