using System.Globalization;
using FrontDesk.Simulator.Calls;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Texts;

/// <summary>Takes texts in, sends texts out, and tells what became of them.</summary>
internal sealed class TextDesk(Switchboard board)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan OnTheAir = TimeSpan.FromSeconds(1);

    private readonly OptOuts optOuts = new();
    private readonly Dictionary<string, DateTimeOffset> nextFrom = new(StringComparer.Ordinal);

    public bool IsOptedOut(string phone) => optOuts.Covers(phone);

    public bool IsOptedOut(string phone, string number) => optOuts.Covers(phone, number);

    public CarrierMessage Send(TextRequest request)
    {
        var message = Take("SM", request.From, request.To, request.Body, request.Direction, CarrierMessageStatus.Queued);
        board.Loop.Start(() => DeliverAsync(message, request));
        return message;
    }

    /// <summary>Carries out a Message verb; nobody is told of its sid.</summary>
    public void Reply(Message message, string from, string to, Transcript asked)
    {
        var request = new TextRequest(message.From ?? from, message.To ?? to, message.Body, CarrierMessageDirection.OutboundReply)
        {
            StatusCallback = message.StatusCallback ?? message.Action,
        };
        if (IsOptedOut(request.To, request.From))
            asked.Talk.Add(TranscriptKind.Warning, "21610: the recipient said STOP");
        else
            Send(request);
    }

    /// <summary>A text from a telephone to one of the account's numbers.</summary>
    public async Task<CarrierMessage> ReceiveAsync(Telephone phone, CarrierNumber number, string body)
    {
        var message = Take("SM", phone.Number, number.Number, body, CarrierMessageDirection.Inbound, CarrierMessageStatus.Received);
        if (optOuts.Take(phone.Number, number.Number, body) is { } answer)
            phone.Receives(new TextSeen("", number.Number, answer, board.Clock.GetUtcNow()));
        if (number.SmsUrl is { Length: > 0 } url)
            await new TextFlow(board, message, phone.Place, number).RunAsync(url);
        return message;
    }

    private CarrierMessage Take(string prefix, string from, string to, string body, CarrierMessageDirection direction, CarrierMessageStatus status)
    {
        var now = board.Clock.GetUtcNow();
        var sid = board.NextSid(prefix, from, to);
        var message = new CarrierMessage
        {
            Sid = sid,
            From = from,
            To = to,
            Body = body,
            Direction = direction,
            Segments = Segments.Of(body),
            Created = now,
            Updated = now,
            Status = status,
            Sent = status == CarrierMessageStatus.Received ? now : null,
            Transcript = new Transcript(board.Clock, sid, from, to),
        };
        message.Transcript.Talk.Add(TranscriptKind.State, $"{status.Word()}: {body}");
        board.Messages.Add(message);
        return message;
    }

    private async Task DeliverAsync(CarrierMessage message, TextRequest request)
    {
        await board.Clock.PassAsync(Step, CancellationToken.None);
        Become(message, request, CarrierMessageStatus.Queued);
        await WaitTurnAsync(message.From);
        Become(message, request, CarrierMessageStatus.Sending);
        await board.Clock.PassAsync(Step, CancellationToken.None);
        var phone = board.Telephones[message.To];
        if (phone.TextOutcome is TextOutcome.Failed failed)
        {
            Become(message, request, CarrierMessageStatus.Failed, failed.Code);
            return;
        }

        message.Sent = board.Clock.GetUtcNow();
        Become(message, request, CarrierMessageStatus.Sent);
        await board.Clock.PassAsync(OnTheAir, CancellationToken.None);
        if (phone.TextOutcome is TextOutcome.Undelivered undelivered)
        {
            Become(message, request, CarrierMessageStatus.Undelivered, undelivered.Code);
            return;
        }

        phone.Receives(new TextSeen(message.Sid, message.From, message.Body, board.Clock.GetUtcNow()));
        if (phone.TextOutcome is not TextOutcome.NeverReported)
            Become(message, request, CarrierMessageStatus.Delivered);
    }

    private async Task WaitTurnAsync(string from)
    {
        var now = board.Clock.GetUtcNow();
        var mine = nextFrom.GetValueOrDefault(from) is var next && next > now ? next : now;
        nextFrom[from] = mine + TimeSpan.FromSeconds(1 / board.Options.TextsPerSecond);
        await board.Clock.PassAsync(mine - now, CancellationToken.None);
    }

    private void Become(CarrierMessage message, TextRequest request, CarrierMessageStatus status, int? error = null)
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
        board.Loop.Start(() => TellAsync(message, new Webhook(WebhookKind.TextStatus, url, "POST", form)));
    }

    private async Task TellAsync(CarrierMessage message, Webhook hook)
    {
        var outcome = await board.Delivery.DeliverAsync(hook, message.Transcript.Callbacks, CancellationToken.None);
        if (outcome is not WebhookAnswer { IsSuccess: true })
            board.Warnings.Add($"{message.Sid} 15003: status callback failed ({CallbackPost.Told(outcome)})");
    }
}
