using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Telephony;

/// <summary>Who gets in at the webhooks' door, over real HTTP.</summary>
public sealed class WebhookDoorTests : IAsyncLifetime
{
    private DoorUnderTest door = null!;

    public async ValueTask InitializeAsync() => door = await DoorUnderTest.OpenAsync();

    public ValueTask DisposeAsync() => door.DisposeAsync();

    [Fact]
    public async Task The_carrier_gets_in()
    {
        var (status, body) = await door.SendAsync(DoorUnderTest.Genuine().To(door.Reached));

        Assert.Equal((200, "CA00000000000000000000000000000001"), (status, body));
    }

    [Fact]
    public async Task While_tokens_are_rotated_either_gets_in_and_no_third()
    {
        Assert.Equal(200, (await door.SendAsync(DoorUnderTest.Genuine(token: DoorUnderTest.NextToken).To(door.Reached))).Status);
        await RefusedAsync(DoorUnderTest.Genuine(token: "the token before").To(door.Reached));
    }

    [Fact]
    public async Task The_query_is_signed_exactly_as_it_was_sent()
    {
        var odd = DoorUnderTest.Genuine("/twilio/voice?b=%7e~&a=%C3%A9+x&&c");

        Assert.Equal(200, (await door.SendAsync(odd.To(door.Reached))).Status);
        await RefusedAsync(Altered(odd, "/twilio/voice?b=~~&a=%C3%A9+x&&c"));
        await RefusedAsync(Altered(odd, "/twilio/voice?a=%C3%A9+x&&c&b=%7e~"));
        await RefusedAsync(Altered(odd, "/twilio/voice"));
    }

    [Fact]
    public async Task The_path_is_signed_as_it_was_sent()
    {
        await RefusedAsync(Altered(DoorUnderTest.Genuine(), "/twilio/voice/"));
        await RefusedAsync(Altered(DoorUnderTest.Genuine(), "/Twilio/Voice"));
        await RefusedAsync(Altered(DoorUnderTest.Genuine(), "/twilio/%76oice"));
        Assert.Equal(200, (await door.SendAsync(DoorUnderTest.Genuine("/twilio/voice/").To(door.Reached))).Status);
    }

    [Fact]
    public async Task S88_no_signature_an_empty_one_or_two_are_refused()
    {
        var none = DoorUnderTest.Genuine().To(door.Reached);
        none.Headers.Remove("X-Twilio-Signature");
        var empty = DoorUnderTest.Genuine().To(door.Reached);
        empty.Headers.Remove("X-Twilio-Signature");
        empty.Headers.TryAddWithoutValidation("X-Twilio-Signature", "");
        var two = DoorUnderTest.Genuine().To(door.Reached);
        two.Headers.TryAddWithoutValidation("X-Twilio-Signature", DoorUnderTest.Genuine().Signature);

        await RefusedAsync(none);
        await RefusedAsync(empty);
        await RefusedAsync(two);
    }

    [Fact]
    public async Task S88_another_account_is_refused_though_our_token_signed_it()
    {
        await RefusedAsync(DoorUnderTest.Genuine(account: "AC00000000000000000000000000000a12").To(door.Reached));
        await RefusedAsync((DoorUnderTest.Genuine() with { Fields = [("CallSid", "CA00000000000000000000000000000001")] }).To(door.Reached));
    }

    [Theory]
    [InlineData("Host", "desk.example.org.evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Prefix", "/elsewhere")]
    [InlineData("X-Original-Host", "evil.example")]
    [InlineData("X-HTTP-Method-Override", "GET")]
    public async Task S90_no_header_moves_our_address(string name, string value)
    {
        var genuine = DoorUnderTest.Genuine().To(door.Reached);
        genuine.Headers.TryAddWithoutValidation(name, value);
        var forged = (DoorUnderTest.Genuine() with { Address = "https://" + value }).To(door.Reached);
        forged.Headers.TryAddWithoutValidation(name, value);

        Assert.Equal(200, (await door.SendAsync(genuine)).Status);
        await RefusedAsync(forged);
    }

    [Fact]
    public async Task S90_a_path_base_moves_our_address_neither()
    {
        await using var moved = await DoorUnderTest.OpenAsync("/desk");

        Assert.Equal(200, (await moved.SendAsync(DoorUnderTest.Genuine().To(moved.Reached))).Status);
        Assert.Equal(200, (await moved.SendAsync(DoorUnderTest.Genuine("/desk/twilio/voice").To(moved.Reached))).Status);
        Assert.Equal(403, (await moved.SendAsync(Altered(DoorUnderTest.Genuine(), "/desk/twilio/voice", moved.Reached))).Status);
    }

    [Fact]
    public async Task Local_requests_are_no_exception()
    {
        var local = DoorUnderTest.Genuine() with { Address = door.Reached.ToString().TrimEnd('/') };

        await RefusedAsync(local.To(door.Reached));
    }

    [Fact]
    public async Task F13_a_get_is_signed_by_its_address_alone()
    {
        var target = $"/twilio/voice?AccountSid={DoorUnderTest.Account}&CallSid=CA0000000000000000000000000000000a";
        using var get = new HttpRequestMessage(HttpMethod.Get, new Uri(door.Reached, target));
        get.Headers.Add("X-Twilio-Signature", SignedRequest.Sign(DoorUnderTest.Address + target, DoorUnderTest.Token));

        Assert.Equal((200, "CA0000000000000000000000000000000a"), await door.SendAsync(get));
    }

