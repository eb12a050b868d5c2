using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: every name right, every number right. What was not heard well is read back; what was spelled, letter by letter.</summary>
public sealed class ReadBackTests
{
    [Fact]
    public void A_name_heard_well_is_said_back_once_and_costs_no_question() =>
        Assert.Equal(
            ("Thank you, John Smith. I'm sorry, she's not available to take your call. Can I have her return?", false),
            (Rings("John Smith").Said, Rings("John Smith").Notes.NameConfirmed));

    [Theory]
    [InlineData(0.4)]
    [InlineData(null)]
    public void A_name_not_heard_well_is_read_back_C26(double? confidence)
    {
        var call = Rings("Jon Smith", confidence);
        Assert.Equal(("Is that Jon Smith?", ScriptStep.IsThatTheName), (call.Said, call.Step));

        call.Hears("Yes, that's right.");
        Assert.Equal((ScriptStep.CanIHaveHerReturn, true), (call.Step, call.Notes.NameConfirmed));
        Assert.Equal(new NameHeard("Jon Smith", confidence), call.Notes.NameHeard);
    }

    [Fact]
    public void On_no_it_is_spelled_and_read_back_letter_by_letter()
    {
        var call = Rings("John Smith", 0.4).Hears("No.");
        Assert.Equal("How do you spell it, please?", call.Said);

        call.Hears("S as in Sam, M, Y, T, H.");
        Assert.Equal("John Smyth: S, M, Y, T, H. Is that right?", call.Said);

        call.Hears("yes");
        Assert.Equal(("John Smyth", true, new NameHeard("John Smith", 0.4)), (call.Notes.Name, call.Notes.NameConfirmed, call.Notes.NameHeard));
        Assert.Equal("Thank you, John Smyth. I'm sorry, she's not available to take your call. Can I have her return?", call.Said);
    }

    [Fact]
    public void On_no_and_another_name_that_one_is_read_back()
    {
        var call = Rings("Joan Smith", 0.4).Hears("No, it's John Smith.");
        Assert.Equal(("Is that John Smith?", "John Smith"), (call.Said, call.Notes.Name));
        Assert.True(call.Hears("yes").Notes.NameConfirmed);
    }

    [Fact]
    public void A_name_spelled_unasked_is_read_back_letter_by_letter()
    {
        var call = Rings("It's Siobhan O'Malley, S I O B H A N");
        Assert.Equal("Siobhan O'Malley: S, I, O, B, H, A, N. Is that right?", call.Said);
    }

    [Fact]
    public void A_spelling_that_is_wrong_is_asked_for_once_more_and_then_kept_unconfirmed()
    {
        var call = Rings("John Smith, S M I T H").Hears("no");
        Assert.Equal("I'm sorry. Would you spell it for me once more?", call.Said);

        call.Hears("S M Y T H");
        Assert.Equal("John Smyth: S, M, Y, T, H. Is that right?", call.Said);

        call.Hears("no");
        Assert.Equal((ScriptStep.CanIHaveHerReturn, "John Smyth", false), (call.Step, call.Notes.Name, call.Notes.NameConfirmed));
    }

    [Fact]
    public void Who_says_nothing_when_read_back_goes_on_unconfirmed()
    {
        var call = Rings("John Smith", 0.4).Hears(TheDesk.Silence);
        Assert.Equal("I'm sorry, I didn't catch that. Is that John Smith?", call.Said);
        Assert.Equal((ScriptStep.CanIHaveHerReturn, false), (call.Hears(TheDesk.Silence).Step, call.Notes.NameConfirmed));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    public void A_key_answers_what_is_read_back(string key, bool confirmed)
    {
        var call = Rings("John Smith", 0.4).Hears(TheDesk.Presses(key));
        Assert.Equal((confirmed, confirmed ? ScriptStep.CanIHaveHerReturn : ScriptStep.HowIsItSpelled), (call.Notes.NameConfirmed, call.Step));
    }

    [Theory]
    [InlineData("No, it's Jon Smyth.", "Jon Smyth")]
    [InlineData("That's Smyth, S M Y T H.", "John Smyth")]
    public void A_name_said_back_wrong_is_put_right_in_the_next_breath(string said, string name)
    {
        var call = Rings("John Smith").Hears(said);
        Assert.Equal(($"Thank you, {name}. Can I have her return?", name, (bool?)null), (call.Said, call.Notes.Name, call.Notes.WantsReturn));
        Assert.Equal(new NameHeard("John Smith", 0.9), call.Notes.NameHeard);
    }

    [Fact]
    public void Whom_the_number_suggests_is_confirmed_by_saying_so()
    {
        var known = new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber);
        var call = new Conversation(known).Hears(new Heard.Words("John Smith", 0.3));
        Assert.Equal((ScriptStep.CanIHaveHerReturn, true), (call.Step, call.Notes.NameConfirmed));
    }

