using System.Text.Json;
using FrontDesk.Calls;
using FrontDesk.Contacts;
using FrontDesk.Tests.Contacts;
using FrontDesk.Tests.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using Microsoft.Playwright;
using Xunit;

namespace FrontDesk.BrowserTests;

/// <summary>A house whose callers say, and whose book says, what is meant to do harm. Closing it fails on whatever ran, opened, or was refused.</summary>
internal sealed class HostileHouse : IAsyncDisposable
{
    /// <summary>Whoever runs anything on a page leaves a trace there.</summary>
    private const string Watch =
        """
        window.refused = [];
        document.addEventListener('securitypolicyviolation', refusal => window.refused.push(refusal.violatedDirective));
        """;

    private static readonly ScriptStep[] Questions =
        [.. Enum.GetValues<ScriptStep>().Where(step => step is > ScriptStep.Ring and < ScriptStep.OfficeWho && !step.IsGoodbye())];

    private readonly SheetHouse house;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private int calls;

    private HostileHouse(SheetHouse house, IBrowserContext context, IPage page)
    {
        this.house = house;
        this.context = context;
        Page = page;
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"a dialog opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [$"{page.Url}: {message.Text}"] : []);
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Everything meant to do harm, as it may be shown.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Hostile.Texts.Concat(Hostile.Sayings).Select(PlainText.ForShowing).Distinct(StringComparer.Ordinal)];

    /// <summary>The call in which all of it was said.</summary>
    public Guid Call { get; private set; }

    /// <summary>The card on which all of it stands.</summary>
    public Guid Card { get; } = Some.Id();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HostileHouse> OpenAsync(Chromium chromium)
    {
        var context = await chromium.NewContextAsync();
        await context.AddInitScriptAsync(Watch);
        var house = new HostileHouse(await SheetHouse.OpenAsync(), context, await context.NewPageAsync());
        await house.IsWrittenOnAsync();
        await house.IsSpokenToAsync();
        return house;
    }

    public Task GoToAsync(string address) => Page.GotoAsync($"{house.ClientOptions.BaseAddress}{address}");

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await house.DisposeAsync();
        Assert.Empty(complaints);
    }

    private async Task IsWrittenOnAsync() => await house.Get<PhoneBook>().SaveAsync(
        new Contact
        {
            Id = Card,
            DeskId = house.Desk.Id,
            Name = Hostile.Texts[1],
            Company = Hostile.Texts[2],
            Title = Hostile.Texts[3],
            Pronunciation = Hostile.Texts[4],
            Standing = Standing.Ordinary,
            WantsToTalk = false,
            Notes = string.Join('\n', Texts),
            Numbers = [.. Texts.Index().Select(text => new ContactNumber { Id = Some.Id(), Number = PhoneNumber.Parse($"+121355501{10 + text.Index}"), Label = text.Item })],
            Assistants = [.. Texts.Take(9).Select(text => new ContactAssistant { Id = Some.Id(), Name = text, Notes = text })],
            Matters = [.. Texts.Take(9).Select(text => new Matter { Id = Some.Id(), Name = text, Words = [text] })],
        },
        Cancel);

    private async Task IsSpokenToAsync()
    {
        using var client = house.NewClient();
        var sid = await RingsAsync(client, "+13105550177");
        foreach (var (at, text) in Hostile.Texts.Concat(Hostile.Sayings).Index())
        {
            await SaysAsync(client, sid, new(Questions[at % Questions.Length], 1 + (at / Questions.Length)), text);
        }

        await PostAsync(client, sid, "/twilio/voice/status", ("CallStatus", "completed"), ("CallDuration", "90"));
        Call = await house.Database.ReadAsync(look => look.FirstOrDefaultAsync<Guid>("select id from calls where call_sid = @sid", new { sid }), Cancel);
        foreach (var (at, text) in Hostile.Sayings.Index())
        {
            var other = await RingsAsync(client, $"+131055501{20 + at}");
            await SaysAsync(client, other, new(ScriptStep.WhoIsCalling, 1), $"My name is {text}");
            await SaysAsync(client, other, new(ScriptStep.Regarding, 1), text);
            await PostAsync(client, other, "/twilio/voice/status", ("CallStatus", "completed"));
        }

        // And each of them in every column that something said may ever get to.
        foreach (var text in Hostile.Texts.Concat(Hostile.Sayings))
        {
            await house.Database.RingsAsync(house.Desk, new SeedCall
            {
                Id = Some.Id(),
                Party = null,
                CallerFrom = text.Replace("\0", "", StringComparison.Ordinal),
                SaidName = text.Replace("\0", "", StringComparison.Ordinal),
                Regarding = text.Replace("\0", "", StringComparison.Ordinal),
                NumbersGiven = JsonSerializer.Serialize(new[] { new { Number = "+13105550188", AsHeard = text, Extension = text, Label = text } }),
            });
        }
    }

    private async Task<string> RingsAsync(HttpClient client, string from)
    {
        var sid = $"CA{++calls:x32}";
        await PostAsync(client, sid, "/twilio/voice", ("CallStatus", "ringing"), ("From", from));
        return sid;
    }

    private Task SaysAsync(HttpClient client, string sid, ScriptPosition at, string words) => PostAsync(
        client, sid, $"/twilio/voice/heard?step={(int)at.Step}&attempt={at.Attempt}", ("CallStatus", "in-progress"), ("SpeechResult", words), ("Confidence", "0.9"));

    private async Task PostAsync(HttpClient client, string sid, string target, params (string Name, string Value)[] more)
    {
        var settings = house.Get<Settings>();
        var from = more.Any(field => field.Name == "From") ? [] : new[] { ("From", "+13105550177") };
        var request = new SignedRequest
        {
            Address = settings.PublicUrl.OriginalString,
            Target = target,
            Token = settings.Twilio.AuthToken,
            Fields = [("CallSid", sid), ("AccountSid", settings.Twilio.AccountSid), ("To", "+13105550100"), ("Direction", "inbound"), .. from, .. more],
        };
        using var message = request.To(house.ClientOptions.BaseAddress);
        using var response = await client.SendAsync(message, Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{target} answered {response.StatusCode}");
    }
}
