using System.Text;
using FrontDesk.Reminders;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class Gsm7Tests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\n lines \t here", "two lines here")]
    [InlineData("“smart” ‘quotes’ – dash… `tick`", "\"smart\" 'quotes' - dash... 'tick'")]
    [InlineData("Å ä ö ü à é Ç ñ stay", "Å ä ö ü à é Ç ñ stay")]
    [InlineData("â ê ő š Č ţ go bare", "a e o s C t go bare")]
    [InlineData("Straße œuvre Þór", "Straße oeuvre Thor")]
    [InlineData("½ № ™ ①", "1/2 No TM 1")]
    [InlineData("Ünïcödé € {x}", "Ünicödé € {x}")]
    [InlineData("👍 李", "")]
    public void What_a_text_cannot_carry_is_folded_into_what_it_can(string text, string folded) => Assert.Equal(folded, Gsm7.Fold(text));

    [Fact]
    public void Folding_leaves_nothing_that_cannot_be_carried_never_a_question_mark_and_is_done_once() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), any =>
    {
        var text = (any ?? "").Replace("?", "", StringComparison.Ordinal);
        var folded = Gsm7.Fold(text);
        return Gsm7.Carries(folded) && !folded.Contains('?') && Gsm7.Fold(folded) == folded;
    }).Check(Tries.Of(2000));

    [Fact]
    public void Every_letter_of_Europe_arrives_as_something()
    {
        (int From, int To)[] alphabets = [(0xC0, 0x180), (0x218, 0x21C), (0x386, 0x3CF), (0x400, 0x460), (0x1EA0, 0x1EFA)];
        var letters = alphabets.SelectMany(range => Enumerable.Range(range.From, range.To - range.From)).Select(code => new Rune(code)).Where(Rune.IsLetter);
        Assert.Equal(["Ъ", "Ь", "ъ", "ь"], letters.Select(letter => letter.ToString()).Where(letter => Gsm7.Fold(letter).Length == 0));
    }

    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("abc", 3, 1)]
    [InlineData("€[]", 6, 1)]
    public void Signs_that_need_an_escape_count_twice(string text, int septets, int segments) => Assert.Equal((septets, segments), (Gsm7.Septets(text), Gsm7.Segments(text)));

    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void A_text_of_several_segments_carries_153_in_each(int length, int segments) => Assert.Equal(segments, Gsm7.Segments(new string('a', length)));

    [Theory]
    [InlineData("the Big Merger of Century", 16, "the Big Merger..")]
    [InlineData("the Big Merger of Century", 25, "the Big Merger of Century")]
    [InlineData("Incomprehensibilities", 10, "Incompre..")]
    [InlineData("€€€€€€", 7, "€€..")]
    [InlineData("abc", 2, "")]
    [InlineData("abc", 0, "")]
    [InlineData("abc", -5, "")]
    public void A_cut_falls_between_words_where_that_loses_little(string text, int septets, string cut) => Assert.Equal(cut, Gsm7.Cut(text, septets));
}
