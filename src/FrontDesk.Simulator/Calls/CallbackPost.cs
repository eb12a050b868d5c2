using System.Globalization;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>Tells the service how a call gets on, as far as it asked to be told.</summary>
internal sealed class CallbackPost(Leg leg)
{
    private readonly CallbackLine line = leg.Board.LineFor(leg.Transcript);
    private int sequence;

    public string? Url { get; set; }

    public string Method { get; set; } = "POST";

    public IReadOnlyList<string> Events { get; set; } = ["completed"];

    public void Post(string what)
    {
        if (Url is not { Length: > 0 } url || !Events.Contains(what, StringComparer.Ordinal))
            return;
        var form = CallParameters.Of(leg);
        form.Add("SequenceNumber", sequence++.ToString(CultureInfo.InvariantCulture));
        form.Add("Timestamp", leg.Board.Clock.GetUtcNow().Rfc2822());
        form.Add("CallbackSource", "call-progress-events");
        if (leg.Call.IsOver)
            AddEnd(form);
        Send(new Webhook(WebhookKind.VoiceStatus, url, Method, form));
    }

    /// <summary>Sends a callback whose answer says nothing to the carrier.</summary>
    public void Send(Webhook hook) => line.Send(hook, outcome =>
    {
        if (outcome is not WebhookAnswer { IsSuccess: true })
            leg.Warn($"15003: status callback failed ({Told(outcome)})");
    });

    public static string Told(WebhookOutcome outcome) => outcome switch
    {
        WebhookAnswer answer => answer.Status.ToString(CultureInfo.InvariantCulture),
        WebhookFailure failure => $"{failure.Code} {failure.Why}",
        _ => "",
    };

    private void AddEnd(List<KeyValuePair<string, string>> form)
    {
        var call = leg.Call;
        form.Add("CallDuration", call.Seconds.ToString(CultureInfo.InvariantCulture));
        form.Add("Duration", ((call.Seconds + 59) / 60).ToString(CultureInfo.InvariantCulture));
        if (call.Direction != CarrierCallDirection.Inbound)
            form.Add("SipResponseCode", SipCode(call.Status));
    }

    private static string SipCode(CarrierCallStatus status) => status switch
    {
        CarrierCallStatus.Busy => "486",
        CarrierCallStatus.NoAnswer => "480",
        CarrierCallStatus.Failed => "404",
        CarrierCallStatus.Canceled => "487",
        CarrierCallStatus.Completed or CarrierCallStatus.Queued or CarrierCallStatus.Initiated
            or CarrierCallStatus.Ringing or CarrierCallStatus.InProgress => "200",
    };
}
