using System.Buffers.Binary;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>Speaks, plays or waits.</summary>
internal sealed class Prompt(CallFlow flow)
{
    private const double KeySeconds = 0.25;
    private const double UnknownMediaSeconds = 3;
    private const int WaveHeader = 44;

    private readonly Leg leg = flow.Leg;

    public async Task<Step?> PlayAsync(Verb verb, CancellationToken stop)
    {
        switch (verb)
        {
            case Say say:
                await RepeatAsync(say.Text, say.Seconds, say.Loop, stop);
                break;
            case Play { Digits: { } keys }:
                await leg.TellAsync($"[keys {keys}]", Seconds(keys), stop);
                break;
            case Play play:
                await PlayMediaAsync(play, stop);
                break;
            case Pause pause:
                await leg.Board.Clock.PassAsync(TimeSpan.FromSeconds(pause.Seconds), stop);
                break;
        }

        return null;
    }

    private async Task RepeatAsync(string text, double seconds, int times, CancellationToken stop)
    {
        for (var time = 0; time < times; time++)
            await leg.TellAsync(text, seconds, stop);
    }

    private async Task PlayMediaAsync(Play play, CancellationToken stop)
    {
        var url = flow.Resolve(play.Url);
        var outcome = await leg.Board.Delivery.GetMediaAsync(url, CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        if (outcome is WebhookAnswer { IsSuccess: true } media)
            await RepeatAsync($"[plays {play.Url}]", WaveSeconds(media.Body) ?? UnknownMediaSeconds, play.Loop, stop);
        else
            leg.Warn($"11200: Play could not get {url} ({CallbackPost.Told(outcome)})");
    }

    /// <summary>Length of a plain wave file: what is left after its header, by its bytes per second.</summary>
    private static double? WaveSeconds(byte[] media)
    {
        if (media.Length < WaveHeader || !media.AsSpan().StartsWith("RIFF"u8))
            return null;
        var perSecond = BinaryPrimitives.ReadUInt32LittleEndian(media.AsSpan(28));
        return perSecond == 0 ? null : (media.Length - WaveHeader) / (double)perSecond;
    }

    private static double Seconds(string keys) => keys.Sum(key => key switch { 'w' => 0.5, 'W' => 1, _ => KeySeconds });
}
