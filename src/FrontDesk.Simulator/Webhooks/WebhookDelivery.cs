using System.Globalization;
using FrontDesk.Simulator.Time;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>Delivers a webhook as Twilio does: time-outs, retries under one idempotency token, and the mischief of the wire.</summary>
internal sealed class WebhookDelivery(Func<CarrierOptions> options, Seed seed, SimulatorClock clock, CarrierLoop loop) : IDisposable
{
    private const int LargestMedia = 16 * 1024 * 1024;

    private readonly WebhookTransport transport = new(options, clock);

    /// <summary>Delivers, tries again where the retry rule says so, and tells what came of it.</summary>
    public async Task<WebhookOutcome> DeliverAsync(Webhook hook, Transcript.Track track, CancellationToken cancel)
    {
        var overrides = ConnectionOverrides.Of(hook.Url);
        var occasion = track.NextOccasion();
        var deadline = clock.GetUtcNow() + overrides.Total;
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await AttemptAsync(new Attempt(hook, overrides, track, $"{occasion} {attempt}", seed.Token(occasion)), cancel);
            if (attempt > overrides.Retries || (outcome.Class & overrides.RetryOn) == RetryOn.None || clock.GetUtcNow() >= deadline)
                return outcome;
        }
    }

    /// <summary>Gets media; the request says nothing about the call and is not tried again.</summary>
    public Task<WebhookOutcome> GetMediaAsync(string url, CancellationToken cancel) =>
        transport.SendAsync(new Webhook(WebhookKind.Voice, url, "GET", []) { MostBytes = LargestMedia }, seed.Token(url), cancel);

    public void Dispose() => transport.Dispose();

    private async Task<WebhookOutcome> AttemptAsync(Attempt attempt, CancellationToken cancel)
    {
        var fate = Fate.Of(attempt.Hook.Kind, options().Mischief, seed, attempt.Occasion);
        if (fate.Kind is not FateKind.Arrives)
            attempt.Track.Add(TranscriptKind.Mischief, string.Create(CultureInfo.InvariantCulture, $"{fate.Kind} ({fate.Delay.TotalSeconds:0.0} s): {attempt.What}"));
        return fate.Kind switch
        {
            FateKind.Arrives => await SendAsync(attempt, attempt.Track, cancel),
            FateKind.Reordered => await LateAsync(attempt, fate.Delay, cancel),
            FateKind.Late => await LateAsync(attempt, fate.Delay, cancel),
            FateKind.Lost => await LostAsync(attempt, cancel),
            FateKind.AnswerLost => await AnswerLostAsync(attempt, cancel),
            FateKind.Duplicate => await DuplicateAsync(attempt, fate.Delay, cancel),
            FateKind.DuplicateAtOnce => await DuplicateAtOnceAsync(attempt, cancel),
        };
    }

    private async Task<WebhookOutcome> LostAsync(Attempt attempt, CancellationToken cancel)
    {
        await clock.PassAsync(attempt.Overrides.Connect, cancel);
        return new WebhookFailure(11205, "no connection", RetryOn.ConnectTimeout);
    }

    private async Task<WebhookOutcome> AnswerLostAsync(Attempt attempt, CancellationToken cancel)
    {
        await SendAsync(attempt, attempt.Track, cancel);
        await clock.PassAsync(attempt.Overrides.Read, cancel);
        return new WebhookFailure(11205, "no answer in time", RetryOn.ReadTimeout);
    }

    private async Task<WebhookOutcome> LateAsync(Attempt attempt, TimeSpan by, CancellationToken cancel)
    {
        if (by < attempt.Overrides.Read)
        {
            await clock.PassAsync(by, cancel);
            return await SendAsync(attempt, attempt.Track, cancel);
        }

        SendAstray(attempt, by);
        await clock.PassAsync(attempt.Overrides.Read, cancel);
        return new WebhookFailure(11205, "no answer in time", RetryOn.ReadTimeout);
    }

    private async Task<WebhookOutcome> DuplicateAsync(Attempt attempt, TimeSpan after, CancellationToken cancel)
    {
        var outcome = await SendAsync(attempt, attempt.Track, cancel);
        SendAstray(attempt, after);
        return outcome;
    }

    private async Task<WebhookOutcome> DuplicateAtOnceAsync(Attempt attempt, CancellationToken cancel)
    {
        var first = SendAsync(attempt, attempt.Track, cancel);
        var second = SendAsync(attempt, attempt.Track.Transcript.Stray, cancel);
        await Task.WhenAll(first, second);
        return await first;
    }

    private void SendAstray(Attempt attempt, TimeSpan after) => loop.Start(async () =>
    {
        await clock.PassAsync(after, CancellationToken.None);
        await SendAsync(attempt, attempt.Track.Transcript.Stray, CancellationToken.None);
    });

    private async Task<WebhookOutcome> SendAsync(Attempt attempt, Transcript.Track track, CancellationToken cancel)
    {
        var line = track.Add(TranscriptKind.Webhook, attempt.What);
        var outcome = await transport.SendAsync(attempt.Hook, attempt.Token, cancel);
        track.Complete(line, outcome switch
        {
            WebhookAnswer answer => string.Create(CultureInfo.InvariantCulture, $" -> {answer.Status}, {answer.Body.Length} bytes"),
            WebhookFailure failure => string.Create(CultureInfo.InvariantCulture, $" -> {failure.Code} {failure.Why}"),
            _ => "",
        });
        return outcome;
    }

    private sealed record Attempt(Webhook Hook, ConnectionOverrides Overrides, Transcript.Track Track, string Occasion, string Token)
    {
        // Without scheme and host, so that a transcript is the same wherever the service listens.
        public string What { get; } = $"{Hook.Method} {PathOf(Hook.Url)} {string.Join(' ', Hook.Form.Where(Tells).Select(field => $"{field.Key}={field.Value}"))}";

        private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.PathAndQuery : url;

        private static bool Tells(KeyValuePair<string, string> field) => field.Key is "CallStatus" or "MessageStatus" or "Digits" or "SpeechResult"
            or "Body" or "DialCallStatus" or "DialBridged" or "RecordingDuration" or "ErrorCode" or "SequenceNumber" or "CallDuration";
    }
}
