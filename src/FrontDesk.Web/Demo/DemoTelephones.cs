using FrontDesk.Desks;
using FrontDesk.Simulator;
using FrontDesk.Simulator.Page;
using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Demo;

/// <summary>Plugs the desk's lines into the simulated carrier, and puts telephones on its page: callers, and the boss's own.</summary>
public sealed class DemoTelephones(Carrier carrier, DeskBook desks, Settings settings) : IHostedLifecycleService
{
    private const string John = "+13105550142";
    private const string Danni = "+13105550143";
    private const string Eleanor = "+13105550144";
    private const string Stranger = "+13105550177";
    private const string JobSeeker = "+13105550188";
    private const string Withheld = "anonymous";

    /// <summary>The first desk's, since one page is one desk's neighbourhood; and somebody who looks for work at the production office.</summary>
    public IReadOnlyList<SimulatorPhone> OnThePage =>
        desks.All is [{ Lines: [var line, ..] } desk, ..]
            ?
            [
                new SimulatorPhone("john", "John Smith", John, line.Number.E164),
                new SimulatorPhone("danni", "Danni Okafor", Danni, line.Number.E164),
                new SimulatorPhone("eleanor", "Eleanor Voss", Eleanor, line.Number.E164),
                new SimulatorPhone("stranger", "A stranger", Stranger, line.Number.E164),
                new SimulatorPhone("withheld", "Somebody who withholds the number", Withheld, line.Number.E164),
                .. desks.All.Where(other => other.Kind == DeskKind.ProductionOffice && other.Lines.Count > 0).Take(1)
                    .Select(office => new SimulatorPhone("jobseeker", "Paula Reyes, who looks for work", JobSeeker, office.Lines[0].Number.E164)),
                .. desk.Phones.Select(phone =>
                    new SimulatorPhone(phone.Id.ToString("N"), $"{desk.BossName}, {phone.Label}", phone.Number.E164, line.Number.E164, IsTheBoss: true, Hint: $"PIN {DemoPin.Digits}")),
            ]
            : [];

    /// <summary>By now the books are open and the demo desk stands in them.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        carrier.Options = carrier.Options with { Numbers = [.. desks.All.SelectMany(desk => desk.Lines).Select(line => PlugIn(line.Number.E164, settings.PublicUrl))] };
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A number of the simulated carrier whose calls and texts come to the desk at that address.</summary>
    /// <param name="number">E.164.</param>
    internal static CarrierNumber PlugIn(string number, Uri desk)
    {
        string At(string path) => $"{desk.AbsoluteUri.TrimEnd('/')}/twilio/{path}";
        return new CarrierNumber
        {
            Number = number,
            VoiceUrl = At("voice"),
            VoiceFallbackUrl = At("voice/fallback"),
            StatusCallbackUrl = At("voice/status"),
            SmsUrl = At("text"),
        };
    }
}
