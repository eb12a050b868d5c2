using System.Globalization;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>Carries a call from document to document until there is none left, somebody hangs up, or it goes round for ever.</summary>
internal sealed class CallFlow(Leg leg, bool whisper = false)
{
    private const int MostDocuments = 100;
    private const string ErrorSentence = "We are sorry, an application error has occurred. Goodbye.";

    private int documents;

    public Leg Leg => leg;

    /// <summary>True for the document a dialled phone hears before it is connected.</summary>
    public bool IsWhisper => whisper;

    /// <summary>The document at hand, which relative addresses and a Gather without action refer to.</summary>
    public string? Here { get; private set; }

    public async Task<Finished> RunAsync(Step first)
    {
        var step = first;
        while (true)
        {
            try
            {
                step = step switch
                {
                    Fetch fetch => await GetAsync(fetch),
                    Inline inline => await BeginInlineAsync(inline),
                    CarryOut carry => await CarryOutAsync(carry),
                    _ => step,
                };
                if (step is Finished finished)
                    return finished;
            }
            catch (OperationCanceledException) when (leg.Over.IsCancellationRequested)
            {
                return new Finished(HungUp: true);
            }
            catch (OperationCanceledException) when (leg.TakeRedirect() is { } next)
            {
                step = next;
            }
        }
    }

    /// <summary>Where a verb's action leads.</summary>
    public Fetch Action(string? action, string method, params ReadOnlySpan<KeyValuePair<string, string>> found) =>
        new(Resolve(action ?? Here ?? ""), method, [.. found]);

    public string Resolve(string url) =>
        Here is not null && Uri.TryCreate(new Uri(Here), url, out var absolute) ? absolute.AbsoluteUri : url;

    /// <summary>After a hang-up: the request is still made, nobody hears the answer.</summary>
    public async Task RequestUnheardAsync(Fetch action) => await RequestAsync(action);

    private async Task<Step> GetAsync(Fetch fetch)
    {
        if (++documents > MostDocuments)
        {
            leg.Warn($"endless loop: more than {MostDocuments} documents on one call");
            return await SayErrorAsync();
        }

        var outcome = await RequestAsync(fetch);
        leg.Turn.ThrowIfCancellationRequested();
        return await BeginAsync(Documents.Read(outcome), fetch, (outcome as WebhookAnswer)?.Url);
    }

    private Task<Step> BeginInlineAsync(Inline inline) => BeginAsync(inline.Reading, new Fetch("", "POST", []), null);

    private async Task<Step> BeginAsync(TwimlReading reading, Fetch fetch, string? from)
    {
        if (reading is not TwimlDocument document)
            return await FailAsync(fetch, (TwimlFault)reading);
        foreach (var warning in document.Warnings)
            leg.Warn(warning);
        return new CarryOut(document, from);
    }

    private Task<WebhookOutcome> RequestAsync(Fetch fetch) => leg.Board.Delivery.DeliverAsync(
        new Webhook(WebhookKind.Voice, fetch.Url, fetch.Method, [.. CallParameters.Of(leg), .. fetch.Found]) { Cookies = leg.Cookies },
        leg.Transcript.Talk,
        CancellationToken.None);

    private async Task<Step> FailAsync(Fetch fetch, TwimlFault fault)
    {
        leg.Warn($"{fault.Code}: {fault.Why}");
        if (fetch.IsFallback || leg.Fallback is not { } fallback)
            return await SayErrorAsync();
        return fallback with
        {
            IsFallback = true,
            Found = [new("ErrorCode", fault.Code.ToString(CultureInfo.InvariantCulture)), new("ErrorUrl", fetch.Url.Split('#')[0])],
        };
    }

    private async Task<Step> SayErrorAsync()
    {
        leg.Answer();
        await leg.TellAsync(ErrorSentence, Spoken.Seconds(ErrorSentence), leg.Turn);
        return new Finished(HungUp: true);
    }

    private async Task<Step> CarryOutAsync(CarryOut carry)
    {
        Here = carry.Url;
        var verbs = new VerbPlay(this);
        foreach (var verb in carry.Document.Verbs)
        {
            leg.Turn.ThrowIfCancellationRequested();
            if (await verbs.PlayAsync(verb) is { } next)
                return next;
        }

        return new Finished(HungUp: false);
    }
}
