using FrontDesk.Calls;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Callers who press, breathe, refuse or answer beside the question.</summary>
public sealed class KeysAndSilenceTests
{
    [Fact]
    public void A_silent_caller_is_asked_everything_twice_and_let_go_politely_C23()
    {
        var call = new Conversation(TheDesk.Withheld);
        List<ScriptPosition> asked = [call.Turn.Line.At];
        while (!call.Turn.Line.HangsUp)
        {
            asked.Add(call.Hears(TheDesk.Silence).Turn.Line.At);
        }

        ScriptStep[] steps = [ScriptStep.WhoIsCalling, ScriptStep.CanIHaveHerReturn, ScriptStep.WhatNumber, ScriptStep.Regarding];
        Assert.Equal([.. steps.SelectMany(step => new[] { new ScriptPosition(step, 1), new(step, 2) }), new(ScriptStep.Goodbye, 1)], asked);
        Assert.Equal(CallNotes.Blank, call.Notes);
    }

    [Fact]
    public void Keys_at_the_name_are_a_candidate_number_never_a_name_C24()
    {
        var call = new Conversation(TheDesk.Withheld).Hears(TheDesk.Presses("3105550142#"));
        Assert.Null(call.Notes.Name);
        Assert.Equal((TheDesk.JohnsNumber, "3105550142#"), (call.Notes.Number!.Value, call.Notes.NumberAsHeard));
        Assert.Equal(new ScriptPosition(ScriptStep.WhoIsCalling, 2), call.Turn.Line.At);
        Assert.Equal("Can she reach you at 3 1 0, 5 5 5, 0 1 4 2?", call.Hears("John Smith").Hears("yes").Said);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("#")]
    [InlineData("0")]
    [InlineData("99")]
    public void A_stray_key_is_kept_and_the_question_asked_again(string keys)
    {
        var call = new Conversation(TheDesk.Stranger).Hears(TheDesk.Presses(keys));
        Assert.Equal((keys, null), (call.Notes.NumberAsHeard, call.Notes.Number));
        Assert.Equal(2, call.Turn.Line.At.Attempt);
    }

    [Fact]
    public void A_silence_is_asked_again_with_regret() =>
        Assert.Equal("I'm sorry, I didn't catch that. Can I have her return your call?", AtReturn().Hears(TheDesk.Silence).Said);

    [Fact]
    public void Keys_answer_yes_and_no()
    {
        Assert.True(AtReturn().Hears(TheDesk.Presses("1")).Notes.WantsReturn);
        Assert.Equal(ScriptStep.WhatNumber, AtNumber().Hears(TheDesk.Presses("2")).Step);
        Assert.Equal(TheDesk.JohnsNumber, AtNumber().Hears(TheDesk.Presses("1")).Notes.Number);
    }

    [Fact]
    public void A_number_keyed_where_one_is_asked_for_is_the_number_and_nothing_else()
    {
        var notes = AtNumber().Hears("no").Hears(TheDesk.Presses("3105550143#")).Notes;
        Assert.Equal((PhoneNumber.Parse("+13105550143"), null), (notes.Number, notes.NumberAsHeard));
    }

    [Theory]
    [InlineData("No.")]
    [InlineData("no thanks")]
    [InlineData("No need, I'll call back.")]
    [InlineData("That's all right, never mind.")]
    [InlineData("I'll try again later")]
    public void Who_needs_no_call_back_is_asked_nothing_further(string said)
    {
        var call = AtReturn().Hears(said);
        Assert.Equal("Thank you. I'll let her know you called.", call.Said);
        Assert.True(call.Turn.Line.HangsUp);
        Assert.False(call.Notes.WantsReturn);
    }

    [Theory]
    [InlineData("No, it's urgent!")]
    [InlineData("No, I need to speak to her now.")]
    [InlineData("No. When will she be back?")]
    public void Who_insists_is_told_the_same_again_and_never_let_go_for_it_R9(string said)
    {
        var call = AtReturn().Hears(said);
        Assert.Equal("I'm sorry, she's not available to take your call. Can I have her return?", call.Said);
        Assert.Null(call.Notes.WantsReturn);
        Assert.Equal(ScriptStep.CanIHaveHerReturn, call.Hears(said).Step);
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("Yes please, no rush.")]
    [InlineData("Yeah. I was hoping we'd get a chance to talk this week, you think she'll be able to get back to me?")]
    [InlineData("please do")]
    [InlineData("That would be great, thank you")]
    [InlineData("No problem.")]
    [InlineData("Yes, could you ask her to call me regarding the Big Merger?")]
    [InlineData("have her call me at 310-555-0142")]
    public void Who_wants_a_call_back_is_understood(string said) => Assert.True(AtReturn().Hears(said).Notes.WantsReturn);

    [Fact]
    public void No_to_the_number_asks_for_another_and_says_nothing_of_the_first()
    {
        var call = AtNumber().Hears("No.");
        Assert.Equal("What's the best number for you?", call.Said);
        Assert.Null(call.Notes.Number);
        Assert.Equal(PhoneNumber.Parse("+13105550143"), call.Hears("Three one oh, triple five, oh one four three").Notes.Number);
    }

    [Theory]
    [InlineData("No, use 310-555-0143")]
    [InlineData("310 555 0143")]
    [InlineData("Yes, and also three one zero five five five oh one four three")]
    public void A_number_said_for_yes_or_no_is_taken(string said)
    {
        var call = AtNumber().Hears(said);
        Assert.Equal((PhoneNumber.Parse("+13105550143"), ScriptStep.IsThatTheNumber), (call.Notes.Number!.Value, call.Step));
    }

    [Fact]
    public void A_number_too_short_to_dial_is_kept_as_heard()
    {
        var notes = new Conversation(TheDesk.Withheld).Hears("John").Hears("yes").Hears("555-0142").Notes;
        Assert.Equal((null, "555-0142"), (notes.Number, notes.NumberAsHeard));
    }

    [Fact]
    public void A_withheld_caller_is_asked_for_a_number_C28() =>
        Assert.Equal("What's the best number for you?", new Conversation(TheDesk.Withheld).Hears("John").Hears("yes").Said);

    [Fact]
    public void Urgency_is_heard_wherever_it_is_said_R10()
    {
        Assert.True(new Conversation(TheDesk.Stranger).Hears("It's John Smith, it's urgent.").Notes.SaysUrgent);
        Assert.True(AtNumber().Hears("yes").Hears("I really need to speak to her today or tomorrow. This merger is time critical.").Notes.SaysUrgent);
    }

    [Theory]
    [InlineData(Pronoun.He, "I'm sorry, he's not available to take your call. Can I have him return?", "Great. He'll call you back as soon as he can.")]
    [InlineData(Pronoun.They, "I'm sorry, they're not available to take your call. Can I have them return?", "Great. They'll call you back as soon as they can.")]
    public void The_desk_speaks_of_the_boss_as_the_boss_wishes(Pronoun pronoun, string notAvailable, string goodbye)
    {
        var call = new Conversation(TheDesk.Stranger, TheDesk.Margarets with { Pronoun = pronoun }).Hears("John Smith regarding the script");
        Assert.Equal($"Thank you, John Smith. {notAvailable}", call.Said);
        Assert.Equal(goodbye, call.Hears("yes").Hears("yes").Said);
    }

    private static Conversation AtReturn() => new Conversation(TheDesk.Stranger).Hears("John Smith");

    private static Conversation AtNumber() => AtReturn().Hears("yes");
}
