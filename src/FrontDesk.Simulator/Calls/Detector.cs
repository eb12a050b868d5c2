namespace FrontDesk.Simulator.Calls;

/// <summary>What the service wants to be told of whatever answers.</summary>
internal enum MachineDetection
{
    /// <summary>As soon as it is known.</summary>
    Enable,

    /// <summary>Once a machine has done with its greeting.</summary>
    DetectMessageEnd,
}

/// <summary>Listens who or what has answered, before the first document is asked for; a person hears nothing meanwhile.</summary>
internal static class Detector
{
    private const double Guessing = 4;
    private const double Quick = 2;
    private const double SilenceAfterGreeting = 1.2;
    private const double NoSound = 5;
    private const double BeepSeconds = 0.5;

    /// <returns>Twilio's word for it.</returns>
    public static async Task<string> ListenAsync(Leg leg, MachineDetection detection)
    {
        var (seconds, answeredBy) = leg.Phone.Telephone.Behaviour switch
        {
            Behaviour.Voicemail when detection == MachineDetection.Enable => (Guessing, "machine_start"),
            Behaviour.Voicemail { Beep: true } voicemail => (voicemail.GreetingSeconds + BeepSeconds, "machine_end_beep"),
            Behaviour.Voicemail voicemail => (voicemail.GreetingSeconds + SilenceAfterGreeting, "machine_end_silence"),
            Behaviour.ScreeningRobot => (Guessing, "unknown"),
            Behaviour.DeadAir => (NoSound, "unknown"),
            _ => (Quick, "human"),
        };
        await leg.Board.Clock.PassAsync(TimeSpan.FromSeconds(seconds), leg.Over);
        leg.Note(TranscriptKind.State, $"answered by {answeredBy}");
        return answeredBy;
    }
}
