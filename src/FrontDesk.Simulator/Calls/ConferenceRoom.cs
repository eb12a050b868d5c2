using System.Globalization;
using FrontDesk.Simulator.Twiml;
using FrontDesk.Simulator.Webhooks;

namespace FrontDesk.Simulator.Calls;

/// <summary>A room calls meet in. It begins once two are in it of whom one starts it, and ends with the last, or with whoever ends it.</summary>
internal sealed class ConferenceRoom(Switchboard board, string name, string sid)
{
    private readonly List<Seat> seats = [];
    private CallbackLine? line;
    private (string? Url, string Method, IReadOnlyList<string> Events) callback = (null, "POST", []);
    private int sequence;
    private bool begun;

    public string Name => name;

    public bool IsOver { get; private set; }

    /// <returns>Null where it is full, or the label is another's.</returns>
    public Seat? Enter(Leg leg, Conference conference, Func<string, string> resolve, bool leavesOnStar)
    {
        if (seats.Count >= conference.Most || (conference.Label is { } label && seats.Exists(other => other.Conference.Label == label)))
        {
            leg.Warn($"16025: no place for {conference.Label ?? leg.Call.Sid} in {name}");
            return null;
        }

        // Only the first to come says who is told.
        if (seats.Count == 0 && line is null)
            (line, callback) = (board.LineFor(leg.Transcript), (conference.StatusCallback is { } url ? resolve(url) : null, conference.StatusCallbackMethod, conference.StatusCallbackEvents));
        var seat = new Seat(this, leg, conference, leavesOnStar);
        seats.Add(seat);
        Tell("join", "participant-join", seat);
        if (begun && conference.BeepOnEnter)
            Hear(seat, "[beep]", 0);
        if (begun || (seats.Count > 1 && seats.Exists(one => one.Conference.Starts)))
            Begin();
        return seat;
    }

    public void Leave(Seat seat)
    {
        if (!seats.Remove(seat))
            return;
        Tell("leave", "participant-leave", seat);
        seat.Out();
        if (begun && seat.Conference.BeepOnExit)
            Hear(seat, "[beep]", 0);
        if (seats.Count == 0 || seat.Conference.Ends)
            End(seat, seat.Conference.Ends ? "participant-with-end-conference-on-exit-left" : "last-participant-left");
    }

    public void Hear(Seat from, string words, double seconds)
    {
        foreach (var other in seats.Where(other => other != from))
            other.Leg.Phone.Hears(words, seconds, since: seconds);
    }

    private void Begin()
    {
        if (!begun)
            Tell("start", "conference-start", null);
        begun = true;
        foreach (var seat in seats)
            seat.Begin();
    }

    private void End(Seat last, string reason)
    {
        if (IsOver)
            return;
        IsOver = true;
        foreach (var seat in seats.ToArray())
        {
            seats.Remove(seat);
            Tell("leave", "participant-leave", seat);
            seat.Out();
        }

        if (begun)
            Tell("end", "conference-end", null, new("CallSidEndingConference", last.Leg.Call.Sid), new("ReasonConferenceEnded", reason));
    }

    private void Tell(string kind, string what, Seat? who, params ReadOnlySpan<KeyValuePair<string, string>> more)
    {
        if (callback.Url is not { Length: > 0 } url || !callback.Events.Contains(kind, StringComparer.Ordinal))
            return;
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", board.Options.AccountSid),
            new("ConferenceSid", sid),
            new("FriendlyName", name),
            new("SequenceNumber", (++sequence).ToString(CultureInfo.InvariantCulture)),
            new("Timestamp", board.Clock.GetUtcNow().Rfc2822()),
            new("StatusCallbackEvent", what),
        ];
        form.Add("CallSid", who?.Leg.Call.Sid);
        form.Add("ParticipantLabel", who?.Conference.Label);
        form.AddRange(more);
        line!.Send(new Webhook(WebhookKind.VoiceStatus, url, callback.Method, form), outcome =>
        {
            if (outcome is not WebhookAnswer { IsSuccess: true })
                board.Warnings.Add($"{name} 15003: status callback failed ({CallbackPost.Told(outcome)})");
        });
    }
}

/// <summary>The rooms that are open, by name.</summary>
internal sealed class ConferenceRooms(Switchboard board)
{
    private readonly Dictionary<string, ConferenceRoom> open = new(StringComparer.Ordinal);

    /// <returns>Null where the room would not have this call.</returns>
    public Seat? Enter(Leg leg, Conference conference, Func<string, string> resolve, bool leavesOnStar)
    {
        if (!open.TryGetValue(conference.Name, out var room) || room.IsOver)
            open[conference.Name] = room = new ConferenceRoom(board, conference.Name, board.NextSid("CF", conference.Name, ""));
        return room.Enter(leg, conference, resolve, leavesOnStar);
    }
}
