using FrontDesk.Calls;
using FrontDesk.Tests.Stores;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: a number suggests, the name said decides; and a friend misheard is still a friend.</summary>
public sealed class WhoIsItTests
{
    private static readonly Caller.Known John = Card("John Smith");
    private static readonly Caller.Known Rosa = Card("Rosa Delgado");
    private static readonly Caller.Known Siobhan = Card("Siobhán O'Malley");

    [Theory]
    [InlineData("Rosa Delgado", "Rosa Delgado")]
    [InlineData("Rosa", "Rosa Delgado")]
    [InlineData("Ms. Delgado", "Rosa Delgado")]
    [InlineData("Rosa at the studio", "Rosa Delgado")]
    [InlineData("Jon Smyth", "John Smith")]
    [InlineData("siobhan omalley", "Siobhán O'Malley")]
    [InlineData("Paula Reyes", null)]
    public void At_a_switchboard_the_name_tells_who_it_is(string said, string? who) =>
        Assert.Equal(who, WhoIsIt.Of(new CallNotes { Name = said }, TheDesk.Stranger, [John, Rosa, Siobhan], []).SuggestedName);

    [Fact]
    public void Where_two_fit_it_is_neither() =>
        Assert.Same(TheDesk.Stranger, WhoIsIt.Of(new CallNotes { Name = "John" }, TheDesk.Stranger, [John, Card("John Doe")], []));

    [Fact]
    public void Whose_assistant_rings_is_theirs() =>
        Assert.Equal(Rosa, WhoIsIt.Of(new CallNotes { Name = "Jamie", CallsFor = "Rosa Delgado" }, TheDesk.Stranger, [John, Rosa], []));

    [Fact]
    public void A_friend_misheard_is_still_a_friend_until_another_name_is_confirmed()
    {
        Assert.Same(John, WhoIsIt.Of(new CallNotes { Name = "Paula Reyes" }, John, [John], []));
        Assert.Equal(TheDesk.Stranger, WhoIsIt.Of(new CallNotes { Name = "Paula Reyes", NameConfirmed = true }, John, [John], []));
        Assert.Same(John, WhoIsIt.Of(new CallNotes { Name = "Paula", NameConfirmed = true, CallsFor = "somebody" }, John, [John], []));
    }

    [Fact]
    public void From_a_number_nobody_knows_the_book_is_asked_by_sound() =>
        Assert.Equal(Rosa, WhoIsIt.Of(new CallNotes { Name = "Rosa Delgardo" }, TheDesk.Stranger, [], [Rosa]));

    [Fact]
    public void Who_withholds_the_number_is_nobody_we_know() =>
        Assert.Same(TheDesk.Withheld, WhoIsIt.Of(new CallNotes { Name = "Rosa Delgado" }, TheDesk.Withheld, [], [Rosa]));

    private static Caller.Known Card(string name) => new(Some.Id(), name, TheDesk.JohnsNumber);
}
