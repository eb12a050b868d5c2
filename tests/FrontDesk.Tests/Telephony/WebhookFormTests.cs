using System.Text;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Telephony;

/// <summary>How the desk reads what a webhook brings.</summary>
public sealed class WebhookFormTests
{
    [Fact]
    public void Fields_are_decoded_and_keep_their_order()
    {
        using var form = WebhookForm.Parse("From=%2B13105550142&Body=h%C3%A9llo+there&Empty=&Bare&=anonymous"u8)!;

        Assert.Equal(5, form.Count);
        Assert.Equal("+13105550142", form["From"u8]);
        Assert.Equal("héllo there", form["Body"u8]);
        Assert.Equal("", form["Empty"u8]);
        Assert.Equal("", form["Bare"u8]);
        Assert.Equal("anonymous", form[""u8]);
        Assert.Null(form["Absent"u8]);
    }

    [Fact]
    public void F14_of_a_repeated_field_the_first_stands()
    {
        using var form = WebhookForm.Parse("Digits=5678&Digits=1234"u8)!;

        Assert.Equal("5678", form["Digits"u8]);
    }

    [Fact]
    public void Names_differ_by_case()
    {
        using var form = WebhookForm.Parse("from=mallory&From=danni"u8)!;

        Assert.Equal("danni", form["From"u8]);
    }

    [Theory]
    [InlineData("Body=%")]
    [InlineData("Body=%4")]
    [InlineData("Body=%zz")]
    [InlineData("%4=Body")]
    public void F15_bad_percent_encoding_is_no_form(string encoded)
    {
        Assert.Null(WebhookForm.Parse(Encoding.UTF8.GetBytes(encoded)));
    }

    [Fact]
    public void F15_thousands_of_keys_are_no_form()
    {
        static byte[] Keys(int count) => Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, count).Select(i => $"k{i}={i}")));

        Assert.Null(WebhookForm.Parse(Keys(WebhookForm.MostFields + 1)));
        using var full = WebhookForm.Parse(Keys(WebhookForm.MostFields));
        Assert.Equal("255", full!["k255"u8]);
    }
}
