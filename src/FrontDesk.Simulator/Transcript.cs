using System.Globalization;
using System.Text;

namespace FrontDesk.Simulator;

/// <summary>What a transcript's line tells of.</summary>
public enum TranscriptKind
{
    State,
    Heard,
    Said,
    Pressed,
    Webhook,
    Rest,
    Mischief,
    Warning,
}

/// <summary>One line of a transcript.</summary>
public sealed record TranscriptLine(DateTimeOffset At, TranscriptKind Kind, string Text)
{
    internal int Rank { get; init; }

    internal int Sequence { get; init; }
}

/// <summary>Everything that happened on one call or with one text: who heard what, who pressed what, each HTTP exchange.</summary>
public sealed class Transcript
{
    private readonly Journal<TranscriptLine> lines = new();
    private readonly TimeProvider clock;

    internal Transcript(TimeProvider clock, string sid, string from, string to)
    {
        this.clock = clock;
        (Sid, From, To, Started) = (sid, from, to, clock.GetUtcNow());
        Talk = new Track(this, "talk", 0);
        Callbacks = new Track(this, "callbacks", 1);
        Stray = new Track(this, "stray", 2);
    }

    /// <summary>The call's or the message's sid.</summary>
    public string Sid { get; }

    public string From { get; }

    public string To { get; }

    public DateTimeOffset Started { get; }

    /// <summary>In order of time; at one instant, the conversation before the callbacks before what strayed.</summary>
    public IReadOnlyList<TranscriptLine> Lines =>
        [.. lines.ToArray().OrderBy(line => line.At).ThenBy(line => line.Rank).ThenBy(line => line.Sequence)];

    internal Track Talk { get; }

    internal Track Callbacks { get; }

    internal Track Stray { get; }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Sid} {From} -> {To}\n");
        foreach (var line in Lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.At:yyyy-MM-dd HH:mm:ss.fff} {line.Kind,-8} {line.Text}\n");
        return text.ToString();
    }

    /// <summary>One sequence of events within the call; several go on side by side.</summary>
    internal sealed class Track(Transcript transcript, string name, int rank)
    {
        private int exchanges;
        private int sequence;

        public Transcript Transcript => transcript;

        /// <summary>Names the next exchange on this track, for ids and chances.</summary>
        public string NextOccasion() => string.Create(CultureInfo.InvariantCulture, $"{transcript.Sid} {name} {++exchanges}");

        public TranscriptLine Add(TranscriptKind kind, string text)
        {
            var line = new TranscriptLine(transcript.clock.GetUtcNow(), kind, text) { Rank = rank, Sequence = ++sequence };
            transcript.lines.Add(line);
            return line;
        }

        /// <summary>Completes a line with what came of it, in its place.</summary>
        public void Complete(TranscriptLine line, string outcome) => transcript.lines.Replace(line, line with { Text = line.Text + outcome });
    }
}
