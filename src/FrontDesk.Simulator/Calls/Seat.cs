using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>One call in a room: what it says, the others hear once the room has begun.</summary>
internal sealed class Seat(ConferenceRoom room, Leg leg, Conference conference, bool leavesOnStar) : IListener
{
    private readonly TaskCompletionSource begun = new();
    private readonly TaskCompletionSource done = new();

    public Leg Leg => leg;

    public Conference Conference => conference;

    public bool IsListening => begun.Task.IsCompleted && !done.Task.IsCompleted;

    /// <summary>Done once there is somebody to talk to.</summary>
    public Task Begun => begun.Task;

    /// <summary>Done when this call is out of the room.</summary>
    public Task Done => done.Task;

    public void Begin()
    {
        if (!begun.TrySetResult())
            return;
        leg.Note(TranscriptKind.State, $"talks in {room.Name}");
        leg.Phone.NowListening();
    }

    public void Leave() => room.Leave(this);

    public void Out() => done.TrySetResult();

    public void Key(char key)
    {
        room.Hear(this, $"[key {key}]", 0);
        if (leavesOnStar && key == '*')
            Leave();
    }

    public void SpeechBegins()
    {
        // The words come with their end; until then there is nothing to pass on.
    }

    public void SpeechEnds(string words, double seconds, double? confidence)
    {
        if (IsListening && !conference.Muted)
            room.Hear(this, words, seconds);
    }
}
