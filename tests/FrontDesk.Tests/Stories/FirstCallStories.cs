using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Tests.Support;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>R10's first call, as different people make it. Each ends with exactly one row that holds everything heard.</summary>
public sealed class FirstCallStories
{
    [Fact]
    public async Task A_stranger_leaves_name_number_and_reason_and_is_told_nothing_but_as_soon_as_she_can()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings()
            .Hears("Margaret Miller's office").Says("Hi, Paula Reyes calling for Ms. Miller")
            .Hears("not available to take your call").Says("Yes, please")
            .Hears("3 1 0, 5 5 5, 0 1 7 7").Says("Yes, that's right")
            .Hears("regarding").Says("The casting for the pilot")
            .Hears("as soon as she can").IsHungUpOn();

        var call = await desk.OnlyCallAsync();
        Assert.Equal("Paula Reyes", call.SaidName);
        Assert.Equal("+13105550177", call.Number);
        Assert.Equal("+13105550177", call.Party);
        Assert.Contains("casting for the pilot", call.Regarding, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((desk.Desk.Id, ScriptStep.Goodbye, CallStatus.Completed, Ball.Ours), (call.DeskId, call.Step, call.Status, call.Ball));
        Assert.NotNull(call.EndedAt);
        Assert.NotNull(call.Seconds);
        Assert.Equal(["Hi, Paula Reyes calling for Ms. Miller", "Yes, please", "Yes, that's right", "The casting for the pilot"], call.Heard);
    }

    [Fact]
    public async Task A_caller_who_spells_the_name_is_taken_down_under_that_spelling()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings()
            .Hears("who's calling").Says("It's John Smith, that's S M Y T H, calling for Ms. Miller")
            .Hears("John Smyth: S, M, Y, T, H. Is that right?").Says("Yes, it is")
            .Hears("not available").HangsUp();

