using FrontDesk.Copies;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R7: what stands on a clean copy, and what is new on it since the one before.</summary>
public sealed class CleanCopyTests
{
    [Fact]
    public void A_copy_is_numbered_through_both_ways_and_in_the_sheets_own_order()
    {
        var owed = PhoneSheet.Of(
            [
                TheDesk.Owed("Zoe Waiting", "+13105550150", 1) with { Ball = Ball.Theirs },
                TheDesk.Owed("Ann Stranger", "+13105550151", 2),
                TheDesk.Owed("Danni Okafor", "+13105550152", 3).FromTheBook() with { WantsToTalk = true },
                TheDesk.Owed("Bea Waiting", "+13105550153", 4).FromTheBook() with { Ball = Ball.Theirs },
            ],
            TheDesk.Clock,
            TheDesk.At(12, 0)).Lines;
        var unclaimed = TheDesk.OnlyLine(TheDesk.Owed("Nobody's Caller", "+13105550154", 5));

        var copy = CleanCopy.Of([.. owed.Select(line => CopyLine.Of(line, claimed: true)), CopyLine.Of(unclaimed, claimed: false)], null, NothingBecame);

        Assert.Equal(
            ["1 Danni Okafor", "2 Ann Stranger", "3 Bea Waiting", "4 Zoe Waiting", "5 Nobody's Caller"],
            copy.Lines.Select(line => $"{line.Place} {line.Name}"));
        Assert.Equal(
            [CopyPart.ToReturn, CopyPart.ToReturn, CopyPart.LeftWord, CopyPart.LeftWord, CopyPart.Unclaimed], copy.Lines.Select(line => line.Part));
        Assert.Equal((2, 1, 0), (copy.ToReturn, copy.Asap, copy.New));
    }

    [Fact]
    public void On_a_desks_first_copy_nothing_is_new()
    {
        var copy = Copy(null, Line(1), Line(2));
        Assert.All(copy.Lines, line => Assert.Equal((CopyNews.Nothing, CopyMove.Stayed, null), (line.News, line.Move, line.Was)));
    }

    [Fact]
    public void Who_was_not_on_the_last_copy_is_new_and_who_rang_again_is_the_same_line()
    {
        var before = Copy(null, Line(1), Line(2));
        var copy = Copy(before, Line(3), Line(1), Line(2) with { Id = Id(9), Calls = [Id(9), Id(2)] });
        Assert.Equal([CopyNews.New, CopyNews.Nothing, CopyNews.CalledAgain], copy.Lines.Select(line => line.News));
        Assert.Equal([null, 1, 2], copy.Lines.Select(line => line.Was));
        Assert.Equal(2, copy.New);
    }

    [Fact]
    public void Somebody_settled_who_rings_anew_is_new_and_what_became_of_the_first_call_is_told()
    {
        var before = Copy(null, Line(1));
        var returned = new Became(Ball.Nobody, MarkKind.Returned, "Jamie", TheDesk.At(11, 30));
        var copy = CleanCopy.Of([Line(7)], before, new Dictionary<Guid, Became> { [Id(1)] = returned });
        Assert.Equal(CopyNews.New, copy.In(CopyPart.ToReturn).Single().News);
        var gone = Assert.Single(copy.In(CopyPart.Gone));
        Assert.Equal((Id(1), 1, returned), (gone.Id, gone.Was, gone.Became));
    }

    [Fact]
    public void A_line_that_went_to_their_court_or_came_back_says_so()
    {
        var before = Copy(null, Line(1), Line(2) with { Part = CopyPart.LeftWord });
        var copy = Copy(before, Line(1) with { Part = CopyPart.LeftWord }, Line(2) with { Id = Id(8), Calls = [Id(8), Id(2)] });
        Assert.Equal([(Id(8), CopyNews.RangBack), (Id(1), CopyNews.LeftWord)], copy.Lines.Select(line => (line.Id, line.News)));
        Assert.All(copy.Lines, line => Assert.Equal(CopyMove.Stayed, line.Move));
    }

