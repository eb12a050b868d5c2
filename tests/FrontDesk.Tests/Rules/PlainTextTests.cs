using System.Globalization;
using FrontDesk.Calls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>C25, C27: what callers say is kept as it was, and shown so that it harms nobody.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("a\0b", "ab")]
    [InlineData("\u202eevil\r\n", "\u202eevil\r\n")]
    public void What_was_heard_is_kept_but_for_what_no_database_takes(string heard, string kept) => Assert.Equal(kept, PlainText.ForKeeping(heard));

    /// <summary>Not a theory: half a surrogate pair does not survive an attribute.</summary>
    [Fact]
    public void Half_a_character_is_kept_as_the_sign_for_one()
    {
        Assert.Equal("a\ufffdb", PlainText.ForKeeping("a\ud800b"));
        Assert.Equal("\ufffd", PlainText.ForKeeping("\udc00"));
        Assert.Equal("ab", PlainText.ForShowing("a\ud800b\ud83d"));
    }

    [Theory]
    [InlineData("\u202eevil\u202c", "evil")]
    [InlineData("\u2066John\u2069\u200f", "John")]
    [InlineData("a\r\n\tb\u0007c  d", "a b c d")]
    [InlineData("\ufeffJohn\ud800\0", "John")]
    [InlineData("👩‍👩‍👧 zoë", "👩‍👩‍👧 zoë")]
    [InlineData("محمد", "محمد")]
    [InlineData(" John ", "John")]
    [InlineData("\ufdd0\uffff\ue000x", "x")]
    public void What_is_shown_stands_on_one_line_and_turns_nothing_round(string heard, string shown) => Assert.Equal(shown, PlainText.ForShowing(heard));

    [Fact]
    public void Nothing_shown_holds_a_control_or_half_a_character() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), any =>
    {
        var shown = PlainText.ForShowing(any ?? "");
        return !shown.Any(char.IsControl) && shown == shown.Trim() && PlainText.ForShowing(shown) == shown;
    }).Check(Tries.Of(2000));

    [Fact]
    public void A_cut_never_splits_what_is_seen_as_one()
    {
        const string family = "👩‍👩‍👧👩‍👩‍👧";
        Assert.Equal("👩‍👩‍👧", PlainText.Cut(family, family.Length - 1));
        Assert.Equal("", PlainText.Cut(family, 3));
        Assert.Equal("ab", PlainText.Cut("ab cd", 3));
        Assert.All(Enumerable.Range(0, family.Length), most => Assert.True(new StringInfo(PlainText.Cut(family, most)).LengthInTextElements <= 2));
    }

    [Fact]
    public void A_longer_answer_than_can_be_kept_says_that_it_was_cut_C27()
    {
        var words = Assert.IsType<Heard.Words>(Heard.Of(new string('a', 5000), 0.4, null));
        Assert.Equal(Heard.MostCharacters, words.Text.Length);
        Assert.EndsWith("a [cut]", words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_win_over_words_and_blanks_are_nothing()
    {
        Assert.Equal(new Heard.Keys("12#"), Heard.Of("one two", 0.9, "12#"));
        Assert.Equal(new Heard.Words("yes", null), Heard.Of("yes", null, ""));
        Assert.Equal(new Heard.Nothing(), Heard.Of(" ", null, null));
    }
}
