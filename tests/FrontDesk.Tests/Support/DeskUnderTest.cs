using System.Collections.Concurrent;
using FrontDesk.Desks;
using FrontDesk.Simulator;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Demo;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Reminders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FrontDesk.Tests.Support;

/// <summary>
/// A desk and a carrier, each on a server of its own and reached by the other over real HTTP, on one clock. Closing it fails the
/// test on whatever no line of the story expected: a call or text, a warning of the carrier, a redirect or a 5xx, an error in the log.
/// </summary>
public sealed partial class DeskUnderTest : IAsyncDisposable
{
    public const string Line = "+13105550100";
    public const string PublicUrl = "https://desk.example.org";
    public const string Account = "AC00000000000000000000000000000d01";
    public const string Token = "the token of the story";

    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["boss"] = "+13105550101",
        ["John"] = "+13105550142",
        ["Danni"] = "+13105550143",
        ["Gwyneth"] = "+13105550144",
        ["stranger"] = "+13105550177",
    };

    private readonly ConcurrentQueue<string> faults = new();
    private readonly ConcurrentDictionary<string, StoryPhone> phones = new(StringComparer.Ordinal);
    private readonly List<string> expected = [];

    private readonly WebApplication carrierHost;
    private DeskHost host = null!;
    private Uri reached = null!;

    private readonly TestBooks books;
    private readonly IReadOnlyList<(string Name, string Value)> settings;

    private DeskUnderTest(TestBooks books, DateTimeOffset start, Mischief? mischief, int seed, IReadOnlyList<(string Name, string Value)> settings)
    {
        this.books = books;
        this.settings = settings;
        Clock = SimulatorClock.Stepped(start);
        Carrier = new Carrier(new CarrierOptions { AccountSid = Account, AuthToken = Token, Mischief = mischief, Seed = seed, Route = ToTheDesk }, Clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new FaultLog(faults));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        carrierHost = builder.Build();
        carrierHost.MapCarrier(Carrier);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Carrier Carrier { get; }

    public SimulatorClock Clock { get; }

    /// <summary>The one desk of the story, and who is in its book.</summary>
    public Desk Desk { get; } = Some.Desk(line: Line) with
    {
        Phones = [new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse(Numbers["boss"]), Label = "cell", TakesTexts = true }],
    };

    /// <summary>Where the books lie, or what stands beside them.</summary>
    public string Folder => books.Folder;

    public IServiceProvider Services => host.Services;

    public Database Books => Services.GetRequiredService<Database>();

    /// <summary>Where the desk listens; the carrier knows it as <see cref="PublicUrl"/>.</summary>
    public Uri Reached => reached;

    public static Task<DeskUnderTest> OpenAsync(Mischief? mischief = null, int seed = 1, params IReadOnlyList<(string Name, string Value)> settings) =>
        OpenAtAsync(MondayMorning, mischief, seed, settings);

    public static async Task<DeskUnderTest> OpenAtAsync(DateTimeOffset start, Mischief? mischief, int seed, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var desk = new DeskUnderTest(await TestBooks.LendAsync(TestBooks.OfDesks, Cancel), start, mischief, seed, settings);
        await desk.carrierHost.StartAsync(Cancel);
        desk.Start();
        await desk.FillTheBookAsync();
        var address = new Uri(PublicUrl);
        desk.Carrier.Options = desk.Carrier.Options with { Numbers = [DemoTelephones.PlugIn(Line, address), DemoTelephones.PlugIn("+13105550109", address)] };
        return desk;
    }

    /// <summary>"Danni", whom the boss wants to talk to, "John", "Gwyneth", "stranger", "boss", or a number.</summary>
    public StoryPhone Telephone(string who) =>
        phones.GetOrAdd(who, name => new StoryPhone(this, Carrier.Telephone(Numbers.GetValueOrDefault(name, name))));

    /// <summary>A caller who withholds the number, in one of its spellings.</summary>
    public StoryPhone Withheld(string spelling = "anonymous") =>
        phones.GetOrAdd(spelling, name => new StoryPhone(this, Carrier.WithheldTelephone(name)));

    /// <summary>This story is about something that goes wrong: a fault that says so is no surprise.</summary>
    public void Expects(string fault) => expected.Add(fault);

    /// <summary>The process ends and another one begins, on the same books.</summary>
    public async Task RestartAsync()
    {
        await GoesDownAsync();
        ComesUp();
    }

    /// <summary>The process ends: whoever rings reaches the carrier and nobody else.</summary>
    public async Task GoesDownAsync()
    {
        Clock.Settle = cancel => second is null ? Task.CompletedTask : SettledAsync(second.Services, cancel);
        await host.DisposeAsync();
    }

    public void ComesUp() => Start();

    /// <summary>Another program keeps the desk from writing down calls until this is closed.</summary>
    public async Task<IAsyncDisposable> HoldTheBooksAsync() => await HeldBooks.TakeAsync(books, Cancel);

    /// <summary>Lets the desk's own rounds happen.</summary>
    public Task PassesAsync(TimeSpan time) => Clock.SkipAsync(time, Cancel);

    public async ValueTask DisposeAsync()
    {
        await (second?.DisposeAsync() ?? ValueTask.CompletedTask);
        await host.DisposeAsync();
        await carrierHost.StopAsync(Cancel);
        await carrierHost.DisposeAsync();
        await Carrier.DisposeAsync();
        var unexpected = Surprises().Where(fault => !expected.Exists(part => fault.Contains(part, StringComparison.Ordinal))).ToList();
        await books.DisposeAsync();
        Assert.True(unexpected.Count == 0, $"{string.Join('\n', unexpected)}\n\n{string.Join('\n', Carrier.Transcripts)}");
    }

    private IEnumerable<string> Surprises() =>
    [
        .. faults,
        .. Carrier.Warnings,
        .. Carrier.Telephones.Where(phone => phone.Texts.Count > phones.Values.Where(story => story.Number == phone.Number).Sum(story => story.TextsExpected))
            .Select(phone => $"{phone.Number} got texts nobody expected: {string.Join(" | ", phone.Texts.Select(text => text.Body))}"),
        .. Carrier.Calls.Where(call => call.Direction != CarrierCallDirection.Inbound && !phones.Values.Any(story => story.CallsExpected.Contains(call.Sid)))
            .Select(call => $"{call.To} was rung and nobody expected it"),
    ];

    private void Start()
    {
        host = NewHost();
        reached = host.Reached;
        Clock.Settle = cancel => SettledAsync(host.Services, cancel);
    }

    /// <summary>Time stands until the rounds have done all that is due.</summary>
    private static async Task SettledAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<CallRound>().SettleAsync(cancel);
        await services.GetRequiredService<ErasureRound>().SettleAsync(cancel);
        await services.GetRequiredService<TimerClock>().SettleAsync(cancel);
    }

    private DeskHost NewHost() => new(
        new Dictionary<string, string>(books.Settings.Concat(settings).Select(setting => KeyValuePair.Create(setting.Name, setting.Value)), StringComparer.Ordinal)
        {
            ["PublicUrl"] = PublicUrl,
            ["Twilio:AccountSid"] = Account,
            ["Twilio:AuthToken"] = Token,
            ["Twilio:ApiBaseUrl"] = AddressOf(carrierHost).ToString(),
            // Every story can be told through the SDK too, in a build that has it.
            ["Twilio:Client"] = Environment.GetEnvironmentVariable("FRONTDESK_TEST_TWILIO_CLIENT") ?? "",
        },
        Clock,
        faults);

    private async Task FillTheBookAsync()
    {
        await Services.GetRequiredService<DeskBook>().SaveAsync(Desk, Cancel);
        var book = Services.GetRequiredService<PhoneBook>();
        await book.SaveAsync(Some.Contact(Desk, "John Smith", Numbers["John"]), Cancel);
        await book.SaveAsync(Some.Contact(Desk, "Danni Okafor", Numbers["Danni"]) with { WantsToTalk = true }, Cancel);
        await book.SaveAsync(Some.Contact(Desk, "Gwyneth Lloyd", Numbers["Gwyneth"]) with { Pronunciation = "GWIN-eth" }, Cancel);
    }

    private Uri ToTheDesk(Uri address) =>
        address.Host == new Uri(PublicUrl).Host ? SignedRequest.Exactly(NextNode(), address.PathAndQuery) : address;

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
