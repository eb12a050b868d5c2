using FrontDesk.Reconciling;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Where the carrier sends what reaches our lines, against where we want it.</summary>
public sealed class NumberCheckTests
{
    private const string Ours = "https://desk.example.org";
    private static readonly PhoneNumber Line = PhoneNumber.Parse("+13105550100");

    private static readonly NumberAtCarrier AsWeWantIt = new()
    {
        Number = Line.E164,
        VoiceUrl = $"{Ours}/twilio/voice#rc=2&rp=5xx,ct,rt&ct=2000&rt=8000",
        VoiceMethod = "POST",
        VoiceFallbackUrl = $"{Ours}/twilio/voice/fallback",
        VoiceStatusUrl = "HTTPS://DESK.example.org:443/twilio/voice/status ",
        TextUrl = $"{Ours}/twilio/text",
        TextFallbackUrl = "",
    };

    [Fact]
    public void A_number_that_leads_to_us_differs_in_nothing() => Assert.Empty(Of(AsWeWantIt));

    [Fact]
    public void Each_address_that_leads_elsewhere_is_told_with_both()
    {
        Assert.Equal(
            [new(Line.E164, NumberSetting.Voice, $"{Ours}/twilio/voice", "https://elsewhere.example.com/voice"), new(Line.E164, NumberSetting.VoiceStatus, $"{Ours}/twilio/voice/status", null)],
            Of(AsWeWantIt with { VoiceUrl = "https://elsewhere.example.com/voice", VoiceStatusUrl = null }));
        Assert.Equal([NumberSetting.VoiceFallback, NumberSetting.Text], Of(AsWeWantIt with { VoiceFallbackUrl = "", TextUrl = "  " }).Select(difference => difference.Setting));
        Assert.Equal(
            new NumberDifference(Line.E164, NumberSetting.TextFallback, null, "https://elsewhere.example.com/sms"),
            Assert.Single(Of(AsWeWantIt with { TextFallbackUrl = "https://elsewhere.example.com/sms" })));
    }

    [Theory]
    [InlineData("http://desk.example.org/twilio/voice")]
    [InlineData("https://desk.example.org/twilio/voice/")]
    [InlineData("https://desk.example.org/Twilio/Voice")]
    [InlineData("https://desk.example.org/twilio/voice?who=1")]
    [InlineData("https://desk.example.org.evil.example.com/twilio/voice")]
    [InlineData("desk.example.org/twilio/voice")]
    public void Nearly_our_address_is_not_ours(string url) =>
        Assert.Equal(NumberSetting.Voice, Assert.Single(Of(AsWeWantIt with { VoiceUrl = url })).Setting);

    [Fact]
    public void An_address_that_is_asked_by_another_method_is_told() =>
        Assert.Equal("GET https://desk.example.org/twilio/text", Assert.Single(Of(AsWeWantIt with { TextMethod = "GET" })).Theirs);

    [Fact]
    public void An_application_or_trunk_takes_the_calls_whatever_the_addresses_say()
    {
        Assert.Equal(new NumberDifference(Line.E164, NumberSetting.CallsElsewhere, null, "AP1"), Assert.Single(Of(AsWeWantIt with { CallsGoTo = "AP1" })));
        Assert.Equal(new NumberDifference(Line.E164, NumberSetting.TextsElsewhere, null, "AP2"), Assert.Single(Of(AsWeWantIt with { TextsGoTo = "AP2" })));
        Assert.False(NumberCheck.SendsUsCalls(AsWeWantIt with { CallsGoTo = "AP1" }, Ours));
        Assert.True(NumberCheck.SendsUsCalls(AsWeWantIt, Ours));
    }

    [Fact]
    public void A_number_that_takes_no_texts_needs_no_address_for_them() => Assert.Empty(Of(AsWeWantIt with { TakesTexts = false, TextUrl = null }));

    [Fact]
    public void A_line_the_account_does_not_have_is_told() =>
        Assert.Equal(new NumberDifference(Line.E164, NumberSetting.NotThere, null, null), Assert.Single(NumberCheck.Of([Line, Line], [], Ours)));

    [Fact]
    public void Numbers_no_desk_has_claimed_are_nobody_s_to_compare() => Assert.Empty(NumberCheck.Of([], [AsWeWantIt with { VoiceUrl = null }], Ours));

    private static IReadOnlyList<NumberDifference> Of(NumberAtCarrier theirs) => NumberCheck.Of([Line], [theirs], Ours);
}
