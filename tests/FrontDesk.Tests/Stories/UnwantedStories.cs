using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Simulator;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Calls nobody asked for: each is written down, none ranks above "Call?", none is met rudely.</summary>
public sealed class UnwantedStories
{
    [Fact]
    public async Task A_blocked_caller_hears_one_sentence_is_on_the_log_and_reminds_nobody()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await BlockAsync(desk, "+13105550143");

        await desk.Telephone("Danni").Rings().Hears("we're not able to take your call").IsHungUpOn();
        await desk.PassesAsync(TimeSpan.FromHours(2));

        var call = await desk.OnlyCallAsync();
        Assert.Equal((CallStatus.Completed, "+13105550143"), (call.Status, call.CallerFrom));
        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((CallCode.CallMaybe, CodeReason.Blocked, "Danni Okafor"), (line.Code, line.CodeReason, line.Name));
    }

    [Fact]
    public async Task Unblocked_they_are_who_they_were_and_the_call_they_made_meanwhile_counts()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await BlockAsync(desk, "+13105550143");
        await desk.Telephone("Danni").Rings().IsHungUpOn();

        await desk.Services.GetRequiredService<BlockedNumbers>().UnblockAsync(desk.Desk.Id, PhoneNumber.Parse("+13105550143"), DeskUnderTest.Cancel);
        await desk.PassesAsync(TimeSpan.FromMinutes(1));

        await desk.Telephone("boss").GetsText("ASAP Danni Okafor");
        Assert.Contains("was turned away", Assert.Single(await SheetAsync(desk)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_with_the_wrong_number_is_let_go_kindly_and_marked()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Hears("who's calling").Says("Oh, sorry, wrong number.").Hears("No trouble at all").IsHungUpOn();

        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((CallCode.CallMaybe, CodeReason.WrongNumber), (line.Code, line.CodeReason));
        Assert.Contains("asks for no call back", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_calls_itself_urgent_is_marked_and_ranks_last()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings()
            .Hears("who's calling").Says("This is an urgent message about your car's extended warranty. Press 1 now.")
            .Says("Act now. Press 1 to speak to an agent.")
            .Hears("Thank you for calling. Goodbye.").IsHungUpOn();

        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((CallCode.CallMaybe, CodeReason.SoundsLikeRecording), (line.Code, line.CodeReason));
        Assert.Equal(2, (await desk.OnlyCallAsync()).Heard.Count());
    }

    [Fact]
    public async Task A_machine_that_says_the_same_at_each_question_is_told_from_a_person()
    {
        const string Speech = "Hello and good afternoon to you from everybody at the big summer sale in town";
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("stranger").Rings().Says(Speech).Says(Speech).Says(Speech).Says(Speech).IsHungUpOn();

        Assert.Equal(CodeReason.SoundsLikeRecording, Assert.Single(await SheetAsync(desk)).CodeReason);
    }

    [Fact]
    public async Task A_fax_that_hears_nothing_and_says_nothing_is_on_the_sheet_and_at_its_end()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var fax = desk.Telephone("stranger").Rings();
        for (var silences = 0; silences < 12; silences++)
        {
            _ = fax.StaysSilent();
        }

        await fax.IsHungUpOn();

        Assert.Equal(CallCode.CallMaybe, Assert.Single(await SheetAsync(desk)).Code);
        Assert.Empty((await desk.OnlyCallAsync()).Heard);
    }

    [Fact]
    public async Task A_forged_number_is_not_taken_for_the_one_the_boss_waits_for()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("Danni").Rings(extras: new() { StirVerstat = "TN-Validation-Failed-A" })
            .Hears("who's calling").Says("It's Danni Okafor, it's urgent.")
            .Hears("Can I have her return").Says("Yes").HangsUp();
        await desk.PassesAsync(TimeSpan.FromHours(2));

        var line = Assert.Single(await SheetAsync(desk));
        Assert.Equal((CallCode.CallMaybe, CodeReason.MayBeForged, (Guid?)null), (line.Code, line.CodeReason, line.ContactId));
        Assert.Equal("The number may be forged: it is Danni Okafor's, and failed its validation", line.Why);
        Assert.Equal("Danni Okafor", line.Name);
    }

    [Fact]
    public async Task Nothing_of_earlier_calls_is_said_to_a_forged_number()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Telephone("stranger").Rings().Says("It's Paula Reyes").Says("Yes").Says("Yes").Says("The lease").IsHungUpOn();

        await desk.Telephone("stranger").Rings(extras: new() { StirVerstat = "TN-Validation-Failed" }).Says("It's Paula Reyes").Hears("Thank you, Paula Reyes").HangsUp();

        var calls = await desk.LogAsync();
        Assert.DoesNotContain(calls[1].Turns, turn => turn.Said.Contains("again", StringComparison.Ordinal));
        Assert.Equal(1, calls[1].NthCall);
    }

    [Fact]
    public async Task B64_our_own_call_that_the_bosss_phone_sends_back_hears_busy_and_is_on_the_log()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("+13105550101 was rung and nobody expected it");
        var cell = desk.Carrier.Telephone("+13105550101");
        cell.Behaviour = new Behaviour.Forwards(DeskUnderTest.Line);
        await desk.Telephone("boss").Texts("STOP").GetsText("unsubscribed");
        await desk.Telephone("Danni").Rings().Says("It's Danni Okafor").HangsUp();

        await desk.PassesAsync(TimeSpan.FromMinutes(2));

        var calls = await desk.LogAsync();
        Assert.Equal((2, CallStatus.Busy, DeskUnderTest.Line), (calls.Count, calls[1].Status, calls[1].CallerFrom));
        Assert.Contains(await SheetAsync(desk), line => line is { CodeReason: CodeReason.Loop, Code: CallCode.CallMaybe } && line.Why.StartsWith("Loop: ", StringComparison.Ordinal));
        Assert.Contains(desk.Carrier.Calls, call => call is { ForwardedFrom: "+13105550101", Status: CarrierCallStatus.Busy });
    }

    [Fact]
    public async Task B64_a_call_from_the_bosss_phone_while_the_desk_rings_it_is_a_loop()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        desk.Expects("+13105550101 was rung and nobody expected it");
        desk.Carrier.Telephone("+13105550101").Behaviour = new Behaviour.NoAnswer();
        await desk.Telephone("boss").Texts("STOP").GetsText("unsubscribed");
        await desk.Telephone("Danni").Rings().Says("It's Danni Okafor").HangsUp();
        await desk.PassesAsync(TimeSpan.FromSeconds(10));

        var sid = desk.NewSid();
        var answer = await desk.PostAsync(From(desk.Ringing(sid), "+13105550101"));

        Assert.Contains("<Reject reason=\"busy\"/>", answer, StringComparison.Ordinal);
        Assert.Equal(answer, await desk.PostAsync(From(desk.Ringing(sid), "+13105550101")));
    }

    [Fact]
    public async Task The_boss_who_phones_the_line_from_her_own_phone_is_answered()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("boss").Rings().Hears("Margaret Miller's office").HangsUp();

        Assert.NotEqual(CodeReason.Loop, Assert.Single(await SheetAsync(desk)).CodeReason);
    }

    [Fact]
    public async Task A_caller_whom_the_bosss_phone_sends_on_is_answered_and_the_log_says_by_way_of_what()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        await desk.Telephone("John").Rings(extras: new() { ForwardedFrom = "+13105550101" }).Hears("Margaret Miller's office").Says("It's John Smith").HangsUp();

        Assert.Equal("+13105550101", (await desk.OnlyCallAsync()).ForwardedFrom);
    }

    private static SignedRequest From(SignedRequest request, string number) => request with
    {
        Fields = [.. request.Fields.Select(field => field.Name == "From" ? ("From", number) : field)],
    };

    private static Task<bool> BlockAsync(DeskUnderTest desk, string number) => desk.Services.GetRequiredService<BlockedNumbers>().BlockAsync(
        desk.Desk.Id, new BlockedNumber { Number = PhoneNumber.Parse(number), By = "Jamie", At = desk.Clock.GetUtcNow() }, DeskUnderTest.Cancel);

    private static Task<IReadOnlyList<SheetLine>> SheetAsync(DeskUnderTest desk) =>
        desk.Services.GetRequiredService<CurrentSheet>().LinesAsync(desk.Desk.Id, DeskUnderTest.Cancel);
}
