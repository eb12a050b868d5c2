using FrontDesk.Calls;
using FrontDesk.Web.Calls;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>What a call has besides what was said on it.</summary>
public sealed class CallHintsPageTests : PageTest
{
    [Theory]
    [InlineData(RecordingConsent.Given, 12, "a recording of 12 s (at the carrier)")]
    [InlineData(RecordingConsent.Given, 0, "the caller agreed; the carrier has none")]
    [InlineData(RecordingConsent.Given, null, "the caller agreed; the carrier has not told of one yet")]
    [InlineData(RecordingConsent.Refused, null, "refused: nothing was recorded")]
    [InlineData(RecordingConsent.Unanswered, null, "asked for, not answered: nothing was recorded")]
    public async Task The_call_says_what_became_of_a_recording(RecordingConsent consent, int? seconds, string words)
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.WriteAsync(
            work => work.ExecuteAsync("update calls set recording_consent = @consent, recording_seconds = @seconds where id = @call", new { consent, seconds, call }), Cancel);

        Assert.Contains($"Recording {words} ", (await PaperPage.OpenAsync(Client, $"/calls/{call}")).Text(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_telephone_companies_name_for_a_stranger_is_a_hint_on_the_sheet_and_on_the_call()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.WriteAsync(
            work => work.ExecuteAsync("update calls set name_lookup = @named, caller_id_name = 'SMITH J' where id = @call", new { named = NameLookup.Named, call }), Cancel);

        Assert.Contains("caller ID name: SMITH J", (await PaperPage.OpenAsync(Client, "/?desk=miller")).Text(".numbers"), StringComparison.Ordinal);
        Assert.Contains("Caller ID name SMITH J a hint: nobody said it", (await PaperPage.OpenAsync(Client, $"/calls/{call}")).Text(".facts"), StringComparison.Ordinal);
    }
}