        Assert.Equal("John Smyth", (await desk.OnlyCallAsync()).SaidName);
    }

    [Fact]
    public async Task A_known_caller_is_recognised_by_her_number_though_not_by_what_the_desk_says()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("Gwyneth").Rings()
            .Hears("who's calling").Says("It's Gwyneth")
            .Hears("not available").Says("returning her call")
            .HangsUp();

        var call = await desk.OnlyCallAsync();
        Assert.NotNull(call.ContactId);
        Assert.Equal(call.ContactId.ToString(), call.Party);
        Assert.Contains("returning her call", call.Regarding, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains("Lloyd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_somebody_the_boss_wants_to_talk_to_hangs_up_the_boss_is_told_at_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("Danni").Rings().Hears("who's calling").Says("Danni, returning her call").HangsUp();

        await desk.Telephone("boss").GetsText("Danni Okafor");
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    [InlineData("")]
    public async Task C28_a_withheld_caller_is_asked_for_a_number_and_is_nobody_we_know(string spelling)
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Withheld(spelling).Rings()
            .Hears("who's calling").Says("Robin Vale")
            .Hears("not available").Says("yes")
            .Hears("best number").Says("three one oh, five five five, oh one six six")
            .Hears("3 1 0, 5 5 5, 0 1 6 6. Is that right?").Says("yes")
            .Hears("regarding").Says("the screening")
            .Hears("as soon as she can").IsHungUpOn();
        await desk.Withheld(spelling).Rings().HangsUp();

        var log = await desk.LogAsync();
        Assert.Equal(2, log.Count);
        Assert.All(log, call => Assert.Equal((null, null), (call.Party, call.ContactId)));
        Assert.Equal("+13105550166", log[0].Number);
    }

    [Fact]
    public async Task C23_a_silent_caller_is_asked_twice_and_is_on_the_sheet()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").StaysSilent().Hears("name").StaysSilent()
            .Hears("not available").StaysSilent().Hears("return your call").StaysSilent()
            .Hears("reach you").StaysSilent().Hears("good number").StaysSilent()
            .Hears("regarding").StaysSilent().Hears("regarding").StaysSilent()
            .Hears("as soon as she can").IsHungUpOn();

        var call = await desk.OnlyCallAsync();
        Assert.Empty(call.Heard);
        Assert.Equal(9, call.Turns.Count);
        Assert.Equal((Ball.Ours, "+13105550177"), (call.Ball, call.CallerFrom));
    }

    public static TheoryData<ScriptStep> Questions =>
        [ScriptStep.WhoIsCalling, ScriptStep.CanIHaveHerReturn, ScriptStep.IsThisTheNumber, ScriptStep.Regarding];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task C21_a_caller_who_hangs_up_at_a_question_leaves_all_that_was_said_before(ScriptStep question)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var phone = desk.Telephone("stranger").Rings().Hears("who's calling");
        var answers = new[] { "Paula Reyes", "yes", "yes" };
        foreach (var answer in answers.Take(Array.IndexOf([.. Questions.Select(row => row.Data)], question)))
        {
            _ = phone.Says(answer).Hears("?");
        }

        await phone.HangsUp();

        var call = await desk.OnlyCallAsync();
        Assert.Equal((question, CallStatus.Completed), (call.Step, call.Status));
        Assert.Equal(answers.Take(call.Heard.Count()), call.Heard);
        Assert.Equal(Array.IndexOf([.. Questions.Select(row => row.Data)], question), call.Heard.Count());
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_it_rings_is_on_the_sheet()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().HangsUp();

        var call = await desk.OnlyCallAsync();
        Assert.NotNull(call.EndedAt);
        Assert.Equal(Ball.Ours, call.Ball);
    }

    [Fact]
    public async Task C24_keys_where_speech_is_expected_are_no_name_but_may_be_a_number()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Withheld().Rings()
            .Hears("who's calling").Presses("*7#")
            .Hears("name").Presses("3105550166#")
            .Hears("not available").Presses("1#")
            .Hears("?").HangsUp();

        var call = await desk.OnlyCallAsync();
        Assert.Null(call.SaidName);
        Assert.Equal("+13105550166", call.Number);
        Assert.Equal(["*7", "3105550166", "1"], call.Heard);
        Assert.Equal(1, call.WantsReturn);
    }

    [Fact]
    public async Task A_number_is_confirmed_by_one_key_and_another_one_keyed_in()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings()
            .Hears("who's calling").Says("Paula Reyes")
            .Hears("not available").Says("yes")
            .Hears("reach you at").Presses("2")
            .Hears("best number").Presses("3105550166#")
            .Hears("3 1 0, 5 5 5, 0 1 6 6. Is that right?").Presses("1#")
            .Hears("regarding").Says("a script")
            .IsHungUpOn();

        Assert.Equal("+13105550166", (await desk.OnlyCallAsync()).Number);
    }

    [Fact]
    public async Task C27_an_answer_of_4000_characters_is_kept_whole_and_a_longer_one_says_that_it_was_cut()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var whole = string.Join(' ', Enumerable.Range(1, 1000).Select(i => $"w{i % 100:00}"))[..3999] + ".";
        var longer = whole + " And there is more.";

        foreach (var (phone, story) in new[] { ("stranger", whole), ("John", longer) })
        {
            await desk.Telephone(phone).Rings().Hears("who's calling").Says("Paula Reyes").Hears("?").Says("yes").Hears("?").Says("yes")
                .Hears("regarding").Says(story).Hears("as soon as she can").IsHungUpOn();
        }

        var log = await desk.LogAsync();
        Assert.Equal(whole, log[0].Heard.Last());
        Assert.Equal(4000, log[1].Heard.Last().Length);
        Assert.EndsWith("… (cut)", log[1].Heard.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("🎬 Zoë 🎬 Ångström")]
    [InlineData("مريم حداد")]
    [InlineData("שירה לוי")]
    [InlineData("<Dial>+19005550199</Dial>")]
    [InlineData("</Say><Redirect>https://evil.example</Redirect><Say>")]
    [InlineData("'); drop table calls; --")]
    [InlineData("{boss} {number} {{name}}")]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    public async Task S91_a_name_of_any_kind_is_a_name_and_nothing_else(string name)
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings()
            .Hears("who's calling").Says(name)
            .Hears("?").Says("yes").Hears("?").Says("yes").Hears("?").Says(name)
            .IsHungUpOn();

        var call = await desk.OnlyCallAsync();
        Assert.Equal(name.Normalize(), call.Heard.First());
        Assert.Equal(name.Normalize(), call.Heard.Last());
        Assert.DoesNotContain(call.Turns, turn => turn.Said.Contains("Margaret Miller", StringComparison.Ordinal) && turn.Step != ScriptStep.Ring);
    }

    [Fact]
    public async Task C46_what_looks_the_same_is_stored_the_same_and_a_nul_ends_nothing()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Zoe\u0301 \0Bell\u202e").HangsUp();

        Assert.Equal("Zo\u00e9 Bell\u202e", Assert.Single((await desk.OnlyCallAsync()).Heard));
    }

    [Fact]
    public async Task C26_confidence_is_kept_where_there_is_one()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes", confidence: null).Hears("?").Says("yes", confidence: 0.31).HangsUp();

        Assert.Equal([null, null, 0.31], (await desk.OnlyCallAsync()).Turns.Select(turn => turn.Confidence));
    }

    [Theory]
    [InlineData("Operator. Operator!")]
    [InlineData("Je voudrais parler à Madame Miller")]
    [InlineData("What the f*** is this")]
    public async Task C25_whatever_is_said_is_kept_as_it_was_said(string said)
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").Says(said).HangsUp();

        Assert.Equal([said], (await desk.OnlyCallAsync()).Heard);
    }

    [Fact]
    public async Task C29_a_call_over_sip_or_from_abroad_is_written_down_as_it_came()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings(extras: new() { From = "sip:alice@example.org" }).Hears("who's calling").HangsUp();
        await desk.Telephone("+442079460018").Rings(extras: new() { StirVerstat = "TN-Validation-Passed-A" }).Hears("who's calling").HangsUp();

        var log = await desk.LogAsync();
        Assert.Equal(("sip:alice@example.org", null), (log[0].CallerFrom, log[0].Party));
        Assert.Equal(("+442079460018", "TN-Validation-Passed-A"), (log[1].Party, log[1].Stir));
    }

    [Fact]
    public async Task C30_a_line_no_desk_has_claimed_takes_a_message()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings("+13105550109")
            .Hears("Thank you for calling").Says("Paula Reyes, 310 555 0166, about the lease")
            .IsHungUpOn();

        var call = await desk.OnlyCallAsync();
        Assert.Equal((null, "+13105550109"), (call.DeskId, call.LineNumber));
        Assert.Contains("the lease", call.Regarding, StringComparison.Ordinal);
        Assert.NotNull(call.EndedAt);
    }

    [Fact]
    public async Task The_same_caller_ringing_three_times_is_three_calls_of_one_party()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        for (var i = 0; i < 3; i++)
        {
            await desk.Telephone("John").Rings().Hears("who's calling").HangsUp();
        }

        var log = await desk.LogAsync();
        Assert.Equal(3, log.Count);
        Assert.Single(log.Select(call => call.Party).Distinct());
    }
}
