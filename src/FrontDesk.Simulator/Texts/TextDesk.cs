using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Texts;

/// <summary>Takes texts in, sends texts out, and tells what became of them.</summary>
internal sealed class TextDesk(Switchboard board)
{
    private readonly OptOuts optOuts = new();
    private readonly Dictionary<string, DateTimeOffset> nextFrom = new(StringComparer.Ordinal);

    public bool IsOptedOut(string phone) => optOuts.Covers(phone);

    public bool IsOptedOut(string phone, string number) => optOuts.Covers(phone, number);

    public CarrierMessage Send(TextRequest request)
    {
        var message = Take(request.From, request.To, request.Body, request.Direction, CarrierMessageStatus.Queued);
        board.Loop.Start(() => new OutgoingText(board, message, request).RunAsync());
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
        var message = Take(phone.Number, number.Number, body, CarrierMessageDirection.Inbound, CarrierMessageStatus.Received);
        if (optOuts.Take(phone.Number, number.Number, body) is { } answer)
            phone.Receives(new TextSeen("", number.Number, answer, board.Clock.GetUtcNow()));
        if (number.SmsUrl is { Length: > 0 } url)
            await new TextFlow(board, message, phone.Place, number).RunAsync(url);
        return message;
    }

    private CarrierMessage Take(string from, string to, string body, CarrierMessageDirection direction, CarrierMessageStatus status)
    {
        var now = board.Clock.GetUtcNow();
        var sid = board.NextSid("SM", from, to);
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

    public async Task WaitTurnAsync(string from)
    {
        var now = board.Clock.GetUtcNow();
        var mine = nextFrom.GetValueOrDefault(from) is var next && next > now ? next : now;
        nextFrom[from] = mine + TimeSpan.FromSeconds(1 / board.Options.TextsPerSecond);
        await board.Clock.PassAsync(mine - now, CancellationToken.None);
    }
}
