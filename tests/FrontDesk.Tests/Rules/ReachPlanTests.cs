using FrontDesk.Reach;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>When phones are left alone although the caller holds.</summary>
public sealed class ReachPlanTests
{
    private static readonly ReachesSoFar None = new(0, 0, UnderWayForCaller: false);

    [Theory]
    [InlineData(true, false, null)]
    [InlineData(true, true, null)]
    [InlineData(false, false, Refrain.Asleep)]
    [InlineData(false, true, null)]
    public void A_sleeping_boss_is_rung_only_for_those_who_may_wake_her(bool awake, bool wakes, Refrain? refrains) =>
        Assert.Equal(refrains, ReachPlan.Refrains(awake, wakes, None));

    [Fact]
    public void Who_may_wake_her_may_not_do_so_more_often_than_others()
    {
        Assert.Equal(Refrain.UnderWay, ReachPlan.Refrains(awake: false, wakes: true, None with { UnderWayForCaller = true }));
        Assert.Equal(Refrain.OftenForCaller, ReachPlan.Refrains(awake: false, wakes: true, None with { OfCallerThisHour = 2 }));
        Assert.Equal(Refrain.OftenForDesk, ReachPlan.Refrains(awake: false, wakes: true, None with { ThisHour = 6 }));
    }
}
