using System.Globalization;
using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Texts;

/// <summary>One text on its way to a telephone.</summary>
internal sealed class OutgoingText(Switchboard board, CarrierMessage message, TextRequest request)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan OnTheAir = TimeSpan.FromSeconds(1);

    private readonly CallbackLine line = board.LineFor(message.Transcript);

    public async Task RunAsync()
    {
        await board.Clock.PassAsync(Step, CancellationToken.None);
        Become(CarrierMessageStatus.Queued);
        await board.Texts.WaitTurnAsync(message.From);
        Become(CarrierMessageStatus.Sending);
        await board.Clock.PassAsync(Step, CancellationToken.None);
        var phone = board.Telephones[message.To];
        if (phone.TextOutcome is TextOutcome.Failed failed)
        {
            Become(CarrierMessageStatus.Failed, failed.Code);
            return;
        }

        message.Sent = board.Clock.GetUtcNow();
        Become(CarrierMessageStatus.Sent);
        await board.Clock.PassAsync(OnTheAir, CancellationToken.None);
        if (phone.TextOutcome is TextOutcome.Undelivered undelivered)
        {
            Become(CarrierMessageStatus.Undelivered, undelivered.Code);
            return;
        }

        phone.Receives(new TextSeen(message.Sid, message.From, message.Body, board.Clock.GetUtcNow()));
        if (phone.TextOutcome is not TextOutcome.NeverReported)
            Become(CarrierMessageStatus.Delivered);
    }

    private void Become(CarrierMessageStatus status, int? error = null)
    {
        (message.Status, message.ErrorCode, message.Updated) = (status, error, board.Clock.GetUtcNow());
        message.Transcript.Talk.Add(TranscriptKind.State, status.Word());
        if (request.StatusCallback is not { Length: > 0 } url)
            return;
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", board.Options.AccountSid),
            new("ApiVersion", "2010-04-01"),
            new("From", message.From),
            new("MessageSid", message.Sid),
            new("MessageStatus", status.Word()),
            new("SmsSid", message.Sid),
            new("SmsStatus", status.Word()),
            new("To", message.To),
        ];
        form.Add("ErrorCode", error?.ToString(CultureInfo.InvariantCulture));
        if (status is CarrierMessageStatus.Delivered or CarrierMessageStatus.Undelivered)
            form.Add("RawDlrDoneDate", message.Updated.UtcDateTime.ToString("yyMMddHHmm", CultureInfo.InvariantCulture));
        line.Send(new Webhook(WebhookKind.TextStatus, url, "POST", form), outcome =>
        {
            if (outcome is not WebhookAnswer { IsSuccess: true })
                board.Warnings.Add($"{message.Sid} 15003: status callback failed ({CallbackPost.Told(outcome)})");
        });
    }
}