    [Theory]
    [InlineData("It's Ms. Margaret Chen", "Thank you, Ms. Chen.")]
    [InlineData("Mx. Robin de la Cruz", "Thank you, Mx. de la Cruz.")]
    [InlineData("Mr. Smith", "Thank you, Mr. Smith.")]
    [InlineData("Ngozi Okafor", "Thank you, Ngozi Okafor.")]
    public void Who_gives_a_title_is_called_by_it(string said, string thanks) =>
        Assert.StartsWith(thanks, Rings(said).Said, StringComparison.Ordinal);

    [Fact]
    public void A_number_that_was_said_is_read_back_in_groups()
    {
        var call = AtNumber().Hears("three one zero, double five five, oh one double seven");
        Assert.Equal(("3 1 0, 5 5 5, 0 1 7 7. Is that right?", "+13105550177"), (call.Said, call.Notes.Number?.E164));
        Assert.Equal((ScriptStep.Regarding, "+13105550177"), (call.Hears("yes").Step, call.Notes.Number?.E164));
    }

    [Fact]
    public void On_no_the_number_is_asked_for_anew_and_the_keys_are_offered()
    {
        var call = AtNumber().Hears("310 555 0177").Hears("no");
        Assert.Equal("What's the best number for you? You can also key it in, and then press the pound key.", call.Said);
        Assert.Equal((null, "310-555-0177"), (call.Notes.Number?.E164, call.Notes.NumberAsHeard));

        call.Hears(TheDesk.Presses("3105550178"));
        Assert.Equal("3 1 0, 5 5 5, 0 1 7 8. Is that right?", call.Said);
        Assert.Equal((ScriptStep.Regarding, "+13105550178", null), (call.Hears("yes").Step, call.Notes.Number?.E164, call.Notes.NumberAsHeard));
    }

    [Fact]
    public void A_number_put_right_as_it_is_read_back_is_read_back_too() =>
        Assert.Equal("3 1 0, 5 5 5, 0 1 7 8. Is that right?", AtNumber().Hears("310 555 0177").Hears("No, 310 555 0178").Said);

    [Fact]
    public void A_number_denied_to_the_end_is_kept_as_it_was_heard()
    {
        var call = AtNumber().Hears("310 555 0177").Hears("no").Hears("310 555 0178").Hears("no");
        Assert.Equal((ScriptStep.Regarding, null, "310-555-0178"), (call.Step, call.Notes.Number?.E164, call.Notes.NumberAsHeard));
    }

    [Fact]
    public void An_assistant_and_whom_they_call_for_are_two_people_R11()
    {
        var call = Rings("Hi, it's Jamie from Rosa Delgado's office.");
        Assert.Equal(("Jamie", "Rosa Delgado"), (call.Notes.Name, call.Notes.CallsFor));
        Assert.Equal("Rosa Delgado", Rings("I have Rosa Delgado for Ms. Miller").Notes.CallsFor);
        Assert.Null(Rings("I'm calling for Margaret Miller").Notes.CallsFor);
    }

    [Fact]
    public void Returning_her_call_is_a_claim_and_written_down_as_one() =>
        Assert.True(Rings("John Smith, returning her call").Notes.SaysReturning);

    [Fact]
    public void Every_step_has_its_place()
    {
        foreach (var step in Enum.GetValues<ScriptStep>().Where(step => step != ScriptStep.Ring))
        {
            Assert.True(step.IsAfter(ScriptStep.Ring), $"{step} has no place among the steps");
        }
    }

    private static Conversation Rings(string said, double? confidence = 0.9) => new Conversation(TheDesk.Stranger).Hears(new Heard.Words(said, confidence));

    private static Conversation AtNumber() => new Conversation(TheDesk.Withheld).Hears("John Smith").Hears("yes");
}
