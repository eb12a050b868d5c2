using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>TWILIO.md §1.2: what the carrier says of the calling party, in every spelling seen.</summary>
public sealed class CallerIdTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("+266696687")]
    [InlineData("+86282452253")]
    [InlineData("+8656696")]
    [InlineData("+2562533")]
    [InlineData("+737" + "8742833")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("RESTRICTED")]
    [InlineData("unknown")]
    [InlineData("Private")]
    [InlineData("unavailable")]
    [InlineData("Unknown Caller")]
    [InlineData("No Caller ID")]
    [InlineData("PRIVATE NUMBER")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    [InlineData("SIP:Restricted@desk.example.org:5060")]
    public void A_number_withheld_in_any_spelling_is_one_value_C28(string? from) => Assert.Equal(new CallerId.Withheld(), CallerId.Of(from));

    [Theory]
    [InlineData("+13105550142")]
    [InlineData(" +13105550142 ")]
    [InlineData("+442079460958")]
    [InlineData("+46701740605")]
    public void A_number_in_E164_is_a_phone(string from) => Assert.Equal(new CallerId.Phone(PhoneNumber.Parse(from.Trim())), CallerId.Of(from));

    [Fact]
    public void Other_parties_keep_what_the_carrier_said_of_them_C29()
    {
        Assert.Equal(new CallerId.Sip("sip:alice@example.org"), CallerId.Of("sip:alice@example.org"));
        Assert.Equal(new CallerId.Sip("sip:+13105550142@desk.example.org:5060;transport=udp"), CallerId.Of("sip:+13105550142@desk.example.org:5060;transport=udp"));
        Assert.Equal(new CallerId.Client("alice"), CallerId.Of("client:alice"));
        Assert.Equal(new CallerId.Raw("72345"), CallerId.Of("72345"));
        Assert.Equal(new CallerId.Raw("PRIVATE EYE LTD"), CallerId.Of("PRIVATE EYE LTD"));
        Assert.Equal(new CallerId.Raw("+01234" + "56789"), CallerId.Of("+01234" + "56789"));
    }
}
