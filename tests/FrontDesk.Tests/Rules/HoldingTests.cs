using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Reach;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R4 and R9: where a caller may be asked to hold while the boss's phones are tried, and what follows whatever comes of it.</summary>
public sealed class HoldingTests
{
    private static readonly BossPhone Cell = new() { Id = Guid.Empty, Number = PhoneNumber.Parse("+13105550101"), Label = "cell", TakesTexts = true };

    private static readonly Desk Desk = TheDesk.Margarets with { Phones = [Cell] };

    private static readonly CallNotes Named = new() { Name = "John Smith", WantsReturn = true, Number = TheDesk.JohnsNumber };

    [Fact]
    public void As_soon_as_it_is_known_who_rings_they_are_asked_to_hold()
    {
        var turn = Next(ScriptStep.WhoIsCalling, "John Smith", CallNotes.Blank);
        Assert.Equal("Thank you, John Smith. Let me see if I can get her. One moment, please.", turn.Line.Say);
        Assert.Equal(new ScriptPosition(ScriptStep.Hold, 1), turn.Line.At);
    }

    [Fact]
    public void Who_asks_for_our_name_is_told_it_first_and_who_asks_for_the_boss_is_not_told_that_she_is_not_available() =>
        Assert.Equal(
            "This is Jamie. Thank you, John Smith. Let me see if I can get her. One moment, please.",
            Next(ScriptStep.WhoIsCalling, "John Smith. Who am I speaking with? Is she in?", CallNotes.Blank).Line.Say);

    [Fact]
    public void Afterwards_comes_the_same_sentence_and_the_script_goes_on()
    {
        var turn = Next(ScriptStep.Hold, null, Named);
        Assert.Equal("I'm sorry, she's not available to take your call. Can I have her return?", turn.Line.Say);
        Assert.Equal(new ScriptPosition(ScriptStep.CanIHaveHerReturn, 1), turn.Line.At);
    }

    [Fact]
    public void Once_it_is_known_what_about_they_may_be_asked_to_hold_at_last()
    {
        var asked = Next(ScriptStep.Regarding, "the Big Merger", Named);
        Assert.Equal(("Let me see if I can get her. One moment, please.", ScriptStep.HoldAfterAll), (asked.Line.Say, asked.Line.At.Step));

        var after = Next(ScriptStep.HoldAfterAll, null, asked.Notes);
        Assert.Equal("I'm sorry, she's not available to take your call. She'll call you back as soon as she can.", after.Line.Say);
        Assert.True(after.Line.HangsUp);
    }

    [Fact]
    public void On_the_third_call_it_goes_on_with_the_third_call_s_question()
    {
        var third = TheDesk.Stranger with { Earlier = new EarlierCalls(2, Guid.Empty, "John Smith", TheDesk.JohnsNumber, null) };
        var turn = CallScript.Next(new(ScriptStep.HoldAfterAll, 1), Named with { Regarding = "the lease" }, TheDesk.Silence, third, Desk);
        Assert.Equal("I'm sorry, she's not available to take your call. When can you be reached?", turn.Line.Say);
    }

    [Fact]
    public void Who_has_a_preferred_answer_hears_that_one()
    {
        var caller = new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber) { PreferredAnswer = "I'm sorry, she can't come to the phone." };
        Assert.StartsWith(caller.PreferredAnswer, CallScript.Next(new(ScriptStep.Hold, 1), Named, TheDesk.Silence, caller, Desk).Line.Say, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_holds_twice_or_without_a_name_or_without_wanting_a_return_or_on_a_wrong_number()
    {
        var (who, goodbye) = (new ScriptPosition(ScriptStep.WhoIsCalling, 1), new ScriptPosition(ScriptStep.Goodbye, 1));
        var canI = new ScriptPosition(ScriptStep.CanIHaveHerReturn, 1);
        Assert.Equal(ScriptStep.Hold, Holding.Before(who, canI, Named, Desk));
        Assert.Equal(ScriptStep.HoldAfterAll, Holding.Before(who, goodbye, Named, Desk));
        Assert.Null(Holding.Before(new(ScriptStep.Hold, 1), canI, Named, Desk));
        Assert.Null(Holding.Before(new(ScriptStep.HoldAfterAll, 1), goodbye, Named, Desk));
        Assert.Null(Holding.Before(who, canI, Named with { Name = null }, Desk));
        Assert.Null(Holding.Before(who, goodbye, Named with { WantsReturn = false }, Desk));
        Assert.Null(Holding.Before(who, goodbye, Named with { Unwanted = Unwanted.WrongNumber }, Desk));
        Assert.Null(Holding.Before(who, canI with { Attempt = 2 }, Named, Desk));
        Assert.Null(Holding.Before(new(ScriptStep.WhenReachable, 1), goodbye, Named, Desk));
    }

    [Fact]
    public void Nobody_holds_where_there_is_no_phone_to_ring_or_the_desk_wants_none_rung_or_is_an_office()
    {
        var (who, canI) = (new ScriptPosition(ScriptStep.WhoIsCalling, 1), new ScriptPosition(ScriptStep.CanIHaveHerReturn, 1));
        Assert.Null(Holding.Before(who, canI, Named, TheDesk.Margarets));
        Assert.Null(Holding.Before(who, canI, Named, Desk with { Reach = ReachWay.Off }));
        Assert.Null(Holding.Before(who, canI, Named, Desk with { Office = TheOffice.Lighthouse }));
    }

    [Theory]
    [InlineData(ReachWay.Off, 3, 0)]
    [InlineData(ReachWay.AtOnce, 1, 12)]
    [InlineData(ReachWay.AtOnce, 6, 12)]
    [InlineData(ReachWay.InOrder, 1, 12)]
    [InlineData(ReachWay.InOrder, 3, 26)]
    [InlineData(ReachWay.InOrder, 6, 33)]
    public void How_long_they_hold_is_the_desk_s_settings_alone(ReachWay way, int phones, int beats)
    {
        var desk = Desk with { Reach = way, Phones = [.. Enumerable.Repeat(Cell, phones)] };
        Assert.Equal(beats, ReachPlan.Beats(desk));
        Assert.All(ReachPlan.Tries(desk, TheDesk.At(11, 0)), one => Assert.True(one.DueAt + ReachPlan.RingsFor < TheDesk.At(11, 0) + (ReachPlan.Beat * beats)));
    }

    [Fact]
    public void The_fifth_call_is_the_call_returned_by_first_name_where_there_is_one()
    {
        Assert.Equal("John, I have Margaret Miller calling.", CallScript.IHaveHerCalling(Desk, "John Smith"));
        Assert.Equal("I have Margaret Miller calling.", CallScript.IHaveHerCalling(Desk, null));
    }

    [Fact]
    public void Who_was_not_understood_is_asked_again_first() => Assert.Equal(
        new ScriptPosition(ScriptStep.WhoIsCalling, 2),
        CallScript.Next(new(ScriptStep.WhoIsCalling, 1), CallNotes.Blank, TheDesk.Silence, TheDesk.Stranger, Desk, holdFirst: true).Line.At);

    [Fact]
    public void Who_is_put_through_is_told_so() =>
        Assert.Equal("Thank you for holding. I have her for you.", CallScript.PuttingThrough(Desk));

    private static ScriptTurn Next(ScriptStep step, string? said, CallNotes notes) =>
        CallScript.Next(new(step, 1), notes, said is null ? TheDesk.Silence : TheDesk.Says(said), TheDesk.Stranger, Desk, holdFirst: said is not null);
}
