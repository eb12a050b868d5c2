using FrontDesk.Calls;
using FrontDesk.Contacts;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: every number that may reach a person is known, and by which name its caller calls it.</summary>
public sealed class NumbersGivenTests
{
    [Fact]
    public void Every_number_in_a_breath_is_kept_and_the_first_is_read_back()
    {
        var call = AtNumber().Hears("My cell is 310-555-0188 and the office is 213-555-0108 extension 204");
        Assert.Equal("3 1 0, 5 5 5, 0 1 8 8. Is that right?", call.Said);
        Assert.Equal(["+13105550188 cell", "+12135550108 office, ext. 204"], Kept(call.Hears("yes")));
    }

    [Fact]
    public void An_extension_is_read_back_with_its_number()
    {
        var call = AtNumber().Hears("310-555-0143 extension 12");
        Assert.Equal("3 1 0, 5 5 5, 0 1 4 3, extension 1 2. Is that right?", call.Said);
        Assert.Null(call.Notes.NumberAsHeard);
    }

    [Fact]
    public void An_extension_said_with_the_yes_belongs_to_the_number_that_was_read_back() =>
        Assert.Equal(["+13105550143 ext. 12"], Kept(AtNumber().Hears("310-555-0143").Hears("Yes, extension 12")));

    [Fact]
    public void An_extension_for_the_number_they_ring_from_is_kept_with_it() =>
        Assert.Equal(["+13105550142 ext. 12"], Kept(new Conversation(TheDesk.Stranger).Hears("John Smith").Hears("yes").Hears("yes, extension 12")));

    [Fact]
    public void A_number_that_is_denied_is_not_kept() =>
        Assert.Equal(["+13105550178"], Kept(AtNumber().Hears("310 555 0177").Hears("no").Hears("310 555 0178").Hears("yes")));

    [Fact]
    public void A_number_put_right_takes_the_other_s_place() =>
        Assert.Equal(["+13105550178"], Kept(AtNumber().Hears("310 555 0177").Hears("No, 310 555 0178").Hears("yes")));

    [Fact]
    public void Another_number_said_with_the_yes_stands_beside_the_first()
    {
        var call = AtNumber().Hears("310 555 0177").Hears("Yes, and my office is 213 555 0108");
        Assert.Equal((ScriptStep.Regarding, "+13105550177"), (call.Step, call.Notes.Number?.E164));
        Assert.Equal(["+13105550177", "+12135550108 office"], Kept(call));
    }

    [Fact]
    public void A_number_given_before_it_was_asked_for_and_then_denied_is_not_kept() =>
        Assert.Equal([], Kept(new Conversation(TheDesk.Withheld).Hears("It's John Smith at 310 555 0177").Hears("yes").Hears("no")));

    [Fact]
    public void Numbers_keyed_or_too_short_to_dial_are_kept_too()
    {
        Assert.Equal(["+13105550178"], Kept(AtNumber().Hears(TheDesk.Presses("3105550178#"))));
        Assert.Equal([" as heard: 555-0142"], Kept(AtNumber().Hears("555-0142")));
    }

    [Fact]
    public void A_message_may_hold_several()
    {
        var message = CallScript.Next(new(ScriptStep.Message, 1), CallNotes.Blank, TheDesk.Says("Call my cell 310-555-0188 or home 213-555-0108"), TheDesk.Stranger, TheDesk.Margarets);
        Assert.Equal(["+13105550188 cell", "+12135550108 home"], Kept(message.Notes));
    }

    [Fact]
    public void A_production_office_keeps_them_too()
    {
        var call = new Conversation(TheDesk.Stranger, TheOffice.Desk).Hears("Paula Reyes, my cell is 310-555-0188, my home is 213-555-0108 extension 3");
        Assert.Equal(["+13105550188 cell", "+12135550108 home, ext. 3"], Kept(call));
    }

    [Fact]
    public void Nobody_fills_the_desk_with_numbers()
    {
        var call = AtNumber();
        for (var nth = 10; nth < 40; nth++)
        {
            call.Hears($"No, it's my cell 310 555 01{nth}, and my home is 213 555 01{nth}");
        }

        Assert.InRange(call.Notes.Numbers.All.Count, 1, 8);
    }

    [Theory]
    [InlineData("John Smith", false, true)]
    [InlineData("John", false, true)]
    [InlineData("Jon Smyth", false, false)]
    [InlineData("Jon Smyth", true, true)]
    [InlineData("Paula Reyes", true, false)]
    [InlineData(null, true, false)]
    public void A_number_goes_onto_a_card_when_the_name_agrees_and_one_that_only_sounds_like_it_on_their_own_phone(string? said, bool onTheirPhone, bool agreed) =>
        Assert.Equal(agreed, NumbersFromCall.IsAgreed(said, "John Smith", onTheirPhone));

    [Fact]
    public void The_number_they_said_yes_to_is_one_of_those_they_gave()
    {
        var given = NumbersGiven.Of([new NumberGiven(PhoneNumber.Parse("+13105550188"), "", null, "cell"), new NumberGiven(null, "555-0142", null, null)]);
        Assert.Equal(["+13105550188", "+13105550142"], NumbersFromCall.Of(TheDesk.JohnsNumber, given).Select(number => number.Number?.E164));
        Assert.Equal(["+13105550188"], NumbersFromCall.Of(PhoneNumber.Parse("+13105550188"), given).Select(number => number.Number?.E164));
        Assert.Empty(NumbersFromCall.Of(null, NumbersGiven.None));
        Assert.Equal(given, NumbersGiven.Of(given.All));
        Assert.Equal(given, given.Without(null));
    }

    [Fact]
    public void A_card_says_of_a_number_that_it_was_given_on_a_call()
    {
        var number = new NumberGiven(TheDesk.JohnsNumber, "", "204", "office");
        var card = NumbersFromCall.On(Card, number, Guid.Empty);
        Assert.Equal("office, ext. 204, given on a call", Assert.Single(card.Numbers).Label);
        Assert.Same(card, NumbersFromCall.On(card, number, Guid.Empty));
        Assert.Equal("office, ext. 204, given on a call, ext. 7", Assert.Single(NumbersFromCall.On(card, number with { Extension = "7" }, Guid.Empty).Numbers).Label);
        Assert.Same(card, NumbersFromCall.On(card, new NumberGiven(null, "555-0142", null, null), Guid.Empty));
    }

    [Fact]
    public void A_full_card_takes_no_more()
    {
        var full = Card with { Numbers = [.. Enumerable.Range(0, CardText.MostEntries).Select(nth => new ContactNumber { Id = Guid.Empty, Number = PhoneNumber.Parse($"+131055501{nth:00}"), Label = "" })] };
        Assert.Same(full, NumbersFromCall.On(full, new NumberGiven(PhoneNumber.Parse("+12135550108"), "", null, null), Guid.Empty));
    }

    private static Contact Card => new() { Id = Guid.Empty, DeskId = Guid.Empty, Name = "John Smith", Standing = Standing.Ordinary, WantsToTalk = false, Numbers = [], Matters = [] };

    private static Conversation AtNumber() => new Conversation(TheDesk.Withheld).Hears("John Smith").Hears("yes");

    private static IEnumerable<string> Kept(Conversation call) => Kept(call.Notes);

    private static IEnumerable<string> Kept(CallNotes notes) =>
        notes.Numbers.All.Select(given => $"{given.Number?.E164 ?? $" as heard: {given.AsHeard}"} {given.Note}".TrimEnd());
}
