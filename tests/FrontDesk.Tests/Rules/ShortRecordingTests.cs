using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>The last resort for who was not understood: only where the desk allows it, only after asking, only once.</summary>
public sealed class ShortRecordingTests
{
    private static readonly Heard Silence = TheDesk.Silence;

    [Fact]
    public void Nobody_is_asked_where_the_desk_does_not_allow_it() => Assert.Equal(ScriptStep.Goodbye, Unclear(allowed: false).Step);

    [Fact]
    public void Whoever_was_understood_in_everything_is_not_asked() =>
        Assert.Equal(ScriptStep.Goodbye, Rings(allowed: true).Hears("John Smith").Hears("yes").Hears("yes").Hears("the lease").Step);

    [Theory]
    [InlineData("no need")]
    [InlineData("never mind")]
    public void Nor_is_who_wants_no_call_back(string said) => Assert.Equal(ScriptStep.Goodbye, Rings(allowed: true).Hears("John Smith").Hears(said).Step);

    [Fact]
    public void Who_was_not_understood_is_asked_and_recorded_on_a_yes()
    {
        var call = Unclear(allowed: true);
        Assert.Equal("May I record a short message for her? Say yes, or press 1.", call.Said);
        Assert.Equal(RecordingConsent.Unanswered, call.Notes.Recording);

        Assert.True(call.Hears("yes").Turn.Line.Records);
        Assert.Equal("Please leave your message after the tone, and press the pound key when you are done.", call.Said);
        Assert.Equal(RecordingConsent.Given, call.Notes.Recording);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    public void Keys_say_yes_and_no_too(string key, bool records) => Assert.Equal(records, Unclear(allowed: true).Hears(TheDesk.Presses(key)).Turn.Line.Records);

    [Fact]
    public void A_no_is_the_goodbye()
    {
        var call = Unclear(allowed: true).Hears("no thanks");
        Assert.Equal((ScriptStep.Goodbye, RecordingConsent.Refused), (call.Step, call.Notes.Recording));
    }

    [Fact]
    public void Silence_is_no_yes()
    {
        var call = Unclear(allowed: true).Hears(Silence).Hears(Silence);
        Assert.Equal((ScriptStep.Goodbye, RecordingConsent.Unanswered), (call.Step, call.Notes.Recording));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("hangup")]
    [InlineData("")]
    public void What_ends_a_recording_is_neither_a_number_nor_asked_again(string keys)
    {
        var call = Unclear(allowed: true).Hears("yes").Hears(keys.Length == 0 ? Silence : TheDesk.Presses(keys));
        Assert.Equal((ScriptStep.Goodbye, null), (call.Step, call.Notes.NumberAsHeard));
    }

    [Fact]
    public void Whoever_asks_about_the_boss_there_hears_what_everybody_hears_R9() =>
        Assert.StartsWith("I'm sorry, she's not available to take your call. May I record", Unclear(allowed: true).Hears("Is she in?").Said, StringComparison.Ordinal);

    private static Conversation Unclear(bool allowed) => Rings(allowed).Hears("John Smith").Hears("yes").Hears("yes").Hears(Silence).Hears(Silence);

    private static Conversation Rings(bool allowed) => new(TheDesk.Stranger, TheDesk.Margarets with { MayRecord = allowed });
}
