using FrontDesk.Calls;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class WordingTests
{
    [Fact]
    public void A_desk_may_have_its_own_words_with_every_blank()
    {
        var wording = new Wording { WhoAgain = "{persona} for {boss} and {She}: {she's}, {She's}, {she'll}, {Her}. {name}{nobody} {number}{" };
        var desk = TheDesk.Margarets with { Wording = wording, Pronoun = Pronoun.He };
        Assert.Equal(
            "I'm sorry, I didn't catch that. Jamie for Margaret Miller and He: he's, He's, he'll, Him. {nobody} 3 1 0, 5 5 5, 0 1 4 2{",
            new Conversation(TheDesk.Stranger, desk).Hears("").Said);
    }

    [Fact]
    public void What_a_caller_says_is_never_read_as_a_blank()
    {
        var desk = TheDesk.Margarets with { Wording = new Wording { IsThisTheNumber = "{name}, is {number} good?" } };
        var call = new Conversation(TheDesk.Stranger, desk).Hears("{boss} {number}").Hears("yes");
        Assert.Equal("boss number, is 3 1 0, 5 5 5, 0 1 4 2 good?", call.Said);
    }

    [Fact]
    public void A_name_is_spoken_without_what_would_turn_the_sentence_round_and_no_longer_than_a_breath()
    {
        var desk = TheDesk.Margarets with { Wording = new Wording { IsThisTheNumber = "{name}!" } };
        var call = new Conversation(TheDesk.Stranger, desk).Hears($"\u202eJohn\u0007 {new string('x', 70)}").Hears("yes");
        Assert.Equal($"John {new string('x', 55)}!", call.Said);
    }

    /// <summary>R9: nothing promises a time, names a place, or tells whether the boss is in.</summary>
    [Fact]
    public void No_sentence_of_the_desk_gives_anything_away()
    {
        string[] telling = ["meeting", "office today", "today", "tomorrow", "minutes", "hour", "o'clock", "out", "home", "travel", "another call", "busy", "lunch", "back at"];
        var sentences = typeof(Wording).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => (string)property.GetValue(new Wording())!);
        Assert.DoesNotContain(sentences, sentence => telling.Any(word => WholeWords.AnyOf([word], sentence)));
    }
}
