using System.Text;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Telephony;

/// <summary>The published vectors, and our own where none are (TWILIO.md §2.2), against the desk's validator alone.</summary>
public sealed class SignatureVectorTests
{
    private const string Token = "12345";
    private const string Path = "/myapp.php?foo=1&bar=2";
    private const string Json = """{"property": "value", "boolean": true}""";
    private const string JsonHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private static readonly (string Name, string Value)[] P = Parameters("+14158675309");

    // Number, public address, target, form (null: none), signature.
    private static readonly (int Number, string Address, string Target, (string, string)[]? Form, string Signature)[] Vectors =
    [
        (1, "https://mycompany.com", Path, P, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        (2, "https://MyCompany.com", Path, P, "g9IN/x4Cft2g517EjYvEvM/W7LU="),
        (3, "https://MyCompany.com:1234", Path, P, "PCqOZm8cnu/L6+u5i5fuEd+Iac4="),
        (4, "http://MyCompany.com", Path, P, "XY7AlKOKL6im4yWyX84gldUrtis="),
        (5, "https://mycompany.com:443", Path, P, "kvajT1Ptam85bY51eRf/AJRuM3w="),
        (6, "http://mycompany.com:80", Path, P, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        (7, "https://mycompany.com:1234", Path, P, "CYn1h0gLBdNxDGkKJg6hYohgeD8="),
        (8, "http://mycompany.com:1234", Path, P, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        (10, "https://mycompany.com", $"{Path}&bodySHA256={JsonHash}", null, "a9nBmqA0ju/hNViExpshrM61xv4="),
        (11, "https://mycompany.com", $"/myapp.php?bodySHA256={JsonHash}", null, "y77kIzt2vzLz71DgmJGsen2scGs="),
        (12, "https://mycompany.com", Path, [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")], "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
        (13, "https://mycompany.com", Path, [.. P, ("ReasonConferenceEnded", "test"), ("Reason", "Participant")], "vOEb5UThFn24KEfnOFLQY2AE5FY="),
        (14, "https://example.com", Path, Parameters("+14158675310"), "L/OH5YylLD5NRKLltdqwSvS0BnU="),
        (15, "https://mycompany.com", Path, Parameters("+12349013030"), "0/KCTR6DLpKmkAf8muzZqo1nDgQ="),
        (16, "https://mycompany.com", Path, Parameters("+14158675310"), "GvWf1cFY/Q7PnoempGyD5oXAezc="),
        (17, "https://mycompany.com", Path, [.. P, ("Body", "héllo ☎ مرحبا"), ("Empty", "")], "Cd5Tr1k+HIz8SZu0BDePxpqmzMM="),
        (18, "https://mycompany.com", Path, [.. P, ("MediaUrl", "https://b,https://a,https://b")], "dAci2Dd85dIoY6y/dzG2hnYfnKU="),
        (19, "https://mycompany.com", Path, [.. P, ("MediaUrl", "https://b"), ("MediaUrl", "https://a"), ("MediaUrl", "https://b")], "dley3bg59EHlWDhYHQYawOK5esI="),
        (20, "https://mycompany.com", "/voice?CallSid=CA1234567890ABCDE&From=%2B14158675309&To=%2B18005551212", null, "dJ9NRoS3i9pSsg4x7xlUrz/hFR0="),
    ];

    public static TheoryData<int> Numbers => [.. Vectors.Select(vector => vector.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_published_signature_is_genuine(int number)
    {
        var (_, address, target, form, signature) = Vector(number);

        Assert.True(Signs(address, target, form, signature));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_published_signature_vouches_for_nothing_else(int number)
    {
        var (_, address, target, form, signature) = Vector(number);

        Assert.False(Signs(address, target, form, signature, token: "12346"));
        Assert.False(Signs(address, target + "&more=1", form, signature));
        Assert.False(Signs(address, "/other" + target, form, signature));
        Assert.False(Signs(address.Replace("company", "c0mpany", StringComparison.OrdinalIgnoreCase).Replace("example", "ex4mple", StringComparison.Ordinal), target, form, signature));
        Assert.False(Signs(address, target, [.. form ?? [], ("Zulu", "1")], signature));
        Assert.False(Signs(address, target, form, Altered(signature)));
    }

    [Fact]
    public void Vector_9_credentials_in_the_address_are_not_signed()
    {
        // The C# library signs them literally (PJ08CxXr7KLPjEQCTc8LkUSMwSM=); the carrier drops them first, so that number 4 results.
        Assert.True(Signs("http://username:password@MyCompany.com", Path, P, "XY7AlKOKL6im4yWyX84gldUrtis="));
        Assert.False(Signs("http://username:password@MyCompany.com", Path, P, "PJ08CxXr7KLPjEQCTc8LkUSMwSM="));
    }

    [Fact]
    public void Vector_18_a_repeated_name_is_not_joined_with_commas()
    {
        var form = Vector(19).Form;

        Assert.False(Signs("https://mycompany.com", Path, form, Vector(18).Signature));
    }

    [Fact]
    public void Vector_13_a_name_that_begins_another_comes_first()
    {
        Assert.False(Signs("https://mycompany.com", Path, Vector(13).Form, "95+Bu0JVPi0r/SsESZCVf0dWAjw="));
    }

    [Theory]
    [InlineData("https://mycompany.com:1234", 1)] // voice over https drops the port
    [InlineData("https://mycompany.com", 5)]
    [InlineData("http://mycompany.com", 6)]
    [InlineData("https://mycompany.com:443", 1)]
    public void The_port_may_be_signed_or_not(string address, int signedAs)
    {
        Assert.True(Signs(address, Path, P, Vector(signedAs).Signature));
    }

    [Fact]
    public void Another_port_than_ours_is_another_address()
    {
        Assert.False(Signs("https://mycompany.com", Path, P, Vector(7).Signature));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void The_hash_in_the_address_vouches_for_the_body(int number)
    {
        var query = WebhookForm.Parse(Encoding.UTF8.GetBytes(Vector(number).Target.Split('?')[1]))!;

        Assert.True(TwilioSignature.IsBodyOf(query, Encoding.UTF8.GetBytes(Json)));
        Assert.False(TwilioSignature.IsBodyOf(query, Encoding.UTF8.GetBytes(Json + " ")));
        Assert.False(TwilioSignature.IsBodyOf(query, []));
    }

    [Fact]
    public void Without_a_hash_in_the_address_no_body_is_vouched_for()
    {
        Assert.False(TwilioSignature.IsBodyOf(WebhookForm.Parse("foo=1"u8)!, Encoding.UTF8.GetBytes(Json)));
    }

    [Fact]
    public void While_tokens_are_rotated_either_signs()
    {
        var signature = new TwilioSignature(new Uri("https://mycompany.com"), "the new one", Token);

        Assert.True(signature.Signs(Path, Form(P), Vector(1).Signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("RSOYDt4T1cUTdK1PDd93")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void What_is_no_signature_is_not_genuine(string signature)
    {
        Assert.False(Signs("https://mycompany.com", Path, P, signature));
    }

    [Fact]
    public void Checking_a_signature_leaves_nothing_to_sweep_up()
    {
        var signature = new TwilioSignature(new Uri("https://mycompany.com"), Token);
        using var form = Form(P);
        for (var i = 0; i < 100; i++)
        {
            signature.Signs(Path, form, Vector(1).Signature);
        }

        var genuine = Vector(1).Signature;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            signature.Signs(Path, form, genuine);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 64);
    }

    private static bool Signs(string address, string target, (string, string)[]? form, string signature, string token = Token) =>
        new TwilioSignature(new Uri(address), token).Signs(target, form is null ? null : Form(form), signature);

    private static WebhookForm Form((string Name, string Value)[] fields) =>
        WebhookForm.Parse(Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))))!;

    private static (int Number, string Address, string Target, (string, string)[]? Form, string Signature) Vector(int number) =>
        Vectors.Single(vector => vector.Number == number);

    private static string Altered(string signature) => (signature[0] == 'A' ? 'B' : 'A') + signature[1..];

    private static (string, string)[] Parameters(string from) =>
        [("CallSid", "CA1234567890ABCDE"), ("Caller", from), ("Digits", "1234"), ("From", from), ("To", "+18005551212")];
}
