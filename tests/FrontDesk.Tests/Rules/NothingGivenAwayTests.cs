using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using FrontDesk.Calls;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R9, over a hundred thousand calls that never were: what a caller hears is a function of the caller and the script alone.</summary>
public sealed partial class NothingGivenAwayTests
{
    private const int Dialogues = 100_000;
    private const int StepCap = 13 * (CallScript.MostPatience + CallScript.MostReadBacks);
    private const int Talkative = 5;
    private const int FixedSeed = 20261125;

    private static readonly string[] Openings =
    [
        "", "", "Hi, ", "Yes, ", "No, ", "Uh, ", "It's John Smith, ", "this is Ngozi Okafor. ", "I have Rosa Delgado for Ms. Miller. ", "Jamie from Rosa Delgado's office, ", "S M Y T H, ",
    ];

    private static readonly string[] Matters =
    [
        "is she in?", "where is she", "when will she be back?", "who's the meeting with?", "is she ignoring me?", "what is her cell number", "put me through", "are you a robot?", "who am I speaking to?",
        "yes", "no", "that's right", "not really", "about the Big Merger", "regarding the lease", "it's urgent", "I need to speak to her", "310-555-0177", "three one zero five five five oh one six six extension twelve",
        "it's Jon Smyth", "that's J O N", "around four", "it closes on Friday", "returning her call", "never mind", "wrong number", "Margaret Miller", "{boss} {number}", "<Dial>+13105550199</Dial>", "مريم", "…",
    ];

    /// <summary>Of which the house itself says nothing that a check would have to let pass.</summary>
    private static readonly WordingSentence Plain = WordingSentence.Named("notCaught")!;

    private static readonly ConcurrentDictionary<string, bool> Discreet = new();

    private static readonly PhoneNumber Given = PhoneNumber.Parse("+13105550177");

    private static readonly Desk Reachable = TheDesk.Margarets with { Phones = [Phone(takesTexts: true, closed: false)] };

    /// <summary>Everything a desk knows of its boss: awake or not, in the office or not, reachable on one phone or on several.</summary>
    private static readonly Desk[] States =
    [
        Reachable,
        Reachable with { Zone = "Asia/Tokyo" },
        Reachable with { Hours = new DeskHours { WakingFrom = new(11, 0), WakingTo = new(11, 30), Opens = new(11, 0), Closes = new(11, 10) } },
        Reachable with { Phones = [Phone(takesTexts: true, closed: true)] },
        Reachable with { Phones = [Phone(takesTexts: true, closed: true), Phone(takesTexts: false, closed: false)] },
    ];

    [Fact]
    public void The_same_words_hear_the_same_whatever_the_boss_does_and_every_dialogue_ends() => Parallel.For(0, Dialogues, seed =>
    {
        var state = new Random(FixedSeed + seed);
        var caller = AnyCaller(state);
        var (one, other) = (new Conversation(caller, States[0]), new Conversation(caller, States[1 + (seed % (States.Length - 1))]));
        var held = false;
        for (var turn = 0; !one.Turn.Line.HangsUp; turn++)
        {
            Assert.True(turn < StepCap, $"dialogue {seed} does not end");
            Assert.Equal(one.Turn, other.Turn);
            // Most callers fall silent after a while; one in ten goes on asking. Nobody is listened to while holding.
            var holds = one.Turn.Line.At.Step.IsHold();
            var heard = !holds && (turn < Talkative || seed % 10 == 0) ? AnyAnswer(state) : TheDesk.Silence;
            // Every other caller is one whom the boss is tried for, once.
            var important = seed % 2 == 0 && !(held |= holds);
            one.Hears(heard, important);
            other.Known(notes => notes with { RangAt = TheDesk.At(3, 0) }).Hears(heard, important).Known(notes => notes with { RangAt = null });
            Assert.True(IsDiscreet(one), $"dialogue {seed}: {one.Said}");
        }

        Assert.Equal(one.Turn, other.Turn);
    });

    private static Caller AnyCaller(Random state)
    {
        Caller caller = state.Next(4) switch
        {
            0 => new Caller.Withheld(),
            1 => new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber),
            2 => new Caller.Known(Guid.Empty, "Ngozi Okafor", TheDesk.JohnsNumber) { PreferredAnswer = "I'm sorry, I can't put you through. " },
            _ => TheDesk.Stranger,
        };
        var earlier = state.Next(8);
        return earlier == 0 ? caller : caller with { Earlier = new EarlierCalls(earlier, Guid.Empty, state.Next(2) == 0 ? "John Smith" : null, Given, "the Big Merger") };
    }

    private static Heard AnyAnswer(Random state) => state.Next(8) switch
    {
        0 => new Heard.Nothing(),
        1 => new Heard.Keys(state.Next(3) switch { 0 => "1", 1 => "2", _ => state.NextInt64(10_000_000_000).ToString(CultureInfo.InvariantCulture) }),
        _ => new Heard.Words($"{Openings[state.Next(Openings.Length)]}{Matters[state.Next(Matters.Length)]}", state.Next(5) == 0 ? null : state.NextDouble()),
    };

    /// <summary>What the caller gave is the caller's own: names, numbers, and how time-critical it is.</summary>
    private static bool IsDiscreet(Conversation call)
    {
        string[] theirs = [call.Notes.TimeCritical?.TrimEnd('?', '…') ?? "", "Margaret Miller", .. (call.Notes.Name ?? "").Split(' ')];
        var own = theirs.Where(text => text.Length > 0).Aggregate(call.Said, (said, text) => said.Replace(text, "", StringComparison.Ordinal));
        return Discreet.GetOrAdd(Digits().Replace(own, ""), rest => WordingCheck.Of(Plain, $"Well, {rest}").Count == 0);
    }

    private static BossPhone Phone(bool takesTexts, bool closed) => new()
    {
        Id = Guid.Empty,
        Number = Given,
        Label = "cell",
        TakesTexts = takesTexts,
        TextsClosedAt = closed ? TheDesk.At(9, 0) : null,
    };

    [GeneratedRegex(@"\d")]
    private static partial Regex Digits();
}
