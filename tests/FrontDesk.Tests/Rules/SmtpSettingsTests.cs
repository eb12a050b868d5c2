using FrontDesk.Web;
using FrontDesk.Web.Mail;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class SmtpSettingsTests
{
    [Fact]
    public void A_desk_that_mails_nothing_says_nothing_of_mail() => Assert.Null(Read().Smtp);

    [Fact]
    public void A_mail_server_is_reached_on_the_usual_port_without_a_name_unless_told() => Assert.Equal(
        new SmtpSettings { Host = "smtp.example.org", Port = 587, From = "desk@example.org" },
        Read(("Smtp:Host", "smtp.example.org"), ("Smtp:From", "desk@example.org")).Smtp);

    [Fact]
    public void Everything_wrong_is_said_at_once_each_with_the_name_of_its_setting()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(("Smtp:Port", "soon"), ("Smtp:User", "desk"), ("Smtp:From", "desk@example.org\r\nBcc: eve@example.org")));
        Assert.Equal(["Smtp:Host", "Smtp:From", "Smtp:Password", "Smtp:Port"], refused.Problems.Select(problem => problem.Split(' ')[0]));
        Assert.Equal("Smtp:User", Assert.Single(Assert.Throws<SettingsException>(() => Read(("Smtp:Host", "h"), ("Smtp:From", "a@b"), ("Smtp:Password", "p"))).Problems).Split(' ')[0]);
    }

    [Theory]
    [InlineData("margaret@example.org", true)]
    [InlineData("margaret+desk@mail.example.org", true)]
    [InlineData("margaret", false)]
    [InlineData("margaret@example.org,eve@example.org", false)]
    [InlineData("margaret@example.org\nBcc: eve@example.org", false)]
    [InlineData("margaret@example.org\n", false)]
    [InlineData("Margaret <margaret@example.org>", false)]
    [InlineData("márgaret@example.org", false)]
    [InlineData("@example.org", false)]
    [InlineData(null, false)]
    public void An_address_is_one_mailbox_and_nothing_around_it(string? text, bool isOne) => Assert.Equal(isOne, MailAddress.IsOne(text));

    private static Settings Read(params (string Name, string? Value)[] settings) => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build());
}
