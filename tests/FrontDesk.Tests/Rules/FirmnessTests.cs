using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R9: as little information as possible, firm, annoyingly repetitive if necessary.</summary>
public sealed class FirmnessTests
{
    private const string NotAvailable = "I'm sorry, she's not available to take your call.";

    public static readonly TheoryData<string> Questions =
    [
        "Is she in?", "is she around", "Is Margaret there?", "Where is she?", "Where's Margaret?", "When will she be back?", "What time will she be back?",
        "Do you know when she'll be back?", "Is she in the office?", "In the office?", "Out of the office?", "In a meeting?", "Who's the meeting with?",
        "Can I speak to her?", "Can you put me through?", "Will she be back today?", "Is she on another call?", "Am I in luck?", "Did she get my message?",
        "Has she seen my script?", "Could you tell me when she's back?", "So is she there or not?", "when can i reach her", "Are they in?", "Will she be back in about ten minutes?",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Whatever_is_asked_about_the_boss_gets_the_same_answer_and_the_name_is_asked_for_again(string question)
    {
        var call = new Conversation(TheDesk.Stranger).Hears(question);
        Assert.Equal($"{NotAvailable} May I have your name, please?", call.Said);
        Assert.Equal(CallNotes.Blank, call.Notes);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void No_question_is_ever_written_down_as_what_the_call_is_regarding(string question)
    {
        var call = new Conversation(TheDesk.Stranger).Hears("John Smith").Hears("yes").Hears("yes").Hears(question);
        Assert.Equal($"{NotAvailable} And may I ask what it's regarding?", call.Said);
        Assert.Null(call.Notes.Regarding);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void However_often_it_is_asked_the_same_sentence_and_the_same_question_come_back(string question)
    {
        var call = new Conversation(TheDesk.Stranger).Hears("John Smith");
        for (var times = 1; times < CallScript.MostPatience; times++)
        {
            Assert.Equal($"{NotAvailable} Can I have her return?", call.Hears(question).Said);
        }

        Assert.Equal($"{NotAvailable} Can she reach you at 3 1 0, 5 5 5, 0 1 4 2?", call.Hears(question).Said);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void An_answer_with_a_question_in_it_is_no_miss(string question)
    {
        var call = new Conversation(TheDesk.Stranger).Hears($"John Smith. {question}");
        Assert.Equal(("John Smith", ScriptStep.CanIHaveHerReturn), (call.Notes.Name, call.Step));
        call.Hears($"Yes. {question}");
        Assert.Equal($"{NotAvailable} Can she reach you at 3 1 0, 5 5 5, 0 1 4 2?", call.Said);
        call.Hears("yes").Hears($"The Big Merger. {question}");
        Assert.Equal("The Big Merger", call.Notes.Regarding);
        Assert.Equal($"{NotAvailable} Great. She'll call you back as soon as she can.", call.Said);
    }

    [Theory]
    [InlineData("Could she call me about the Big Merger?")]
    [InlineData("I want to know if she will sign.")]
    [InlineData("About the deal she is signing")]
    [InlineData("Can I speak to her about the Big Merger?")]
    [InlineData("Can I get a call back?")]
    public void What_sounds_like_a_question_and_is_a_matter_is_kept(string said) =>
        Assert.NotNull(new Conversation(TheDesk.Stranger).Hears("John Smith").Hears("yes").Hears("yes").Hears(said).Notes.Regarding);

    [Fact]
    public void The_persona_s_name_is_given_when_asked_R13()
    {
        var call = new Conversation(TheDesk.Stranger).Hears("Hi, who am I speaking with?");
        Assert.Equal("This is Jamie. May I have your name, please?", call.Said);
        Assert.Null(call.Notes.Name);
        Assert.Equal("This is Jamie. And may I ask what it's regarding?", new Conversation(TheDesk.Stranger).Hears("John").Hears("yes").Hears("Yes. What's your name?").Said);
    }
}
