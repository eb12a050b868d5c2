using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: extensions, corrections, and every number that may be needed to reach a person.</summary>
public sealed class NumbersSaidTests
{
    [Theory]
    [InlineData("310-555-0142 extension 204", "204")]
    [InlineData("310 555 0142 ext two oh four", "204")]
    [InlineData("310-555-0142 x204", "204")]
    [InlineData("310 555 0142 and my extension is 204", "204")]
    [InlineData("It's extension 204, 310-555-0142", "204")]
    [InlineData("310 555 0142", null)]
    public void An_extension_is_kept_beside_the_number(string said, string? extension)
    {
        var number = Heard(said).Number;
        Assert.Equal((TheDesk.JohnsNumber, extension, extension is not null), (number?.Number, number?.Extension, number?.HasExtension));
    }

    [Theory]
    [InlineData("310 555 0143, no, sorry, 0142")]
    [InlineData("310-555-0143. Sorry, 0142.")]
    [InlineData("three one zero five five five oh one four three i mean oh one four two")]
    [InlineData("213 555 0108, scratch that, 310 555 0142")]
    [InlineData("213 no sorry 310 555 0142")]
    [InlineData("310 555 01 no 0142")]
    [InlineData("Not 0108, 310-555-0142")]
    public void What_is_taken_back_is_not_taken_down(string said) => Assert.Equal(TheDesk.JohnsNumber, Assert.Single(Heard(said).Numbers).Number);

    [Theory]
    [InlineData("310-555-0142. Sorry, one more thing.")]
    [InlineData("310 555 0142, no, I have two assistants")]
    public void Not_every_number_word_is_a_correction(string said) => Assert.Equal(TheDesk.JohnsNumber, Heard(said).Number?.Number);

    [Theory]
    [InlineData("my cell is 310 555 0142 and the office is 213 555 0108", "cell", "office")]
    [InlineData("310-555-0142 is my mobile, 213-555-0108 is home", "mobile", "home")]
    [InlineData("310 555 0142 cell or 213 555 0108 work", "cell", "work")]
    [InlineData("310 555 0142, or my assistant is on 213 555 0108", null, "assistant")]
    public void Each_number_is_kept_with_what_the_caller_calls_it(string said, string? first, string? second)
    {
        var numbers = Heard(said).Numbers;
        Assert.Equal(["+13105550142", "+12135550108"], numbers.Select(number => number.Number?.E164));
        Assert.Equal([first, second], numbers.Select(number => number.Label));
    }

    [Fact]
    public void A_number_said_twice_is_one() => Assert.Single(Heard("310 555 0142, again that's 310 555 0142").Numbers);

    [Fact]
    public void An_area_code_may_come_last() => Assert.Equal(TheDesk.JohnsNumber, Heard("five five five oh one four two, area code three one oh").Number?.Number);

    [Fact]
    public void A_number_is_no_part_of_a_name_or_a_matter()
    {
        var answer = Heard("It's John Smith, my cell is 310 555 0142 or the office is 213 555 0108, regarding the merger");
        Assert.Equal(("John Smith", "the merger"), (answer.NameAsked(again: false), answer.Regarding));
    }

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
