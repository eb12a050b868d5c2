using FrontDesk.Calls;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Turns that come where nobody expects them: out of order, at a desk that changed meanwhile, or beside the question.</summary>
public sealed class OddTurnsTests
{
    [Fact]
    public void An_answer_before_the_greeting_is_greeted()
    {
        Assert.Equal("Margaret Miller's office. May I ask who's calling?", At(ScriptStep.Ring, "yes").Line.Say);
        Assert.Equal(TheOffice.Greeting, At(ScriptStep.Ring, "yes", TheOffice.Desk).Line.Say);
    }

    [Fact]
    public void An_answer_after_the_goodbye_hears_the_goodbye()
    {
        Assert.Equal("Great. She'll call you back as soon as she can.", At(ScriptStep.Goodbye, "yes").Line.Say);
        Assert.True(At(ScriptStep.OfficeGoodbye, "yes", TheOffice.Desk).Line.HangsUp);
    }

    [Fact]
    public void A_desk_that_became_something_else_during_the_call_asks_for_everything_at_once()
    {
        Assert.Equal(ScriptStep.Message, At(ScriptStep.OfficeJob, "a gaffer").Line.At.Step);
        Assert.Equal(ScriptStep.OfficeMessage, At(ScriptStep.Regarding, "the lease", TheOffice.Desk).Line.At.Step);
    }

    [Fact]
    public void On_a_line_no_desk_has_any_answer_but_silence_at_the_first_question_is_the_end_of_it()
    {
        Assert.Equal("Thank you. Goodbye.", CallScript.Next(new(ScriptStep.WhoIsCalling, 1), CallNotes.Blank, TheDesk.Silence, TheDesk.Withheld, desk: null).Line.Say);
        Assert.Equal("One moment, please.", CallScript.OneMoment(desk: null));
        Assert.Equal("I'm sorry about that. Yes?", CallScript.Apology(new ScriptLine { Say = "Yes?", At = new(ScriptStep.Message, 1) }, desk: null).Say);
        Assert.True(CallScript.Unanswered(desk: null).Line.IsUnanswered);
    }

    [Fact]
    public void While_the_desk_catches_its_breath_it_says_so_in_its_own_words() =>
        Assert.Equal("Jamie here, one second.", CallScript.OneMoment(TheDesk.Margarets with { Wording = new Wording { OneMoment = "{persona} here, one second." } }));

    [Fact]
    public void No_step_is_taken_that_is_none() =>
        Assert.ThrowsAny<InvalidOperationException>(() => At((ScriptStep)18, "yes"));

    [Fact]
    public void What_was_keyed_for_a_message_is_kept_and_a_message_of_nothing_is_asked_for_again()
    {
        Assert.Equal(TheDesk.JohnsNumber, CallScript.Next(new(ScriptStep.Message, 1), CallNotes.Blank, TheDesk.Presses("3105550142#"), TheDesk.Withheld, TheDesk.Margarets).Notes.Number);
        Assert.Equal(new ScriptPosition(ScriptStep.Message, 2), At(ScriptStep.Message, "\0 ").Line.At);
    }

    [Fact]
    public void A_message_is_added_to_what_is_known_already()
    {
        var known = new CallNotes { Name = "John Smith", Number = TheDesk.JohnsNumber, Regarding = "the lease", SaysUrgent = true };
        var notes = CallScript.Next(new(ScriptStep.Message, 1), known, TheDesk.Says("Rosa Delgado, 213 555 0108"), TheDesk.Withheld, TheDesk.Margarets).Notes;
        Assert.Equal(("John Smith", TheDesk.JohnsNumber, "the lease; Rosa Delgado, 213 555 0108"), (notes.Name, notes.Number!.Value, notes.Regarding));
    }

    [Fact]
    public void A_name_spelled_before_any_was_heard_is_the_name()
    {
        var notes = At(ScriptStep.IsThatTheName, "S M Y T H").Notes;
        Assert.Equal(("Smyth", "Smyth"), (notes.Name, notes.NameHeard?.Text));
    }

    [Fact]
    public void Is_that_the_name_may_be_answered_by_spelling_it() =>
        Assert.Equal("Jon Smyth", new Conversation(TheDesk.Stranger).Hears(new Heard.Words("Jon Smith", 0.3)).Hears("No, S M Y T H").Notes.Name);

    [Fact]
    public void Asked_to_spell_it_who_only_says_it_once_more_is_believed()
    {
        var call = new Conversation(TheDesk.Stranger).Hears(new Heard.Words("Jon Smith", 0.3)).Hears("no").Hears("Jon Smith");
        Assert.Equal((ScriptStep.CanIHaveHerReturn, "Jon Smith"), (call.Step, call.Notes.Name));
    }

