namespace FrontDesk.Simulator.Calls;

/// <summary>One half of two telephones connected: what this one says, the other hears.</summary>
internal sealed class Bridge(Leg other, bool hangsUpOnStar) : IListener
{
    private readonly TaskCompletionSource done = new();

    public bool IsListening => !done.Task.IsCompleted;

    /// <summary>Done when the two are parted again.</summary>
    public Task Done => done.Task;

    public static async Task TalkAsync(Leg caller, Leg callee, bool hangupOnStar)
    {
        var (said, heard) = (new Bridge(callee, hangupOnStar), new Bridge(caller, false));
        (caller.Listener, callee.Listener) = (said, heard);
        caller.Note(TranscriptKind.State, $"connected with {callee.Call.To}");
        callee.Note(TranscriptKind.State, $"connected with {caller.Call.From}");
        caller.Phone.NowListening();
        callee.Phone.NowListening();
        using var gone = caller.Turn.Register(said.Part);
        using var left = callee.Over.Register(said.Part);
        await said.Done;
        heard.Part();
        (caller.Listener, callee.Listener) = (null, null);
    }

    public void Key(char key)
    {
        other.Phone.Hears($"[key {key}]", 0);
        if (hangsUpOnStar && key == '*')
            Part();
    }

    public void SpeechBegins()
    {
        // The words come with their end; until then there is nothing to pass on.
    }

    public void SpeechEnds(string words, double seconds, double? confidence)
    {
        if (IsListening)
            other.Phone.Hears(words, seconds, since: seconds);
    }

    private void Part() => done.TrySetResult();
}
