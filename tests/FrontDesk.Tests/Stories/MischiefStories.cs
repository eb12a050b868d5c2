using System.Text.RegularExpressions;
using FrontDesk.Calls;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>A thousand calls over a bad wire: webhooks lost, late, twice, overtaken, their answers lost. No call is missing, none is there twice.</summary>
public sealed partial class MischiefStories
{
    internal const int CallsPerSeed = 50;

    internal static readonly Mischief BadWire = new()
    {
        Voice = Mischief.Everywhere(0.06).Voice,
        VoiceStatus = Mischief.Everywhere(0.06).VoiceStatus with { LateBy = TimeSpan.FromMinutes(10) },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_call_that_reached_us_is_missing_and_none_is_there_twice(int seed)
    {
        await using var desk = await DeskUnderTest.OpenAsync(BadWire, seed);
        // The carrier's debugger tells of each webhook it could not deliver.
        desk.Expects(" 11205");
        desk.Expects(" 15003");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(phone => CallsAsync(desk, seed, phone)));

        // Late callbacks come, and what was never told is asked for.
        await desk.PassesAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(CallsPerSeed, desk.Carrier.Calls.Count);
        await EveryCallIsThereOnceAsync(desk);
    }

    internal static async Task EveryCallIsThereOnceAsync(DeskUnderTest desk)
    {
        var log = await desk.LogOnceAsync(log => log.All(call => call.EndedAt is not null));
        Assert.Equal(log.Count, log.Select(call => call.CallSid).Distinct().Count());
        foreach (var transcript in desk.Carrier.Transcripts)
        {
            var reached = transcript.Lines.Where(line => line.Kind == TranscriptKind.Webhook && Answered().IsMatch(line.Text)).ToList();
            var call = log.SingleOrDefault(call => call.CallSid == transcript.Sid);
            Assert.True((call is not null) == (reached.Count > 0), $"{(call is null ? "Missing" : "Made up")}:\n{transcript}");
            if (call is not null)
            {
                var heard = reached.SelectMany(line => Utterance().Matches(line.Text)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
                Assert.True(heard.SequenceEqual(call.Heard.Order(StringComparer.Ordinal)), $"Heard {string.Join(", ", call.Heard)}:\n{transcript}");
                Assert.True(call.Status.IsOver() && call.EndedAt is not null, $"Still {call.Status}:\n{transcript}");
            }
        }
    }

    internal static async Task CallsAsync(DeskUnderTest desk, int seed, int phone)
    {
        var random = new Random((seed * 100) + phone);
        var telephone = desk.Carrier.Telephone($"+1310555015{phone}");
        for (var nth = 0; nth < CallsPerSeed / 5; nth++)
        {
            var call = await telephone.DialAsync(DeskUnderTest.Line, Cancel);
            for (var said = 0; call.State != PhoneCallState.Over; said++)
            {
                await call.WaitUntilListeningAsync(Cancel);
                await ActAsync(call, random.Next(10), $"saying{phone}x{nth}x{said}");
            }
        }
    }

    private static Task ActAsync(PhoneCall call, int mood, string words) => mood switch
    {
        0 => call.HangUpAsync(Cancel),
        1 or 2 => call.StaySilentAsync(Cancel),
        _ => call.SayAsync(words, Cancel),
    };

    [GeneratedRegex(" -> 20[04],", RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    [GeneratedRegex("saying[0-9x]+", RegexOptions.CultureInvariant)]
    private static partial Regex Utterance();
}
