using FrontDesk.Calls;
using FrontDesk.Desks;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>Which calls are our own, come back; somebody else's that the boss's phone sends on is none of them.</summary>
public sealed class LoopTests
{
    private static readonly PhoneNumber Line = PhoneNumber.Parse("+13105550100");
    private static readonly PhoneNumber Cell = PhoneNumber.Parse("+13105550101");
    private static readonly CallerId Stranger = CallerId.Of("+13105550177");

    private static readonly Desk Desk = TheDesk.Margarets with
    {
        Phones = [new BossPhone { Id = Guid.Empty, Number = Cell, Label = "cell", TakesTexts = true }],
    };

    [Fact]
    public void A_call_from_our_own_line_is_ours()
    {
        Assert.True(Loop.IsOurs(CallerId.Of(Line.E164), null, number => number == Line));
        Assert.True(Loop.IsOurs(CallerId.Of(Line.E164), Cell, number => number == Line));
        Assert.True(Loop.IsOurs(Stranger, Line, number => number == Line));
    }

    [Fact]
    public void Somebodys_call_that_the_bosss_phone_sends_on_is_theirs()
    {
        Assert.False(Loop.IsOurs(Stranger, Cell, number => number == Line));
        Assert.Null(Loop.Suspect(Stranger, Cell, Desk));
    }

    [Fact]
    public void A_call_from_the_bosss_phone_is_ours_only_while_we_ring_it() => Assert.Equal(Cell, Loop.Suspect(CallerId.Of(Cell.E164), null, Desk));

    [Fact]
    public void So_is_one_without_a_number_that_the_bosss_phone_sent_on()
    {
        Assert.Equal(Cell, Loop.Suspect(new CallerId.Withheld(), Cell, Desk));
        Assert.Null(Loop.Suspect(new CallerId.Withheld(), null, Desk));
        Assert.Null(Loop.Suspect(new CallerId.Withheld(), PhoneNumber.Parse("+13105550199"), Desk));
    }
}
