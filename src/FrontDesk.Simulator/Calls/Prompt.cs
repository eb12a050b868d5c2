using System.Globalization;
using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>Speaks, plays or waits.</summary>
internal sealed class Prompt(Leg leg)
{
    private const double KeySeconds = 0.25;
    private const double UnknownMediaSeconds = 3;

    public async Task<Step?> PlayAsync(Verb verb, CancellationToken stop)
    {
        switch (verb)
        {
            case Say say:
                for (var time = 0; time < say.Loop; time++)
                    await leg.TellAsync(say.Text, say.Seconds, stop);
                break;
            case Play { Digits: { } keys }:
                await leg.TellAsync($"[keys {keys}]", Seconds(keys), stop);
                break;
            case Play play:
                for (var time = 0; time < play.Loop; time++)
                    await leg.TellAsync(string.Create(CultureInfo.InvariantCulture, $"[plays {play.Url}]"), UnknownMediaSeconds, stop);
                break;
            case Pause pause:
                await leg.Board.Clock.PassAsync(TimeSpan.FromSeconds(pause.Seconds), stop);
                break;
        }

        return null;
    }

    private static double Seconds(string keys) => keys.Sum(key => key switch { 'w' => 0.5, 'W' => 1, _ => KeySeconds });
}
