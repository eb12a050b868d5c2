using FrontDesk.Contacts;
using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class WrittenNumberTests
{
    private static readonly PhoneNumber LosAngeles = PhoneNumber.Parse("+13105550100");
    private static readonly PhoneNumber London = PhoneNumber.Parse("+442079460100");

    [Theory]
    [InlineData("(310) 555-0142", "+13105550142")]
    [InlineData("310.555.0142", "+13105550142")]
    [InlineData("1 310 555 0142", "+13105550142")]
    [InlineData("+1-310-555-0142", "+13105550142")]
    [InlineData("tel:+1-310-555-0142", "+13105550142")]
    [InlineData("(+44) 20 7946 0958", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("011 44 20 7946 0958", "+442079460958")]
    [InlineData(" 310\u00A0555\u20110142 ", "+13105550142")]
    public void A_number_is_read_as_people_write_it(string written, string number) =>
        Assert.Equal(number, WrittenNumber.Read(written, LosAngeles)?.Number.E164);

    [Theory]
    [InlineData("020 7946 0958", "+442079460958")]
    [InlineData("00 1 310 555 0142", "+13105550142")]
    [InlineData("442079460958", "+442079460958")]
    public void What_has_no_country_is_of_the_desks_own(string written, string number) =>
        Assert.Equal(number, WrittenNumber.Read(written, London)?.Number.E164);

    [Theory]
    [InlineData("(310) 555-0142 x12", "12")]
    [InlineData("(310) 555-0142 ext. 12", "12")]
    [InlineData("(310) 555-0142, extension 12", "12")]
    [InlineData("tel:+13105550142;ext=12", "12")]
    [InlineData("310-555-0142 #12", "12")]
    [InlineData("310-555-0142", null)]
    public void An_extension_is_told_apart(string written, string? extension) =>
        Assert.Equal(("+13105550142", extension), WrittenNumber.Read(written, LosAngeles) is { } read ? (read.Number.E164, read.Extension) : default);

    [Theory]
    [InlineData("")]
    [InlineData("555-0142")]
    [InlineData("call Priya")]
    [InlineData("310-555-0142 or 0143")]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void What_cannot_be_dialled_is_no_number(string written) => Assert.Null(WrittenNumber.Read(written, LosAngeles));

    [Fact]
    public void Without_a_line_only_a_number_with_its_country_is_one()
    {
        Assert.Null(WrittenNumber.Read("(310) 555-0142", home: null));
        Assert.Equal("+13105550142", WrittenNumber.Read("+1 310 555 0142", home: null)?.Number.E164);
    }
}
