using System.Net;
using System.Text.Json.Nodes;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Tests.Api;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Year;

/// <summary>The desk of a year: a boss with three phones, four people she must hear of at once, one of whom may wake her, and others.</summary>
public sealed class YearHouse : IAsyncDisposable
{
    public const string Pin = "907155";
    public const string Cell = "+13105550101";

    private const string Api = "/api/v1/desks/miller";

    private static readonly string[] Expected =
        [" 11205", " 15003", "got texts nobody expected", "was rung and nobody expected it", "outcome"];

    private readonly HttpClient client = new();

    private YearHouse(DeskUnderTest desk, YearPart part) => (Desk, Part) = (desk, part);

    /// <summary>Their numbers, and whether they may wake her.</summary>
    public static IReadOnlyDictionary<string, (string Number, bool Wakes)> Asap { get; } = new Dictionary<string, (string Number, bool Wakes)>(StringComparer.Ordinal)
    {
        ["Danni Okafor"] = ("+13105550143", false),
        ["Gwyneth Lloyd"] = ("+13105550144", true),
        ["Margo Vance"] = ("+13105550145", false),
        ["Theo Brandt"] = ("+13105550146", false),
    };

    public static IReadOnlyList<string> Phones { get; } = [Cell, "+13105550102", "+13105550103"];

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DeskUnderTest Desk { get; }

    public YearPart Part { get; }

    public List<SeenSheet> Sheets { get; } = [];

    public List<DateTimeOffset> Acts { get; } = [];

    public List<DateTimeOffset> Snoozes { get; } = [];

    public DateTimeOffset Now => Desk.Clock.GetUtcNow();

    public Telephone Phone(string number) => Desk.Carrier.Telephone(number);

    public static async Task<YearHouse> OpenAsync(YearPart part, Mischief mischief)
    {
        var house = new YearHouse(await DeskUnderTest.OpenAtAsync(part.From, mischief, part.Seed), part);
        foreach (var fault in Expected)
        {
            house.Desk.Expects(fault);
        }

        await house.MoveInAsync();
        return house;
    }

    /// <summary>What the API shows of the sheet.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> LookAsync()
    {
        var lines = (await GetAsync($"{Api}/sheet"))["lines"]!.AsArray()
            .Where(line => (int)line!["code"]! == 1 && (string?)line["ball"] == "ours")
            .Select(line => (Id: (Guid)line!["id"]!, Name: (string?)line["name"] ?? "")).ToList();
        Sheets.Add(new SeenSheet(Now, [.. lines.Select(line => line.Name).Where(Asap.ContainsKey)]));
        return lines;
    }

    public async Task<IReadOnlyList<string>> LoggedAsync()
    {
        var (sids, next) = (new List<string>(), "");
        while (await GetAsync($"{Api}/calls{next}") is var page)
        {
            sids.AddRange(page["calls"]!.AsArray().Where(call => (string?)call!["direction"] == "inbound" && !Phones.Contains((string?)call["from"])).Select(call => (string)call!["callSid"]!));
            if ((string?)page["next"] is not { } place)
            {
                break;
            }

            next = $"?after={Uri.EscapeDataString(place)}";
        }

        return sids;
    }

    /// <summary>The assistant settles a line.</summary>
    /// <param name="verb">"returned" or "let-go".</param>
    public async Task SettleAsync(Guid call, string verb) => (await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, $"{Api}/calls/{call}/{verb}"))).Dispose();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Desk.DisposeAsync();
    }

    private async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!.AsObject();
    }

    /// <summary>A program is let in so often a second only, by the machine's clock.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request)
    {
        while (true)
        {
            using var message = request();
            var answer = await client.SendAsync(message, Cancel);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Cancel);
        }
    }

    private async Task MoveInAsync()
    {
        client.BaseAddress = Desk.Reached;
        await ApiTest.ShowsATokenAsync(client, Desk.Books);
        var book = Desk.Services.GetRequiredService<DeskBook>();
        var now = book.WithId(Desk.Desk.Id)!;
        Assert.Equal(SaveOutcome.Saved, await book.SaveAsync(
            now with
            {
                Zone = Part.Zone,
                Hours = now.Hours with { WakingFrom = Part.Wakes, WakingTo = Part.Sleeps },
                Reach = Part.Seed % 2 == 0 ? ReachWay.AtOnce : ReachWay.InOrder,
                Phones = [.. Phones.Select((number, place) => new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse(number), Label = $"phone {place}", TakesTexts = place == 0 })],
            },
            Cancel));
        Assert.Null(await Desk.Services.GetRequiredService<PinBook>().SetAsync(book.WithId(Desk.Desk.Id)!, Pin, Cancel));
        var cards = Desk.Services.GetRequiredService<PhoneBook>();
        var known = await cards.AllAsync(Desk.Desk.Id, Cancel);
        foreach (var (name, (number, wakes)) in Asap)
        {
            var card = known.SingleOrDefault(card => card.Name == name) ?? Some.Contact(Desk.Desk, name, number);
            Assert.Equal(SaveOutcome.Saved, await cards.SaveAsync(card with { WantsToTalk = !wakes, Standing = wakes ? Standing.TooImportantNotTo : card.Standing, Wakes = wakes }, Cancel));
        }
    }
}
