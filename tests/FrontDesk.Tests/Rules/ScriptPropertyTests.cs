using System.Text;
using FrontDesk.Calls;
using FrontDesk.Desks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Whatever a caller does, the script ends, in few steps, with a sentence that can be spoken.</summary>
public sealed class ScriptPropertyTests
{
    private const int MostTurns = 13 * CallScript.MostPatience;
    private const int Answers = 12;

    private static readonly string[] Sayings =
    [
        "yes", "no", "John Smith", "Hi, it's John Smith calling for Ms. Miller", "Is she in?", "when will she be back", "regarding the Big Merger", "it's urgent",
        "310-555-0142", "my number is", "triple five double", "plus", "{boss} {number} {name", "<Dial>+19005550100</Dial>", "who am I speaking with?", "",
        "\0", "\ud800", "\u202eevil", "👩‍👩‍👧", "محمد", "…?!", "no, use 310 555 0143", "my name is", "her", "eight hundred thousand twenty",
        "never mind", "tell her", "about", "re re re", "Margaret Miller", new string('a', 4000),
    ];

    private static readonly Gen<Heard> Anything = Gen.OneOf(
        Gen.Elements(Sayings).NonEmptyListOf().Select(words => (Heard)new Heard.Words(string.Join(" ", words), 0.5)),
        ArbMap.Default.GeneratorFor<string>().Select(words => (Heard)new Heard.Words(words ?? "", null)),
        Gen.Elements("1", "2", "3105550142#", "*", "#", "", "911", "0014420794609581234567").Select(keys => (Heard)new Heard.Keys(keys)),
        Gen.Constant<Heard>(new Heard.Nothing()));

    private static readonly Gen<Caller> Anybody = Gen.Elements(
        TheDesk.Stranger, TheDesk.Withheld, new Caller.Stranger(new CallerId.Sip("sip:a@example.org")), new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber));

    private static readonly Gen<Desk> AnyDesk = Gen.Elements(Enum.GetValues<Pronoun>()).Select(pronoun => TheDesk.Margarets with { Pronoun = pronoun });

    private static readonly Gen<(Caller Caller, Desk Desk, Heard[] Answers)> AnyCall =
        from caller in Anybody
        from desk in AnyDesk
        from answers in Anything.ArrayOf(Answers)
        select (caller, desk, answers);

    [Fact]
    public void Every_call_comes_to_a_goodbye_and_no_question_is_asked_twice_under_the_same_address_C35() => Prop.ForAll(AnyCall.ToArbitrary(), call =>
    {
        var talk = new Conversation(call.Caller, call.Desk);
        HashSet<ScriptPosition> asked = [];
        for (var turn = 0; turn < MostTurns && !talk.Turn.Line.HangsUp; turn++)
        {
            Assert.True(asked.Add(talk.Turn.Line.At), $"{talk.Turn.Line.At} was asked twice");
            talk.Hears(call.Answers[turn % Answers]);
        }

        return talk.Turn.Line.HangsUp;
    }).Check(Many);

    [Fact]
    public void A_call_only_moves_forward() => Prop.ForAll(AnyCall.ToArbitrary(), call =>
    {
        var talk = new Conversation(call.Caller, call.Desk);
        return call.Answers.All(answer =>
        {
            var before = talk.Turn.Line;
            return talk.Hears(answer).Turn.Line.At.IsAfter(before.At) || before.HangsUp;
        });
    }).Check(Many);

    [Fact]
    public void Every_line_can_be_spoken_and_leaves_no_blank_unfilled() => Prop.ForAll(AnyCall.ToArbitrary(), call =>
    {
        var talk = new Conversation(call.Caller, call.Desk);
        return call.Answers.All(answer =>
        {
            talk.Hears(answer);
            return talk.Said.Length is > 0 and < 400
                && !talk.Said.Contains('{')
                && !talk.Said.Any(char.IsControl)
                && talk.Said.EnumerateRunes().All(rune => rune != Rune.ReplacementChar)
                && talk.Said == talk.Said.Normalize();
        });
    }).Check(Many);

    [Fact]
    public void What_was_taken_down_is_never_forgotten() => Prop.ForAll(AnyCall.ToArbitrary(), call =>
    {
        var talk = new Conversation(call.Caller, call.Desk);
        return call.Answers.All(answer =>
        {
            var before = talk.Notes;
            var after = talk.Hears(answer).Notes;
            return (before.Name is null || after.Name is not null)
                && (before.NameHeard is null || after.NameHeard == before.NameHeard)
                && (after.Name is null) == (after.NameHeard is null)
                && (before.Regarding is null || after.Regarding!.StartsWith(before.Regarding, StringComparison.Ordinal))
                && (before.WantsReturn is null || after.WantsReturn is not null)
                && (!before.SaysUrgent || after.SaysUrgent)
                && after is { Name: null or { Length: <= 80 }, NumberAsHeard: null or { Length: <= 100 }, Regarding: null or { Length: <= Heard.MostCharacters } };
        });
    }).Check(Many);

    [Fact]
    public void What_a_caller_says_is_never_said_back_but_for_the_name_and_the_number() => Prop.ForAll(AnyCall.ToArbitrary(), call =>
    {
        var talk = new Conversation(call.Caller, call.Desk);
        return call.Answers.All(answer =>
            !talk.Hears(answer).Said.Contains("Merger", StringComparison.Ordinal) || talk.Notes.Name!.Contains("Merger", StringComparison.Ordinal));
    }).Check(Many);

    [Fact]
    public void A_line_of_no_desk_and_the_simplest_path_end_after_two_silences_C30()
    {
        foreach (var desk in new[] { null, TheDesk.Margarets })
        {
            var line = CallScript.SimplestPath(desk);
            var again = CallScript.Next(line.At, CallNotes.Blank, TheDesk.Silence, TheDesk.Withheld, desk);
            Assert.Equal(line with { At = new(ScriptStep.Message, 2) }, again.Line);
            Assert.True(CallScript.Next(again.Line.At, again.Notes, TheDesk.Silence, TheDesk.Withheld, desk).Line.HangsUp);
        }
    }

    [Fact]
    public void On_the_simplest_path_the_whole_answer_is_what_it_is_regarding()
    {
        const string said = "It's John Smith, 310-555-0142, about the Big Merger. It's urgent.";
        foreach (var desk in new[] { null, TheDesk.Margarets })
        {
            var turn = CallScript.Next(CallScript.SimplestPath(desk).At, CallNotes.Blank, TheDesk.Says(said), TheDesk.Withheld, desk);
            Assert.Equal((said, TheDesk.JohnsNumber, true), (turn.Notes.Regarding, turn.Notes.Number!.Value, turn.Notes.SaysUrgent));
            Assert.True(turn.Line.HangsUp);
        }
    }

    [Fact]
    public void After_a_failure_of_ours_the_last_line_is_said_once_more_with_an_apology_F20()
    {
        var line = new Conversation(TheDesk.Stranger).Turn.Line;
        var again = CallScript.Apology(line, TheDesk.Margarets);
        Assert.Equal(($"I'm sorry about that. {line.Say}", line.At), (again.Say, again.At));
    }

    private static Config Many => Tries.Of(500);
}
