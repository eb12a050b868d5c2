using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Telephones;
using FrontDesk.Simulator.Texts;
using FrontDesk.Simulator.Time;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator;

/// <summary>The carrier's inside: its books, its loop and its wires. Everything but the journals belongs to the loop.</summary>
internal sealed class Switchboard : IDisposable
{
    private readonly Dictionary<string, int> occasions = new(StringComparer.Ordinal);
    private volatile CarrierOptions options;

    public Switchboard(CarrierOptions options, SimulatorClock clock)
    {
        (this.options, Clock, Seed) = (options, clock, new Seed(options.Seed));
        Loop = new CarrierLoop(clock, fault => Warnings.Add($"the simulator itself failed: {fault}"));
        Delivery = new WebhookDelivery(() => Options, Seed, clock, Loop);
        RestLog = new Transcript(clock, "REST", "", "").Talk;
        Telephones = new PhoneDirectory(this);
        Texts = new TextDesk(this);
        Outbound = new CallQueue(this);
        Rooms = new ConferenceRooms(this);
    }

    public CarrierOptions Options
    {
        get => options;
        set => options = value;
    }

    public SimulatorClock Clock { get; }

    public Seed Seed { get; }

    public CarrierLoop Loop { get; }

    public WebhookDelivery Delivery { get; }

    public PhoneDirectory Telephones { get; }

    public TextDesk Texts { get; }

    public CallQueue Outbound { get; }

    public ConferenceRooms Rooms { get; }

    public Journal<Leg> Legs { get; } = new();

    public Journal<CarrierMessage> Messages { get; } = new();

    public Journal<Recording> Recordings { get; } = new();

    public Journal<string> Warnings { get; } = new();

    public Transcript.Track RestLog { get; }

    public CarrierNumber? Owned(string number) => Options.Numbers.FirstOrDefault(owned => owned.Number == number);

    public Leg? Leg(string sid) => Array.Find(Legs.ToArray(), leg => leg.Call.Sid == sid);

    /// <summary>The next id for something between two numbers: it does not depend on what others do meanwhile.</summary>
    public string NextSid(string prefix, string from, string to) => Seed.Sid(prefix, NextOccasion($"{prefix} {from} {to}"));

    public string NextOccasion(string what)
    {
        var nth = occasions.GetValueOrDefault(what) + 1;
        occasions[what] = nth;
        return $"{what} {nth}";
    }

    public CallbackLine LineFor(Transcript transcript) => new(Delivery, Loop, transcript.Callbacks);

    /// <summary>Begins something on the loop and lets time pass until it is done.</summary>
    public async Task LetAsync(Func<Task> begin, string what, CancellationToken cancel)
    {
        var begun = await Loop.BeginAsync(begin);
        await Clock.LetTimePassAsync(begun, what, cancel);
    }

    public void Dispose() => Delivery.Dispose();
}