    [Fact]
    public void One_line_that_was_raised_is_told_to_have_moved_and_not_those_it_passed()
    {
        var before = Copy(null, Line(1), Line(2), Line(3), Line(4));
        Assert.Equal(
            [CopyMove.Up, CopyMove.Stayed, CopyMove.Stayed, CopyMove.Stayed], Copy(before, Line(4), Line(1), Line(2), Line(3)).Lines.Select(line => line.Move));
        Assert.Equal(
            [CopyMove.Stayed, CopyMove.Stayed, CopyMove.Stayed, CopyMove.Down], Copy(before, Line(2), Line(3), Line(4), Line(1)).Lines.Select(line => line.Move));
    }

    [Fact]
    public void New_lines_and_lines_that_are_gone_move_nobody()
    {
        var before = Copy(null, Line(1), Line(2), Line(3));
        var copy = Copy(before, Line(5), Line(6), Line(1), Line(3));
        Assert.All(copy.Lines, line => Assert.Equal(CopyMove.Stayed, line.Move));
        Assert.Equal(Id(2), Assert.Single(copy.In(CopyPart.Gone)).Id);
    }

    [Fact]
    public void What_had_gone_before_the_last_copy_is_not_told_twice()
    {
        var second = Copy(Copy(null, Line(1), Line(2)), Line(2));
        Assert.Single(second.In(CopyPart.Gone));
        Assert.Empty(Copy(second, Line(2)).In(CopyPart.Gone));
        Assert.Equal(CopyNews.New, Copy(second, Line(1), Line(2)).Lines[0].News);
    }

    [Fact]
    public void Two_people_found_to_be_one_are_one_line_and_neither_is_gone()
    {
        var before = Copy(null, Line(1), Line(2));
        var copy = Copy(before, Line(2) with { Calls = [Id(2), Id(1)] });
        Assert.Equal(1, Assert.Single(copy.Lines).Was);
    }

    /// <summary>Whatever happened between two copies: each old line is on the new one or gone, and moves are told exactly where the old order is broken.</summary>
    [Fact]
    public void Nobody_is_lost_between_two_copies_and_moves_are_told_where_the_order_is_another() => Prop.ForAll(
        Gen.Choose(0, 40).ListOf().Zip(Gen.Choose(0, 40).ListOf()).ToArbitrary(),
        pair =>
        {
            var before = Copy(null, [.. pair.Item1.Distinct().Select(Line)]);
            var copy = Copy(before, [.. pair.Item2.Distinct().Select(Line)]);
            var there = copy.Lines.Where(line => line.Part != CopyPart.Gone).ToList();
            var moved = there.Count(line => line.Move != CopyMove.Stayed);
            return before.Lines.All(line => copy.Lines.Count(other => other.Id == line.Id) == 1)
                && there.Select(line => line.Place).SequenceEqual(Enumerable.Range(1, there.Count))
                && there.All(line => (line.News == CopyNews.New) == (line.Was is null))
                && (moved == 0) == IsRising([.. there.Select(line => line.Was).OfType<int>()]);
        }).Check(Tries.Of(500));

    private static readonly Dictionary<Guid, Became> NothingBecame = [];

    private static bool IsRising(int[] places) => places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);

    private static CleanCopy Copy(CleanCopy? before, params CopyLine[] lines) => CleanCopy.Of(lines, before, NothingBecame);

    private static Guid Id(int call) => new(call, 0, 7, 0x80, 0, 0, 0, 0, 0, 0, 0);

    private static CopyLine Line(int call) => new()
    {
        Part = CopyPart.ToReturn,
        Id = Id(call),
        Calls = [Id(call)],
        Version = 1,
        Code = CallCode.CallMaybe,
        Why = "Not in the book",
        Name = $"Caller {call}",
        Numbers = [TheDesk.JohnsNumber],
        ReceivedAt = TheDesk.At(11, 10),
        TimesCalled = 1,
    };
}
