using FrontDesk.Calls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: every number that may reach a person, however it is said.</summary>
public sealed class SpokenNumberTests
{
    private static readonly string[] DigitWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    [Theory]
    [InlineData("888-888-8888", "+1" + "8888888888")]
    [InlineData("(310) 555-0142", "+13105550142")]
    [InlineData("310.555.0142", "+13105550142")]
    [InlineData("3105550142", "+13105550142")]
    [InlineData("1 310 555 0142", "+13105550142")]
    [InlineData("+1 (310) 555-0142", "+13105550142")]
    [InlineData("eight eight eight, eight eight eight, eight eight eight eight", "+1" + "8888888888")]
    [InlineData("three one oh, triple five, oh one four two", "+13105550142")]
    [InlineData("three ten, double five five, zero one forty two", "+13105550142")]
    [InlineData("Three one zero. Five five five. Zero one four two.", "+13105550142")]
    [InlineData("eight hundred 555 0142", "+18005550142")]
    [InlineData("my number is 310-555-0142, thank you", "+13105550142")]
    [InlineData("it's area code 310, 555-0142", "+13105550142")]
    [InlineData("310 5 5 5 uh 0 1 4 2", "+13105550142")]
    [InlineData("plus four four two zero seven nine four six oh nine five eight", "+442079460958")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("011 44 20 7946 0958", "+442079460958")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    public void A_number_is_read_as_it_is_said(string said, string e164) => Assert.Equal(PhoneNumber.Parse(e164), SpokenNumber.TryRead(said));

    [Theory]
    [InlineData("")]
    [InlineData("555-0142")]
    [InlineData("you have it")]
    [InlineData("123-456-7890")]
    [InlineData("310-055-0142")]
    [InlineData("020 7946 0958")]
    [InlineData("+1 310 555")]
    [InlineData("plus")]
    [InlineData("two or three people, one of four")]
    [InlineData("31055501423105550142310555014")]
    public void What_cannot_be_dialled_from_anywhere_is_no_number(string said) => Assert.Null(SpokenNumber.TryRead(said));

    [Fact]
    public void Any_number_can_be_said_digit_by_digit() => Prop.ForAll(Gen.Choose(2_000_000, 9_999_999).Zip(Gen.Choose(200, 999)).ToArbitrary(), pair =>
    {
        var digits = $"{pair.Item2}{pair.Item1}";
        var said = string.Join(' ', digits.Select(digit => DigitWords[digit - '0']));
        return SpokenNumber.TryRead(said) == PhoneNumber.Parse($"+1{digits}") && SpokenNumber.FromDigits(digits) == SpokenNumber.TryRead(digits);
    }).Check(Tries.Of(200));

    [Fact]
    public void A_number_the_desk_speaks_is_one_it_would_understand() =>
        Assert.All(["+13105550142", "+442079460958", "+33199001234"], e164 => Assert.Equal(e164, SpokenNumber.TryRead(PhoneNumber.Parse(e164).Spoken)?.E164));
}
