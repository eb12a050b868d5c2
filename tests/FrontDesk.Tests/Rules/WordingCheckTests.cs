using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class WordingCheckTests
{
    [Theory]
    [InlineData("{She'll} call you back by five.", "by five")]
    [InlineData("{She'll} call you tomorrow.", "tomorrow")]
    [InlineData("{She'll} call you in ten minutes.", "in ten minutes")]
    [InlineData("{She'll} ring this afternoon.", "this afternoon")]
    [InlineData("{She'll} be with you shortly.", "shortly")]
    [InlineData("{She'll} call you soon.", "soon")]
    [InlineData("{She'll} call you right back.", "right back")]
    [InlineData("{She'll} call you as soon as {she's} free.", "soon")]
    [InlineData("{She'll} call within the hour.", "within the hour")]
    [InlineData("{She'll} call at 4.", "at 4")]
    [InlineData("{She'll} call at 16:30.", "at 16:30")]
    [InlineData("{She'll} call around 4 pm.", "around 4")]
    [InlineData("{She'll} call you on Monday.", "on Monday")]
    [InlineData("{She'll} call you next week.", "next week")]
    [InlineData("{She'll} call you later.", "later")]
    [InlineData("I promise {she'll} call.", "promise")]
    public void Words_that_promise_a_time_are_refused_by_name(string words, string named) => AssertRefused(words, named, "promises a time");

    [Theory]
    [InlineData("I'm sorry, {she's} in the office.", "in the office")]
    [InlineData("I'm sorry, {she's} out of the office.", "out of the office")]
    [InlineData("I'm sorry, {she's} at lunch.", "at lunch")]
    [InlineData("I'm sorry, {she's} out of town.", "out of town")]
    [InlineData("I'm sorry, {she's} in a meeting.", "in a meeting")]
    [InlineData("I'm sorry, {she's} in a budget meeting.", "in a budget meeting")]
    [InlineData("I'm sorry, {she's} at home.", "at home")]
    [InlineData("I'm sorry, {she's} travelling.", "travelling")]
    [InlineData("I'm sorry, {she's} on set.", "on set")]
    [InlineData("I'm sorry, {she's} on another call.", "on another call")]
    [InlineData("I'm sorry, {she's} not in.", "{she's} not in")]
    [InlineData("I'm sorry, she’s not here.", "she's not here")]
    [InlineData("I'm sorry, {boss} is away.", "{boss} is away")]
    [InlineData("{She} stepped out.", "stepped out")]
    public void Words_that_tell_where_the_boss_is_are_refused_by_name(string words, string named) => AssertRefused(words, named, "tells where");

    [Theory]
    [InlineData("I'm sorry, {she's} busy.", "busy")]
    [InlineData("I'm sorry, {she's} tied up.", "tied up")]
    [InlineData("{She} can't, because of the deal.", "because")]
    [InlineData("I'm sorry, {she's} with a client.", "with a client")]
    [InlineData("{She} isn't taking calls.", "isn't taking")]
    [InlineData("{She} has a doctor coming.", "doctor")]
    public void Words_that_give_a_reason_are_refused_by_name(string words, string named) => AssertRefused(words, named, "gives a reason");

    [Fact]
    public void A_phone_number_is_not_given_away_either() => AssertRefused("Try (310) 555-0101.", "310) 555-0101", "gives a number");

    [Theory]
    [InlineData("greeting", "Miller and Company, {persona} speaking.")]
    [InlineData("notAvailable", "I'm so sorry, {name}, {she's} not available at the moment.")]
    [InlineData("goodbye", "Wonderful. {She'll} call you back as soon as {she} can. Have a great day!")]
    [InlineData("goodbye", "Thank you, good morning to you.")]
    [InlineData("goodbyeNoReturn", "Thank you. I'll pass it on.")]
    [InlineData("isThisTheNumber", "Are you still at {number}?")]
    [InlineData("whatNumber", "Please give me the best number for you.")]
    [InlineData("oneMoment", "Just a moment.")]
    public void Words_that_give_nothing_away_may_be_said(string sentence, string words) => Assert.Empty(Faults(sentence, words));

    [Theory]
    [InlineData("greeting", "Hello from {desk}.", "{desk} stands for nothing")]
    [InlineData("greeting", "Is this {number}?", "{number} stands for nothing")]
    [InlineData("regarding", "Thank you very much.", "must ask")]
    [InlineData("canIHaveHerReturn", "{She'll} return.", "must ask")]
    [InlineData("message", "Thank you.", "must ask")]
    [InlineData("goodbye", " \u202e\u0007 ", "Nothing would be said")]
    public void A_blank_for_nothing_and_a_question_not_asked_are_refused(string sentence, string words, string why) =>
        Assert.Contains(Faults(sentence, words), fault => fault.Contains(why, StringComparison.Ordinal));

    [Fact]
    public void Too_long_is_too_long() => Assert.Single(Faults("goodbye", new string('a', WordingCheck.LongestSentence + 1)));

    /// <summary>Whatever the script comes to say: it appears by itself, and its own words pass.</summary>
    [Fact]
    public void Every_sentence_of_the_house_may_be_said_and_has_a_title()
    {
        Assert.True(WordingSentence.All.Count > 15);
        Assert.All(WordingSentence.All, sentence => Assert.Empty(WordingCheck.Of(sentence, sentence.House)));
        Assert.DoesNotContain(WordingSentence.All, sentence => sentence.Name.StartsWith("unassigned", StringComparison.Ordinal));
        Assert.Equal("Can I have her return", WordingSentence.Named("canIHaveHerReturn")!.Title);
        Assert.Equal("Is this the number again", WordingSentence.Named("isThisTheNumberAgain")!.Title);
        Assert.Null(WordingSentence.Named("nothing"));
    }

    /// <summary>The exception for the house's own words is for what was weighed: it hides nothing in the sentences of the first call.</summary>
    [Fact]
    public void No_sentence_of_the_first_call_needs_the_exception()
    {
        var bare = WordingSentence.Named("notAvailable")!;
        Assert.All(WordingSentence.All.Where(sentence => sentence.Name is "greeting" or "goodbye" or "notAvailable" or "oneMoment"), sentence =>
            Assert.DoesNotContain(WordingCheck.Of(bare, sentence.House), fault => fault.StartsWith('"')));
    }

    private static void AssertRefused(string words, string named, string why)
    {
        var faults = Faults("goodbyeNoReturn", words);
        Assert.True(
            faults.Any(fault => fault.StartsWith($"\"{named}\"", StringComparison.OrdinalIgnoreCase) && fault.Contains(why, StringComparison.Ordinal)),
            string.Join('\n', faults));
    }

    private static IReadOnlyList<string> Faults(string sentence, string words) => WordingCheck.Of(WordingSentence.Named(sentence)!, words);
}
