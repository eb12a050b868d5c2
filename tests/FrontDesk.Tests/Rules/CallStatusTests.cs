using FrontDesk.Calls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>F8, F9: callbacks late, twice and in any order.</summary>
public sealed class CallStatusTests
{
    private static readonly string[] Words = ["queued", "initiated", "ringing", "in-progress", "completed", "busy", "no-answer", "failed", "canceled"];

    [Fact]
    public void Every_word_of_the_carrier_is_understood_and_no_other()
    {
        Assert.Equal(Enum.GetValues<CallStatus>(), Words.Select(word => CallStatusWord.Read(word)!.Value));
        Assert.Null(CallStatusWord.Read("In-Progress"));
        Assert.Null(CallStatusWord.Read(null));
    }

    [Fact]
    public void Completed_before_in_progress_stays_completed()
    {
        Assert.True(CallStatus.Completed.MayReplace(CallStatus.Ringing));
        Assert.False(CallStatus.InProgress.MayReplace(CallStatus.Completed));
        Assert.False(CallStatus.Failed.MayReplace(CallStatus.Completed));
        Assert.False(CallStatus.Ringing.MayReplace(CallStatus.Ringing));
    }

    [Fact]
    public void A_call_is_over_once_in_whatever_order_its_callbacks_come() => Prop.ForAll(Gen.Elements(Enum.GetValues<CallStatus>()).ArrayOf().ToArbitrary(), callbacks =>
    {
        var seen = callbacks.Aggregate(CallStatus.Queued, (now, next) => next.MayReplace(now) ? next : now);
        var ends = callbacks.Where(status => status.IsOver()).ToList();
        return ends.Count == 0 ? seen == callbacks.Append(CallStatus.Queued).Max() : seen == ends[0];
    }).Check(Tries.Of(200));
}
