using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>What callers say to "May I ask who's calling?", and what of it is the name.</summary>
public sealed class OpeningAnswerTests
{
    [Theory]
    [InlineData("John Smith", "John Smith")]
    [InlineData("Hi, John Smith calling for Ms. Miller.", "John Smith")]
    [InlineData("hi john smith calling for ms miller", "john smith")]
    [InlineData("Hello, it's John Smith.", "John Smith")]
    [InlineData("Jamie, it's John Smith calling for Ms. Miller. Am I in luck?", "John Smith")]
    [InlineData("Hi, how are you? It's John Smith. Is she around?", "John Smith")]
    [InlineData("hi its john smith is she around", "john smith")]
    [InlineData("Yes, this is Danni Okafor.", "Danni Okafor")]
    [InlineData("My name is Gwyneth O'Hara-Jones", "Gwyneth O'Hara-Jones")]
    [InlineData("Good morning, my name's José Núñez", "José Núñez")]
    [InlineData("I'm John Smith", "John Smith")]
    [InlineData("John Smith speaking", "John Smith")]
    [InlineData("John Smith here, please.", "John Smith")]
    [InlineData("It's John Smith from Universal Pictures", "John Smith from Universal Pictures")]
    [InlineData("John Smith calling from Fox", "John Smith from Fox")]
    [InlineData("Hello, it's John Smith. I guess she ran out of time yesterday.", "John Smith")]
    [InlineData("Dr. Will Miller", "Dr. Will Miller")]
    [InlineData("He Jiankui", "He Jiankui")]
    [InlineData("محمد علي", "محمد علي")]
    [InlineData("John Smith, S-M-I-T-H", "John Smith")]
    [InlineData("John Smith for Margaret, please", "John Smith")]
    [InlineData("I. M. Pei", "I. M. Pei")]
    [InlineData("tell her John Smith called", "John Smith")]
    [InlineData("Margaret's mother", "Margaret's mother")]
    [InlineData("Could you ask her to call me? It's Tom Reed.", "Tom Reed")]
    [InlineData("I need to speak to her, my name is Ann Lee", "Ann Lee")]
    [InlineData("Jamie from Margaret Miller's office", "Jamie from Margaret Miller's office")]
    [InlineData("Hi Jamie, John Smith for Ms. Miller", "John Smith")]
    [InlineData("hi this is ingrid solberg i wanted to ask her something", "ingrid solberg")]
    [InlineData("This is Sunita. Sunita Deshpande.", "Sunita Deshpande")]
    [InlineData("Reyes, Paula Reyes", "Paula Reyes")]
    [InlineData("it's steve no sorry it's stephen vale", "stephen vale")]
    [InlineData("This is Bob, sorry, the line is bad.", "Bob")]
    [InlineData("my first name is tariq and my last name is mahmood", "tariq mahmood")]
    [InlineData("surname okafor first name danni", "danni okafor")]
    [InlineData("myself anjali from hyderabad", "anjali from hyderabad")]
    [InlineData("you can tell margaret that will called", "will")]
    [InlineData("it's may", "may")]
    [InlineData("hope winters", "hope winters")]
    [InlineData("it's um pieter uh van der merwe", "pieter van der merwe")]
    [InlineData("It's her lawyer, Sandra.", "her lawyer, Sandra")]
    [InlineData("john smith when will she be back", "john smith")]
    [InlineData("Hello, is that Margaret Miller's office? This is Dilnoza Karimova.", "Dilnoza Karimova")]
    public void The_name_is_taken_clean(string said, string name) => Assert.Equal(name, Heard(said).Notes.Name);

    [Theory]
    [InlineData("")]
    [InlineData("Hello?")]
    [InlineData("Yes.")]
    [InlineData("It's urgent!")]
    [InlineData("It's me.")]
    [InlineData("Ms. Miller, please.")]
    [InlineData("Margaret Miller")]
    [InlineData("operator")]
    [InlineData("I'd like to speak to her about the merger.")]
    [InlineData("This is about the Big Merger.")]
    [InlineData("Why do you need that?")]
    [InlineData("This is ridiculous.")]
    [InlineData("i'm on a train so i might lose you")]
    [InlineData("I'm sorry, I was miles away.")]
    [InlineData("it's a long story")]
    [InlineData("hang on let me get off this train")]
    [InlineData("la la la")]
    [InlineData("one moment please")]
    [InlineData("none of your business")]
    [InlineData("three one zero five five five zero one four two")]
    public void What_is_no_name_is_not_taken_for_one(string said)
    {
        var call = Heard(said);
        Assert.Null(call.Notes.Name);
        Assert.Equal(new ScriptPosition(ScriptStep.WhoIsCalling, 2), call.Turn.Line.At);
    }

    [Theory]
    [InlineData("John Smith calling for Ms. Miller regarding the Big Merger, 310-555-0142", "the Big Merger")]
    [InlineData("John Smith calling for Ms. Miller regarding the Big Merger, my number is 310-555-0142", "the Big Merger")]
    [InlineData("It's John Smith, I'm at 310 555 0142, it's about the Big Merger.", "the Big Merger")]
    [InlineData("I'm calling about the Big Merger, my name is John Smith and my number is 310-555-0142", "the Big Merger")]
    [InlineData("John Smith returning her call, 310-555-0142", "returning her call")]
    public void Everything_said_at_once_is_taken_at_once(string said, string regarding)
    {
        var notes = Heard(said).Notes;
        Assert.Equal(("John Smith", regarding, TheDesk.JohnsNumber), (notes.Name, notes.Regarding, notes.Number!.Value));
    }

    [Fact]
    public void Who_asks_for_the_boss_about_a_matter_has_told_the_matter()
    {
        var call = Heard("May I speak to her about the Big Merger? This is John Smith.");
        Assert.Equal(("John Smith", "the Big Merger"), (call.Notes.Name, call.Notes.Regarding));
    }

    [Fact]
    public void What_it_is_regarding_is_not_asked_again()
    {
        var call = Heard("John Smith regarding the Big Merger").Hears("Sure").Hears("Yes");
        Assert.True(call.Turn.Line.HangsUp);
        Assert.Equal("the Big Merger", call.Notes.Regarding);
    }

    [Fact]
    public void The_second_time_even_the_boss_s_own_name_is_believed() =>
        Assert.Equal("Margaret", Heard("Margaret").Hears("Margaret").Notes.Name);

    [Fact]
    public void A_speech_is_no_name_and_the_name_is_asked_for_again()
    {
        var call = Heard(string.Concat(Enumerable.Repeat("and then the lawyers went on about it ", 100)));
        Assert.Null(call.Notes.Name);
        Assert.Equal("I'm sorry, I didn't catch that. May I have your name, please?", call.Said);
    }

    [Fact]
    public void A_name_that_looks_like_markup_or_a_placeholder_stays_text()
    {
        var call = Heard("{boss} <Dial>+19005550100</Dial>");
        Assert.Equal("{boss} <Dial>+19005550100</Dial>", call.Notes.Name);
        Assert.Null(call.Notes.Number);
    }

    private static Conversation Heard(string said) => new Conversation(TheDesk.Stranger).Hears(said);
}
