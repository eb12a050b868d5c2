using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FrontDesk.Reconciling;
using FrontDesk.Web.Reconciling;
using Xunit;

namespace FrontDesk.Tests.Api;

public sealed class ReconciliationApiTests : ApiTest
{
    [Fact]
    public async Task The_newest_comparison_is_told_with_where_the_numbers_do_not_lead_to_us()
    {
        var runs = House.Get<RunBook>();
        while (await runs.NewestAsync(Cancel) is not { FinishedAt: not null })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        await runs.ReplaceDifferencesAsync([new NumberDifference("+13105550100", NumberSetting.VoiceStatus, "https://desk.example.org/twilio/voice/status", null)], House.Clock.GetUtcNow(), Cancel);

        var told = (await Client.GetFromJsonAsync<JsonObject>("/api/v1/reconciliation", Cancel))!;

        Assert.Equal(("brokenOff", null), ((string?)told["state"], (string?)told["completeAt"]));
        Assert.StartsWith("numbers: ", (string?)told["why"], StringComparison.Ordinal);
        Assert.Equal(("+13105550100", "voiceStatus", null), ((string?)told["numbers"]![0]!["number"], (string?)told["numbers"]![0]!["setting"], (string?)told["numbers"]![0]!["theirs"]));
        using var stranger = House.NewClient();
        await AssertProblemAsync(HttpStatusCode.Unauthorized, await stranger.GetAsync("/api/v1/reconciliation", Cancel));
    }
}
