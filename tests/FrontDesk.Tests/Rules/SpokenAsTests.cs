using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: a name is spoken as its card says.</summary>
public sealed class SpokenAsTests
{
    [Fact]
    public void A_respelling_of_one_word_belongs_to_the_word_it_looks_like()
    {
        Assert.Equal([new SpokenAs("Gwyneth", "GWIN-eth", null)], SpokenAs.Of("Gwyneth Lloyd", "GWIN-eth", null));
        Assert.Equal([new SpokenAs("Nguyen", "win", null)], SpokenAs.Of("Mai Nguyen", "win", null));
    }

    [Fact]
    public void One_of_every_word_goes_word_by_word_and_goes_before_the_phonetic_one()
    {
        Assert.Equal([new SpokenAs("Siobhan", "shi-VAWN", null), new SpokenAs("Byrne", "burn", null)], SpokenAs.Of("Siobhan Byrne", "shi-VAWN burn", "ʃɪˈvɔːn bɜːn"));
        Assert.Equal([new SpokenAs("Siobhan", null, "ʃɪˈvɔːn"), new SpokenAs("Byrne", null, "bɜːn")], SpokenAs.Of("Siobhan Byrne", null, "ʃɪˈvɔːn bɜːn"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("one two three")]
    public void None_or_one_that_fits_no_words_changes_nothing(string? pronunciation) => Assert.Empty(SpokenAs.Of("Gwyneth Lloyd", pronunciation, null));

    [Fact]
    public void A_line_that_speaks_the_name_says_how_and_another_does_not()
    {
        var gwyneth = new Caller.Known(Guid.Empty, "Gwyneth Lloyd", TheDesk.JohnsNumber) { Pronunciation = "GWIN-eth" };
        var call = new Conversation(gwyneth).Hears("It's Gwyneth");
        Assert.Equal("Gwyneth", Assert.Single(call.Turn.Line.SpokenAs).Word);
        Assert.Empty(call.Hears("yes").Turn.Line.SpokenAs);
    }
}
