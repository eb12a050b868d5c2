using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Telephony;
using Xunit;

namespace FrontDesk.Tests.Telephony;

/// <summary>The desk's validator and the carrier's own library, asked about the same requests, agree on each.</summary>
public sealed class SignatureByNodeTests
{
    private const string Token = "12345";
    private const string Address = "https://desk.example.org";

    private const string Script = """
        const { validateRequest } = require(require('path').resolve(process.argv[1], 'twilio/lib/webhooks/webhooks'));
        let text = '';
        process.stdin.on('data', more => text += more).on('end', () => process.stdout.write(JSON.stringify(
            JSON.parse(text).map(one => validateRequest(one.token, one.signature, one.url, one.form)))));
        """;

    [Fact]
    public async Task The_carrier_s_own_library_lets_in_whom_we_let_in_and_nobody_else()
    {
        var modules = Environment.GetEnvironmentVariable("FRONTDESK_TWILIO_NODE_MODULES") ?? "node_modules";
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "twilio")),
            "The npm package twilio is not installed: set FRONTDESK_TWILIO_NODE_MODULES, or install it into ./node_modules.");
        var random = new Random(20);
        var requests = Enumerable.Range(0, 400).Select(i => Request(random, altered: i % 2 == 1)).ToList();

        var theirs = await ByNodeAsync(modules, requests);
        var ours = requests.Select(Ours).ToList();

        Assert.Equal(theirs, ours);
        Assert.Equal(200, ours.Count(genuine => genuine));
    }

    private static Asked Request(Random random, bool altered)
    {
        var signed = new SignedRequest
        {
            Address = Address,
            Target = $"/twilio/voice/heard?step={random.Next(9)}&words={Uri.EscapeDataString(Words(random))}",
            Token = Token,
            Fields = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => (Name(random), Words(random))).DistinctBy(sent => sent.Item1)],
        };
        return new Asked(altered ? signed with { Fields = [.. signed.Fields, ("Zulu", "1")] } : signed, signed.Signature);
    }

    private static bool Ours(Asked asked)
    {
        var encoded = string.Join('&', asked.Request.Fields.Select(sent => $"{Uri.EscapeDataString(sent.Name)}={Uri.EscapeDataString(sent.Value)}"));
        using var form = WebhookForm.Parse(Encoding.UTF8.GetBytes(encoded))!;
        return new TwilioSignature(new Uri(Address), Token).Signs(asked.Request.Target, form, asked.Signature);
    }

    private static async Task<List<bool>> ByNodeAsync(string modules, List<Asked> requests)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script, "--", modules]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(requests.Select(asked => new
        {
            token = Token,
            signature = asked.Signature,
            url = asked.Request.Address + asked.Request.Target,
            form = asked.Request.Fields.ToDictionary(sent => sent.Name, sent => sent.Value, StringComparer.Ordinal),
        })).AsMemory(), cancel);
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync(cancel);
        await node.WaitForExitAsync(cancel);
        return JsonSerializer.Deserialize<List<bool>>(answer)!;
    }

    private static string Name(Random random) => new([.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => "abzABZ_09"[random.Next(9)])]);

    private static string Words(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => new[] { "a", "Z", " ", "+", "&", "=", "%", "é", "☎", "م", "🎬", "'", "\"", "\n" }[random.Next(14)]));

    private sealed record Asked(SignedRequest Request, string Signature);
}
