using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Wrong numbers, machines and blocked numbers: none is met rudely, and none is taken for what it is not.</summary>
public sealed class UnwantedCallTests
{
    private const string Robot = "We have been trying to reach you about your car's extended warranty. This is urgent. Press 1 to speak to an agent.";

    [Fact]
    public void A_blocked_caller_hears_one_courteous_sentence_that_gives_nothing_away()
    {
        var call = new Conversation(TheDesk.Stranger with { IsBlocked = true });

        Assert.Equal(("I'm sorry, we're not able to take your call. Goodbye.", true), (call.Said, call.Turn.Line.HangsUp));
        Assert.Equal(Unwanted.Blocked, call.Notes.Unwanted);
    }

    [Fact]
    public void At_a_production_office_a_blocked_caller_hears_the_same()
    {
        var call = new Conversation(TheDesk.Stranger with { IsBlocked = true }, TheOffice.Desk);

        Assert.Equal(("I'm sorry, we're not able to take your call. Goodbye.", ScriptStep.OfficeGoodbye), (call.Said, call.Step));
    }

    [Theory]
    [InlineData("Oh, sorry, wrong number.")]
    [InlineData("I think I've got the wrong number, sorry.")]
    [InlineData("I must have misdialed.")]
    public void Who_has_the_wrong_number_is_let_go_kindly(string words)
    {
        var call = new Conversation(TheDesk.Stranger).Hears(words);

        Assert.Equal(("No trouble at all. Goodbye.", true), (call.Said, call.Turn.Line.HangsUp));
        Assert.Equal((Unwanted.WrongNumber, (bool?)false), (call.Notes.Unwanted, call.Notes.WantsReturn));
    }

    [Fact]
    public void Who_asks_for_another_place_is_not_hung_up_on_before_saying_it_again()
    {
        var call = new Conversation(TheDesk.Stranger).Hears("Is this the pizza place?");

        Assert.False(call.Turn.Line.HangsUp);
        Assert.Equal(Unwanted.WrongNumber, call.Notes.Unwanted);
        Assert.Null(new Conversation(TheDesk.Stranger).Hears("Is this the pizza place?").Hears("It's John Smith, regarding the lease.").Notes.Unwanted);
    }

    [Theory]
    [InlineData("No, that's the wrong number.")]
    [InlineData("Wrong number.")]
    public void At_the_question_for_a_number_the_wrong_number_is_the_one_to_call_back(string words)
    {
        var call = new Conversation(TheDesk.Stranger).Hears("It's John Smith").Hears("Yes, please");
        Assert.Equal(ScriptStep.IsThisTheNumber, call.Step);

        call.Hears(words);

        Assert.False(call.Turn.Line.HangsUp);
        Assert.Null(call.Notes.Unwanted);
    }

    [Theory]
    [InlineData(Robot)]
    [InlineData("This is an automated message from your bank.")]
    [InlineData("Please leave your message after the tone.")]
    public void A_machine_is_noticed_and_let_go_when_it_talks_on(string words)
    {
        var call = new Conversation(TheDesk.Stranger).Hears(words);
        Assert.Equal((Unwanted.Recording, false), (call.Notes.Unwanted, call.Turn.Line.HangsUp));

        call.Hears(words);

        Assert.Equal((Unwanted.Recording, true), (call.Notes.Unwanted, call.Turn.Line.HangsUp));
    }

    [Fact]
    public void A_tape_and_then_a_person_is_a_person()
    {
        var call = new Conversation(TheDesk.Stranger).Hears("This call may be recorded for quality.").Hears("John Smith");

        Assert.Null(call.Notes.Unwanted);
        Assert.False(call.Turn.Line.HangsUp);
    }

    [Fact]
    public void Who_presses_a_key_is_a_person() =>
        Assert.Null(new Conversation(TheDesk.Stranger).Hears("This call may be recorded for quality.").Hears(TheDesk.Presses("1")).Notes.Unwanted);

    [Fact]
    public void A_long_speech_heard_for_the_third_time_word_for_word_is_a_machine()
    {
        const string Speech = "Good afternoon this is Amy with a wonderful offer for your household";
        var call = new Conversation(TheDesk.Stranger);

        Assert.Null(call.Hears(new Heard.Words(Speech, 0.9)).Notes.Unwanted);
        Assert.Null(call.Hears(new Heard.Words(Speech, 0.9) { SaidBefore = 1 }).Notes.Unwanted);
        Assert.Equal(Unwanted.Recording, call.Hears(new Heard.Words(Speech, 0.9) { SaidBefore = 2 }).Notes.Unwanted);
    }

    [Fact]
    public void Who_insists_in_short_is_a_person_however_often() =>
        Assert.Null(new Conversation(TheDesk.Stranger).Hears(new Heard.Words("I need to speak to her now", 0.9) { SaidBefore = 5 }).Notes.Unwanted);

    [Fact]
    public void A_call_of_our_own_that_came_back_is_not_answered()
    {
        var turn = CallScript.Unanswered(TheDesk.Margarets);

        Assert.True(turn.Line.IsUnanswered);
        Assert.Equal(Unwanted.Loop, turn.Notes.Unwanted);
    }
}
