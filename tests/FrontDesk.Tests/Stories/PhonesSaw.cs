using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Web.Reach;
using Microsoft.Extensions.DependencyInjection;

namespace FrontDesk.Tests.Stories;

/// <summary>One ringing of one phone of the boss: told by the telephone and the carrier's log, or by the desk's proof (R4).</summary>
internal sealed record PhonesSaw(string Label, AttemptKind Kind, AttemptOutcome Outcome, DateTimeOffset? Answered, DateTimeOffset? Ended)
{
    /// <summary>From what was heard and pressed at the telephones, and from nothing of the desk's.</summary>
    public static IReadOnlyList<PhonesSaw> Of(ReachHouse house) => InOrder(
        from phone in ReachHouse.Phones
        from call in house.Desk.Carrier.Telephone(phone.Number).Calls
        where house.IsChase(call) || IsWord(call)
        select Of(house, phone.Label, call));

    /// <summary>Where a phone rang. One that was called off before it rang saw nothing, and is left out here.</summary>
    public static async Task<IReadOnlyList<PhonesSaw>> OnTheSheetAsync(ReachHouse house)
    {
        var proof = house.Desk.Services.GetRequiredService<ReachProof>();
        var rung = ReachHouse.Phones.Select(phone => phone.Number).Where(number => house.Desk.Carrier.Telephone(number).Calls.Any(house.IsChase)).ToHashSet(StringComparer.Ordinal);
        var attempts = await proof.OfCallAsync((await house.Desk.OnlyCallAsync()).Id, ReachHouse.Cancel);
        return InOrder(attempts.Where(attempt => attempt.Outcome != AttemptOutcome.CalledOff || rung.Contains(attempt.Phone.E164))
            .Select(attempt => new PhonesSaw(attempt.Label, attempt.Kind, attempt.Outcome, attempt.Kind == AttemptKind.Rang ? attempt.AnsweredAt : null, attempt.EndedAt)));
    }

    private static PhonesSaw Of(ReachHouse house, string label, PhoneCall call)
    {
        var carried = house.Desk.Carrier.Calls.Single(each => each.Sid == call.CallSid);
        var kind = house.IsChase(call) ? AttemptKind.Rang : AttemptKind.SpokenWord;
        // When word is left the desk listens to the greeting first, so its own "answered" is later.
        return new(label, kind, CameTo(kind, call, carried.Status), kind == AttemptKind.Rang ? Kept(carried.Answered) : null, Kept(carried.Ended));
    }

    private static AttemptOutcome CameTo(AttemptKind kind, PhoneCall call, CarrierCallStatus status) => (status, kind) switch
    {
        (CarrierCallStatus.Busy, _) => AttemptOutcome.Busy,
        (CarrierCallStatus.NoAnswer, _) => AttemptOutcome.NoAnswer,
        (CarrierCallStatus.Failed, _) => AttemptOutcome.Failed,
        (CarrierCallStatus.Canceled, _) => AttemptOutcome.CalledOff,
        (_, AttemptKind.SpokenWord) => Heard(call, "Rang at") ? AttemptOutcome.LeftWord : AttemptOutcome.Screened,
        _ when Heard(call, "Connecting you") => AttemptOutcome.Taken,
        _ => string.Concat(call.Transcript.Lines.Where(line => line.Kind == TranscriptKind.Pressed).Select(line => line.Text)) switch
        {
            "12" => AttemptOutcome.Declined,
            "13" => AttemptOutcome.CallsBack,
            _ => AttemptOutcome.Screened,
        },
    };

    private static bool IsWord(PhoneCall call) =>
        call.Transcript.Lines.Any(line => line.Kind == TranscriptKind.Webhook && line.Text.Contains("/twilio/word", StringComparison.Ordinal));

    private static bool Heard(PhoneCall call, string words) => call.Heard.Any(heard => heard.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>The books keep microseconds.</summary>
    private static DateTimeOffset? Kept(DateTimeOffset? at) => at?.AddTicks(-(at.Value.Ticks % TimeSpan.TicksPerMicrosecond));

    private static IReadOnlyList<PhonesSaw> InOrder(IEnumerable<PhonesSaw> seen) => [.. seen.OrderBy(each => each.Kind).ThenBy(each => each.Label, StringComparer.Ordinal).ThenBy(each => each.Ended)];
}
