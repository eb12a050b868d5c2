using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+13105550142", "310-555-0142", "3 1 0, 5 5 5, 0 1 4 2", "+*******0142")]
    [InlineData("+442079460958", "+44 207 946 0958", "plus 4 4, 2 0 7, 9 4 6, 0 9 5 8", "+********0958")]
    [InlineData("+353" + "15550142", "+353 155 501 42", "plus 3 5 3, 1 5 5, 5 0 1, 4 2", "+*******0142")]
    [InlineData("+33199001234", "+33 199 001 234", "plus 3 3, 1 9 9, 0 0 1, 2 3 4", "+*******1234")]
    [InlineData("+7495" + "5550142", "+7 495 555 0142", "plus 7, 4 9 5, 5 5 5, 0 1 4 2", "+*******0142")]
    [InlineData("+2905550", "+290 5550", "plus 2 9 0, 5 5 5 0", "+***5550")]
    public void A_number_is_grouped_for_the_eye_and_the_ear_and_hidden_from_logs(string e164, string shown, string spoken, string masked)
    {
        var number = PhoneNumber.Parse(e164);
        Assert.Equal((shown, spoken, masked), (number.Shown, number.Spoken, number.Masked));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3105550142")]
    [InlineData("+1310555014a")]
    [InlineData("+031055501")]
    [InlineData("+123456")]
    [InlineData("+1234567890123456")]
    [InlineData("+１２３４５６７８９")]
    public void Nothing_but_E164_is_a_number(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));
}
