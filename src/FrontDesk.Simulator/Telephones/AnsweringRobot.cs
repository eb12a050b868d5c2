using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Telephones;

/// <summary>What answers a telephone when nobody does.</summary>
internal sealed class AnsweringRobot(Leg leg)
{
    private readonly PhoneCall phone = leg.Phone;

    public async Task TakeMessageAsync(Behaviour.Voicemail voicemail)
    {
        var clock = leg.Board.Clock;
        await phone.UtterAsync(voicemail.Greeting, voicemail.GreetingSeconds);
        if (voicemail.Beep)
            await phone.UtterAsync("[beep]", 0.5);
        var beep = clock.GetUtcNow();
        using var full = leg.Board.Loop.After(TimeSpan.FromSeconds(voicemail.LongestMessage), phone.HangUp);
        await phone.WhenEnded;
        if (leg.IsAnswered)
            phone.Telephone.Keeps(new VoicemailLeft(leg.Call.From, beep, [.. phone.Heard.Select(heard => After(heard, beep)).OfType<Heard>()]));
    }

    public async Task ScreenAsync(Behaviour.ScreeningRobot robot)
    {
        using var enough = leg.Board.Loop.After(TimeSpan.FromSeconds(robot.Patience), phone.HangUp);
        await phone.UtterAsync(robot.Question, Spoken.Seconds(robot.Question));
        await phone.WhenEnded;
    }

    /// <summary>What was already being said when the beep came has lost its beginning.</summary>
    private static Heard? After(Heard heard, DateTimeOffset beep)
    {
        if (heard.At >= beep)
            return heard;
        var missed = (beep - heard.At).TotalSeconds;
        if (missed >= heard.Seconds)
            return null;
        var words = heard.Text.Split(' ');
        var kept = words[(int)Math.Ceiling(words.Length * missed / heard.Seconds)..];
        return kept.Length == 0 ? null : heard with { Text = string.Join(' ', kept), At = beep, Seconds = heard.Seconds - missed };
    }
}
