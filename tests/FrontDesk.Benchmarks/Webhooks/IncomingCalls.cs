using System.Text;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>First webhooks of distinct calls, with the fields and headers the carrier sends. Same seed, same calls.</summary>
public sealed class IncomingCalls(int seed)
{
    private readonly Random random = new(seed);

    public string NextSid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return "CA" + Convert.ToHexStringLower(bytes);
    }

    /// <summary>About one caller in two is in the book (<see cref="Seeding.PastCalls.Contacts"/>).</summary>
    public Dictionary<string, string> Next()
    {
        var caller = Seeding.PastCalls.NumberOf(random.Next(2 * Seeding.PastCalls.Contacts));
        return new(StringComparer.Ordinal)
        {
            ["AccountSid"] = Account.Sid,
            ["ApiVersion"] = "2010-04-01",
            ["CallSid"] = NextSid(),
            ["CallStatus"] = "ringing",
            ["Called"] = Account.LineNumber,
            ["CalledCity"] = "LOS ANGELES",
            ["CalledCountry"] = "US",
            ["CalledState"] = "CA",
            ["CalledZip"] = "90012",
            ["Caller"] = caller,
            ["CallerCity"] = "BURBANK",
            ["CallerCountry"] = "US",
            ["CallerState"] = "CA",
            ["CallerZip"] = "91502",
            ["Direction"] = "inbound",
            ["From"] = caller,
            ["FromCity"] = "BURBANK",
            ["FromCountry"] = "US",
            ["FromState"] = "CA",
            ["FromZip"] = "91502",
            ["StirVerstat"] = "TN-Validation-Passed-A",
            ["To"] = Account.LineNumber,
            ["ToCity"] = "LOS ANGELES",
            ["ToCountry"] = "US",
            ["ToState"] = "CA",
            ["ToZip"] = "90012",
        };
    }

    /// <summary>A whole HTTP request. All have the same size: no field varies in length.</summary>
    public byte[] NextRequest()
    {
        var url = new Uri(Account.PublicUrl + Account.VoicePath);
        var signed = SignedRequest.Of(url, Next());
        return Encoding.ASCII.GetBytes(
            $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Host}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n" +
            $"Cache-Control: max-age=259200\r\nX-Twilio-Signature: {signed.Signature}\r\n" +
            $"Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: {signed.Body.Length}\r\n\r\n{signed.Body}");
    }
}
