using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Reminders;
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
    public void B64_the_phone_that_sent_it_on_is_the_one_named_or_the_only_one_the_desk_rings()
    {
        Assert.Equal(Cell, Loop.SentOnBy(CallerId.Of(Line.E164), Cell, Desk, []));
        Assert.Equal(Cell, Loop.SentOnBy(CallerId.Of(Cell.E164), null, Desk, []));
        Assert.Equal(Cell, Loop.SentOnBy(CallerId.Of(Line.E164), null, Desk, [Cell]));
        Assert.Null(Loop.SentOnBy(CallerId.Of(Line.E164), null, Desk, [Cell, PhoneNumber.Parse("+13105550102")]));
        Assert.Null(Loop.SentOnBy(CallerId.Of(Line.E164), null, Desk, [PhoneNumber.Parse("+13105550177")]));
    }

    [Fact]
    public void B64_the_notice_is_one_segment_and_shows_no_more_of_the_number_than_its_end()
    {
        var notice = Loop.Notice(Desk with { BossName = new string('M', 90), Phones = [Desk.Phones[0] with { Label = new string('c', 90) }] }, Cell);
        Assert.True(Gsm7.Carries(notice) && Gsm7.Septets(notice) <= Gsm7.SingleSegment, notice);
        Assert.Contains("(..01)", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("5550101", notice, StringComparison.Ordinal);
    }

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