    [Fact]
    public async Task A_json_body_is_vouched_for_by_its_hash()
    {
        const string Json = """{"property": "value", "boolean": true}""";

        Assert.Equal(200, (await door.SendAsync(JsonRequest(Json, Json))).Status);
        await RefusedAsync(JsonRequest(Json, Json + " "));
        await RefusedAsync(JsonRequest(hashed: null, Json));
    }

    [Fact]
    public async Task F15_a_body_over_64_kB_is_too_long_however_it_says_so()
    {
        var fields = new[] { ("AccountSid", DoorUnderTest.Account), ("Body", new string('x', 64 * 1024)) };
        var told = (DoorUnderTest.Genuine() with { Fields = fields }).To(door.Reached);
        var untold = (DoorUnderTest.Genuine() with { Fields = fields }).To(door.Reached);
        untold.Headers.TransferEncodingChunked = true;

        Assert.Equal((413, ""), await door.SendAsync(told));
        Assert.Equal((413, ""), await door.SendAsync(untold));
        Assert.Equal(0, door.Entered);
    }

    [Fact]
    public async Task A_body_in_chunks_is_read_to_its_end()
    {
        var request = (DoorUnderTest.Genuine() with { Fields = [("AccountSid", DoorUnderTest.Account), ("CallSid", new string('x', 60_000))] }).To(door.Reached);
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal((200, new string('x', 60_000)), await door.SendAsync(request));
    }

    [Fact]
    public async Task F15_a_body_that_is_no_form_is_a_bad_request()
    {
        foreach (var body in new[] { "AccountSid=%zz", string.Join('&', Enumerable.Range(0, 5000).Select(i => i.ToString(CultureInfo.InvariantCulture) + "=")) })
        {
            var request = DoorUnderTest.Genuine().To(door.Reached);
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
            Assert.Equal((400, ""), await door.SendAsync(request));
        }

        Assert.Equal(0, door.Entered);
    }

    [Fact]
    public async Task F15_a_form_in_another_charset_or_dress_is_refused()
    {
        foreach (var type in new[] { "application/x-www-form-urlencoded; charset=utf-16", "text/plain", "application/json", "" })
        {
            var request = DoorUnderTest.Genuine().To(door.Reached);
            request.Content!.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            await RefusedAsync(request);
        }
    }

    [Fact]
    public async Task Nothing_below_the_root_answers_before_the_signature_is_checked()
    {
        using var unsigned = new HttpRequestMessage(HttpMethod.Get, new Uri(door.Reached, "/twilio/nowhere"));
        using var root = new HttpRequestMessage(HttpMethod.Post, new Uri(door.Reached, "/twilio"));

        await RefusedAsync(unsigned);
        await RefusedAsync(root);
        Assert.Equal(404, (await door.SendAsync(DoorUnderTest.Genuine("/twilio/nowhere").To(door.Reached))).Status);
    }

    [Fact]
    public async Task S88_who_is_turned_away_is_counted()
    {
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, us) =>
        {
            if (instrument.Name == "frontdesk.webhooks.refused" && instrument.Meter.Scope == door.Meters)
            {
                us.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();

        await RefusedAsync(DoorUnderTest.Genuine(token: "guessed").To(door.Reached));
        await RefusedAsync(DoorUnderTest.Genuine(account: "AC00000000000000000000000000000a12").To(door.Reached));
        await door.SendAsync(DoorUnderTest.Genuine().To(door.Reached));

        Assert.Equal(2, Interlocked.Read(ref counted));
    }

    [Fact]
    public async Task Whatever_is_altered_in_a_genuine_request_it_is_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var genuine = DoorUnderTest.Genuine();
            var request = genuine.To(door.Reached);
            var body = await genuine.Body().ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var meant = Decoded(body);
            while (Decoded(body) == meant)
            {
                body[random.Next(body.Length)] ^= (byte)(1 << random.Next(7));
            }

            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
            var (status, said) = await door.SendAsync(request);
            Assert.True(status is 403 or 400, $"Round {i} got {status}: {Encoding.UTF8.GetString(body)}");
            Assert.Empty(said);
        }

        Assert.Equal(0, door.Entered);
    }

    // "%c3" for "%C3" alters the letters, not what they say.
    private static string Decoded(byte[] body) => Uri.UnescapeDataString(Encoding.UTF8.GetString(body).Replace('+', ' '));

    private async Task RefusedAsync(HttpRequestMessage request)
    {
        var before = door.Entered;
        Assert.Equal(((int)HttpStatusCode.Forbidden, ""), await door.SendAsync(request));
        Assert.Equal(before, door.Entered);
    }

    private HttpRequestMessage Altered(SignedRequest signed, string target, Uri? reached = null)
    {
        var request = signed.To(reached ?? door.Reached);
        request.RequestUri = SignedRequest.Exactly(reached ?? door.Reached, target);
        return request;
    }

    private HttpRequestMessage JsonRequest(string? hashed, string sent)
    {
        var hash = hashed is null ? "" : "&bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed)));
        var target = $"/twilio/voice?AccountSid={DoorUnderTest.Account}{hash}";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(door.Reached, target)) { Content = new StringContent(sent, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("X-Twilio-Signature", SignedRequest.Sign(DoorUnderTest.Address + target, DoorUnderTest.Token));
        return request;
    }
}
