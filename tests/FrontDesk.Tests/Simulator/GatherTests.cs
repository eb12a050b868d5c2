using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

public sealed class GatherTests
{
    private const string Danni = "+13105550142";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_are_taken_until_the_finish_key_which_is_not_one_of_them()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said"><Say>Your number?</Say></Gather>""");

        await call.PressAsync("310555#", Cancel);

        Assert.Equal("310555", Assert.Single(desk.To("said")).Form["Digits"]);
    }

    [Fact]
    public async Task The_last_of_numDigits_submits_at_once()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" numDigits="1"/>""");
        var asked = desk.Clock.GetUtcNow();

        await call.PressAsync("1", Cancel);

        var said = Assert.Single(desk.To("said"));
        Assert.Equal("1", said.Form["Digits"]);
        Assert.Equal(asked, said.At);
    }

    [Fact]
    public async Task Between_keys_the_timeout_starts_anew()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" timeout="4"/>""");
        var asked = desk.Clock.GetUtcNow();

        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(3), Cancel);
        await call.PressAsync("1", Cancel);
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(3), Cancel);
        await call.PressAsync("2", Cancel);
        await call.StaySilentAsync(Cancel);

        var said = Assert.Single(desk.To("said"));
        Assert.Equal("12", said.Form["Digits"]);
        Assert.Equal(asked.AddSeconds(3 + 3 + 4), said.At);
    }

    [Fact]
    public async Task The_timeout_counts_from_the_end_of_the_prompt()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" timeout="5" actionOnEmptyResult="true"><Say>one two three four five six seven eight nine ten</Say><Pause length="2"/></Gather>""");

        await call.StaySilentAsync(Cancel);

        var prompt = 10 * 60.0 / 170;
        Assert.Equal(prompt + 2 + 5, (Assert.Single(desk.To("said")).At - PretendDesk.Monday).TotalSeconds, 3);
    }

    [Fact]
    public async Task Silence_goes_on_to_the_next_verb_unless_an_empty_result_was_asked_for()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" input="speech"/><Say>Nothing heard.</Say>""");

        await call.StaySilentAsync(Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Empty(desk.To("said"));
        Assert.Equal("Nothing heard.", call.Heard[^1].Text);
    }

    [Fact]
    public async Task The_finish_key_alone_is_no_input()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said"/><Say>Nothing pressed.</Say>""");

        await call.PressAsync("#", Cancel);

        Assert.Empty(desk.To("said"));
        Assert.Equal("Nothing pressed.", call.Heard[^1].Text);
    }

    [Fact]
    public async Task The_kind_that_comes_first_wins()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" input="dtmf speech" timeout="3"/>""");

        await call.PressAsync("7", Cancel);
        await call.SayAsync("seven", Cancel);
        await call.StaySilentAsync(Cancel);

        var said = Assert.Single(desk.To("said"));
        Assert.Equal("7", said.Form["Digits"]);
        Assert.DoesNotContain("SpeechResult", said.Form.Keys);
    }

    [Fact]
    public async Task Once_somebody_speaks_keys_count_for_nothing()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" input="dtmf speech" speechTimeout="2"/>""");

        var speaking = call.SayAsync("it is about the lease", Cancel);
        await call.PressAsync("#", Cancel);
        await speaking;

        Assert.Equal("it is about the lease", Assert.Single(desk.To("said")).Form["SpeechResult"]);
    }

    [Fact]
    public async Task A_key_cuts_the_prompt_off()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Gather action="said" numDigits="1"><Say>one two three four five six seven eight nine ten</Say></Gather></Response>""");
        desk.Answers("said", "<Response><Hangup/></Response>");
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);

        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(1), Cancel);
        await call.PressAsync("1", Cancel);

        var heard = Assert.Single(call.Heard);
        Assert.True(heard.CutOff);
        Assert.Equal(1, heard.Seconds, 3);
        Assert.Single(desk.To("said"));
    }

    [Fact]
    public async Task A_missing_confidence_is_left_out()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" input="speech" speechTimeout="auto"/>""");

        await call.SayAsync("Margaret Miller", Cancel, confidence: null);

        Assert.DoesNotContain("Confidence", Assert.Single(desk.To("said")).Form.Keys);
    }

    [Fact]
    public async Task Whoever_begins_to_speak_is_not_timed_out()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" input="speech" timeout="5" speechTimeout="1"/>""");

        call.StartTalking();
        await desk.Clock.SkipAsync(TimeSpan.FromSeconds(20), Cancel);
        Assert.Empty(desk.To("said"));
        await call.SayAsync("I type slowly", Cancel);

        Assert.Equal("I type slowly", Assert.Single(desk.To("said")).Form["SpeechResult"]);
    }

    [Fact]
    public async Task Without_an_action_it_comes_back_to_where_it_was_until_the_carrier_calls_it_a_loop()
    {
        await using var desk = await PretendDesk.OpenAsync();
        desk.Answers("answer", """<Response><Gather actionOnEmptyResult="true" timeout="1"/></Response>""");

        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);

        Assert.Equal(100, desk.To("answer").Count);
        Assert.Contains("endless loop", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_four_thousand_characters_arrives_whole()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var call = await AskedAsync(desk, """<Gather action="said" input="speech"/>""");
        var answer = string.Join(' ', Enumerable.Repeat("regarding", 400));

        await call.SayAsync(answer, Cancel);

        Assert.Equal(answer, Assert.Single(desk.To("said")).Form["SpeechResult"]);
    }

    [Fact]
    public async Task A_person_is_not_cut_off_because_another_call_needs_time()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var slow = await AskedAsync(desk, """<Gather action="said" input="speech" timeout="5"/><Hangup/>""");
        var other = await desk.Carrier.Telephone("+13105550144").DialAsync(PretendDesk.Line, Cancel);

        await other.WaitUntilEndedAsync(Cancel);
        await slow.SayAsync("still here", Cancel);

        Assert.Equal("still here", Assert.Single(desk.To("said")).Form["SpeechResult"]);
    }

    private static async Task<PhoneCall> AskedAsync(PretendDesk desk, string verbs)
    {
        desk.Answers("answer", $"<Response>{verbs}</Response>");
        desk.Answers("said", """<Response><Pause length="1"/></Response>""");
        var call = await desk.Carrier.Telephone(Danni).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilListeningAsync(Cancel);
        return call;
    }
}
