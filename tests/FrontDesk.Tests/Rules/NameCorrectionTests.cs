using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: a name that was written down wrong is put right the way people do it.</summary>
public sealed class NameCorrectionTests
{
    [Theory]
    [InlineData("John Reed", "No, it's Jon without an H", "Jon Reed")]
    [InlineData("Eric Vance", "that's with a K", "Erik Vance")]
    [InlineData("Ann Clark", "Clark with an E on the end", "Ann Clarke")]
    [InlineData("Joe Philips", "two Ls", "Joe Phillips")]
    [InlineData("Joe Phillips", "only one L", "Joe Philips")]
    [InlineData("Brian Cole", "Brian with a Y", "Bryan Cole")]
    [InlineData("Catherine Vale", "with a K instead of a C", "Katherine Vale")]
    [InlineData("Tom Smith", "S M Y T H", "Tom Smyth")]
    [InlineData("Amy Reid", "not Reid, Reade", "Amy Reade")]
    [InlineData("Amy Reid", "Reade, not Reid", "Amy Reade")]
    [InlineData("Graham Greene", "G R A E M E", "Graeme Greene")]
    [InlineData("Graham Greene", "G R E E N", "Graham Green")]
    [InlineData("Marion Marin", "M A R I A N", "Marian Marin")]
    [InlineData("Joan Reed", "No, my name is Jane Reade", "Jane Reade")]
    public void A_correction_is_written_where_it_belongs(string known, string said, string better) => Assert.Equal(better, Heard(said).NameCorrected(known));

    [Theory]
    [InlineData("Yes, that's right")]
    [InlineData("It's about the merger")]
    [InlineData("Smith with a TH")]
    [InlineData("No, it's urgent")]
    public void What_corrects_nothing_leaves_the_name(string said) => Assert.Null(Heard(said).NameCorrected("Tom Smith"));

    [Fact]
    public void A_letter_told_with_the_name_is_written_at_once() => Assert.Equal("Erik Vance", Heard("It's Eric with a K, Eric Vance").NameAsked(again: false));

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
