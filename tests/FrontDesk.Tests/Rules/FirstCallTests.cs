using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R10's first call: professional, brief, and nothing given away.</summary>
public sealed class FirstCallTests
{
    [Fact]
    public void John_Smith_is_asked_in_turn_and_taken_down()
    {
        var call = new Conversation(TheDesk.Stranger);
        Assert.Equal("Margaret Miller's office. May I ask who's calling?", call.Said);

        call.Hears("Hi, John Smith calling for Ms. Miller.");
        Assert.Equal("Thank you, John Smith. I'm sorry, she's not available to take your call. Can I have her return?", call.Said);

        call.Hears("Yes, please.");
        Assert.Equal("Can she reach you at 3 1 0, 5 5 5, 0 1 4 2?", call.Said);

        call.Hears("Yes.");
        Assert.Equal("And may I ask what it's regarding?", call.Said);

        call.Hears("The Big Merger.");
        Assert.Equal("Great. She'll call you back as soon as she can.", call.Said);
        Assert.True(call.Turn.Line.HangsUp);
        Assert.Equal(new CallNotes { Name = "John Smith", NameHeard = new NameHeard("John Smith", 0.9), WantsReturn = true, Number = TheDesk.JohnsNumber, Regarding = "The Big Merger" }, call.Notes);
    }
}