    [Fact]
    public void The_same_number_means_the_one_they_ring_from_and_from_a_withheld_one_means_nothing()
    {
        var known = new Conversation(TheDesk.Stranger).Hears("John Smith").Hears("yes").Hears("no");
        Assert.Equal(TheDesk.JohnsNumber, known.Hears("the same number").Notes.Number);
        Assert.Equal(new ScriptPosition(ScriptStep.WhatNumber, 2), new Conversation(TheDesk.Withheld).Hears("John Smith").Hears("yes").Hears("the same number").Turn.Line.At);
    }

    [Fact]
    public void A_number_denied_twice_over_stays_as_it_was_heard_first() =>
        Assert.Equal("310-555-0177", new Conversation(TheDesk.Withheld).Hears("John Smith").Hears("yes").Hears("310 555 0177").Hears("no").Hears("no").Notes.NumberAsHeard);

    [Theory]
    [InlineData(2, "my assistant knows", "my assistant knows")]
    [InlineData(2, "Is she in?", null)]
    public void When_they_can_be_reached_is_noted_as_said(int earlier, string said, string? noted) => Assert.Equal(noted, AtTheLast(earlier).Hears(said).Notes.Reachable);

    [Theory]
    [InlineData(3, "it can't wait for long", "it can't wait for long")]
    [InlineData(3, "Is she in?", null)]
    public void How_time_critical_it_is_is_noted_as_said(int earlier, string said, string? noted) => Assert.Equal(noted, AtTheLast(earlier).Hears(said).Notes.TimeCritical);

    [Fact]
    public void What_was_noticed_before_the_call_was_heard_stays_noticed() =>
        Assert.Equal(Unwanted.Blocked, CallScript.Next(new(ScriptStep.WhoIsCalling, 1), new CallNotes { Unwanted = Unwanted.Blocked }, TheDesk.Says("wrong number"), TheDesk.Stranger, TheDesk.Margarets).Notes.Unwanted);

    [Fact]
    public void Who_asks_for_another_place_twice_is_let_go()
    {
        var call = new Conversation(TheDesk.Stranger).Hears("Is this the florist?");
        Assert.False(call.Turn.Line.HangsUp);
        Assert.Equal("No trouble at all. Goodbye.", call.Hears("Isn't this the florist?").Said);
    }

    [Theory]
    [InlineData(ScriptStep.OfficeResume, "1")]
    [InlineData(ScriptStep.OfficeComeIn, "1")]
    [InlineData(ScriptStep.OfficeComeIn, "2")]
    [InlineData(ScriptStep.OfficeReferral, "2")]
    [InlineData(ScriptStep.OfficeIsThisTheNumber, "1")]
    [InlineData(ScriptStep.OfficeIsThisTheNumber, "2")]
    [InlineData(ScriptStep.OfficeWhatNumber, "3105550143#")]
    [InlineData(ScriptStep.OfficeRightNumber, "3105550143#")]
    [InlineData(ScriptStep.OfficeMessage, "3105550143#")]
    public void At_an_office_keys_answer_too(ScriptStep step, string keys) => Assert.NotEqual(step, AtOffice(step, TheDesk.Presses(keys)).Line.At.Step);

    [Theory]
    [InlineData(ScriptStep.OfficeWho)]
    [InlineData(ScriptStep.OfficeReferral)]
    [InlineData(ScriptStep.OfficeJob)]
    [InlineData(ScriptStep.OfficeResume)]
    [InlineData(ScriptStep.OfficeComeIn)]
    [InlineData(ScriptStep.OfficeWhen)]
    [InlineData(ScriptStep.OfficeWhatNumber)]
    [InlineData(ScriptStep.OfficeIsThisTheNumber)]
    [InlineData(ScriptStep.OfficeRightNumber)]
    [InlineData(ScriptStep.OfficeMessage)]
    public void Each_question_of_an_office_is_asked_once_more_to_a_silence(ScriptStep step) => Assert.Equal(new ScriptPosition(step, 2), AtOffice(step, TheDesk.Silence).Line.At);

    private static ScriptTurn At(ScriptStep step, string said, Desk? desk = null) =>
        CallScript.Next(new(step, 1), CallNotes.Blank, TheDesk.Says(said), TheDesk.Stranger, desk ?? TheDesk.Margarets);

    private static ScriptTurn AtOffice(ScriptStep step, Heard heard) => CallScript.Next(new(step, 1), CallNotes.Blank, heard, TheDesk.Stranger, TheOffice.Desk);

    /// <summary>At the last question of their third or fourth call.</summary>
    private static Conversation AtTheLast(int earlier) =>
        new Conversation(TheDesk.Stranger with { Earlier = new EarlierCalls(earlier, Guid.Empty, "John Smith", TheDesk.JohnsNumber, "the lease") }).Hears("John Smith").Hears("yes").Hears("yes");
}
