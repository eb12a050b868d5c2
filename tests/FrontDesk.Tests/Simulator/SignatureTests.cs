using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FrontDesk.Simulator.Webhooks;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>The carrier signs as the published test vectors and Twilio's own library do.</summary>
public sealed class SignatureTests
{
    private const string Token = "12345";
    private const string Path = "/myapp.php?foo=1&bar=2";
    private const string Json = """{"property": "value", "boolean": true}""";

    private static readonly (string Name, string Value)[] P =
    [
        ("CallSid", "CA1234567890ABCDE"),
        ("Caller", "+14158675309"),
        ("Digits", "1234"),
        ("From", "+14158675309"),
        ("To", "+18005551212"),
    ];

    private static readonly (string Name, string Value)[] Duplicates =
    [
        ("Sid", "CA123"),
        ("SidAccount", "AC123"),
        ("Digits", "5678"),
        ("Digits", "1234"),
        ("Digits", "1234"),
    ];

    /// <summary>Where each vector is from: the tests of twilio-python, -node, -csharp, -go and GoAlert, Twilio's pages, or worked out here.</summary>
    private static readonly Vector[] Vectors =
    [
        new(1, "python, node, csharp", "https://mycompany.com" + Path, P, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        new(2, "csharp: the host's case counts", "https://MyCompany.com" + Path, P, "g9IN/x4Cft2g517EjYvEvM/W7LU="),
        new(3, "csharp", "https://MyCompany.com:1234" + Path, P, "PCqOZm8cnu/L6+u5i5fuEd+Iac4="),
        new(4, "csharp", "http://MyCompany.com" + Path, P, "XY7AlKOKL6im4yWyX84gldUrtis="),
        new(5, "python, node", "https://mycompany.com:443" + Path, P, "kvajT1Ptam85bY51eRf/AJRuM3w="),
        new(6, "python, node", "http://mycompany.com:80" + Path, P, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        new(7, "python, node", "https://mycompany.com:1234" + Path, P, "CYn1h0gLBdNxDGkKJg6hYohgeD8="),
        new(8, "python, node", "http://mycompany.com:1234" + Path, P, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        new(9, "csharp, signing the literal URL", "http://username:password@MyCompany.com" + Path, P, "PJ08CxXr7KLPjEQCTc8LkUSMwSM="),
        new(10, "python, node, csharp: JSON", WebhookSigner.WithBodyHash("https://mycompany.com" + Path, Encoding.UTF8.GetBytes(Json)), [], "a9nBmqA0ju/hNViExpshrM61xv4="),
        new(11, "python, node, csharp: JSON, no other query", WebhookSigner.WithBodyHash("https://mycompany.com/myapp.php", Encoding.UTF8.GetBytes(Json)), [], "y77kIzt2vzLz71DgmJGsen2scGs="),
        new(12, "python: duplicates once, in order", "https://mycompany.com" + Path, Duplicates, "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
        new(13, "go: Reason before ReasonConferenceEnded", "https://mycompany.com" + Path, [.. P, ("ReasonConferenceEnded", "test"), ("Reason", "Participant")], "vOEb5UThFn24KEfnOFLQY2AE5FY="),
        new(14, "docs, usage/security", "https://example.com" + Path, Calling("+14158675310"), "L/OH5YylLD5NRKLltdqwSvS0BnU="),
        new(15, "docs, webhooks-security", "https://mycompany.com" + Path, Calling("+12349013030"), "0/KCTR6DLpKmkAf8muzZqo1nDgQ="),
        new(16, "goalert", "https://mycompany.com" + Path, Calling("+14158675310"), "GvWf1cFY/Q7PnoempGyD5oXAezc="),
        new(17, "worked out here: beyond ASCII, and empty", "https://mycompany.com" + Path, [.. P, ("Body", "héllo ☎ مرحبا"), ("Empty", "")], "Cd5Tr1k+HIz8SZu0BDePxpqmzMM="),
        new(18, "worked out here: values joined by commas", "https://mycompany.com" + Path, [.. P, ("MediaUrl", "https://b,https://a,https://b")], "dAci2Dd85dIoY6y/dzG2hnYfnKU="),
        new(19, "worked out here: values once, in order", "https://mycompany.com" + Path, [.. P, ("MediaUrl", "https://b"), ("MediaUrl", "https://a"), ("MediaUrl", "https://b")], "dley3bg59EHlWDhYHQYawOK5esI="),
        new(20, "worked out here: GET", "https://mycompany.com/voice?CallSid=CA1234567890ABCDE&From=%2B14158675309&To=%2B18005551212", [], "dJ9NRoS3i9pSsg4x7xlUrz/hFR0="),
    ];

    public static TheoryData<int, string> Numbers => [.. Vectors.Select(vector => new TheoryDataRow<int, string>(vector.Number, vector.Origin))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_carrier_signs_like_the_vector(int number, string origin)
    {
        var vector = Vectors[number - 1];
        Assert.Equal(vector.Origin, origin);
        Assert.Equal(vector.Signature, WebhookSigner.Sign(Token, vector.Url, Fields(vector.Form)));
    }

    [Fact]
    public void A_JSON_body_is_signed_by_its_hash() =>
        Assert.EndsWith("&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", Vectors[9].Url, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://desk.example:8443/voice", true, "https://desk.example/voice")]
    [InlineData("https://desk.example:8443/text", false, "https://desk.example:8443/text")]
    [InlineData("http://desk.example:8080/voice?a=%20b", true, "http://desk.example:8080/voice?a=%20b")]
    [InlineData("https://user:secret@desk.example/voice#rc=2&rp=5xx", true, "https://desk.example/voice")]
    [InlineData("https://[::1]:8443/voice", true, "https://[::1]/voice")]
    [InlineData("https://desk.example?x=1@2", true, "https://desk.example?x=1@2")]
    public void What_is_signed_is_the_address_as_configured_without_what_never_travels(string configured, bool voice, string signed) =>
        Assert.Equal(signed, WebhookSigner.UrlToSign(configured, voice));

    [Fact]
    public async Task Twilio_s_own_library_computes_the_same()
    {
        var modules = Environment.GetEnvironmentVariable("FRONTDESK_TWILIO_NODE_MODULES") ?? "node_modules";
        Assert.SkipUnless(Directory.Exists(System.IO.Path.Combine(modules, "twilio")),
            "The npm package twilio is not installed: set FRONTDESK_TWILIO_NODE_MODULES, or install it into ./node_modules.");
        // Without a comma-joined value or userinfo, where the libraries differ among themselves.
        foreach (var vector in Vectors.Where(vector => vector.Number is not (9 or 18)))
            Assert.Equal(await ByNodeAsync(modules, vector), WebhookSigner.Sign(Token, vector.Url, Fields(vector.Form)));
    }

    private static async Task<string> ByNodeAsync(string modules, Vector vector)
    {
        const string Script = """
            const [modules, token, url, form] = process.argv.slice(1);
            const { getExpectedTwilioSignature } = require(require('path').resolve(modules, 'twilio/lib/webhooks/webhooks'));
            process.stdout.write(getExpectedTwilioSignature(token, url, JSON.parse(form)));
            """;
        var form = vector.Form.GroupBy(field => field.Name).ToDictionary(
            field => field.Key, field => field.Count() == 1 ? (object)field.First().Value : field.Select(one => one.Value).ToArray(), StringComparer.Ordinal);
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script, "--", modules, Token, vector.Url, JsonSerializer.Serialize(form)]) { RedirectStandardOutput = true })!;
        var signature = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return signature;
    }

    private static (string Name, string Value)[] Calling(string number) =>
        Array.ConvertAll(P, field => field.Name is "From" or "Caller" ? (field.Name, number) : field);

    private static IEnumerable<KeyValuePair<string, string>> Fields((string Name, string Value)[] form) =>
        form.Select(field => KeyValuePair.Create(field.Name, field.Value));

    private sealed record Vector(int Number, string Origin, string Url, (string Name, string Value)[] Form, string Signature);
}
