using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R13: if you have a referral, mention that person first; the office understands how people do.</summary>
public sealed class ReferralTests
{
    [Theory]
    [InlineData("Suzie Smith referred me to you", "Suzie Smith", null)]
    [InlineData("Suzie Smith referred me to you. I'm Paula Reyes.", "Suzie Smith", "Paula Reyes")]
    [InlineData("My name is Paula Reyes Suzie Smith referred me", "Suzie Smith", "Paula Reyes")]
    [InlineData("Paula Reyes, Suzie Smith told me to call", "Suzie Smith", "Paula Reyes")]
    [InlineData("Paula Reyes, and Suzie Smith sent me", "Suzie Smith", "Paula Reyes")]
    [InlineData("I'm Jim Martin's associate", "Jim Martin", null)]
    [InlineData("I'm Jim Martin's associate, Paula Reyes", "Jim Martin", "Paula Reyes")]
    [InlineData("This is Paula Reyes, I'm Jim Martin's assistant", "Jim Martin", "Paula Reyes")]
    [InlineData("I'm Paula Reyes, a friend of Jim Martin's", "Jim Martin", "Paula Reyes")]
    [InlineData("Paula Reyes. I was referred by Suzie Smith.", "Suzie Smith", "Paula Reyes")]
    [InlineData("Paula Reyes, recommended by Anne-Marie O'Neill", "Anne-Marie O'Neill", "Paula Reyes")]
    [InlineData("I got your number from Suzie Smith. My name is Paula Reyes", "Suzie Smith", "Paula Reyes")]
    public void Who_referred_them_is_told_from_who_they_are(string words, string by, string? name)
    {
        var call = TheOffice.Call().Hears(words);
        Assert.Equal((true, by, name), (call.Told().Referred, call.Told().ReferredBy, call.Notes.Name));
    }

    [Theory]
    [InlineData("Paula Reyes. Nobody referred me.")]
    [InlineData("Paula Reyes, no referral")]
    [InlineData("I'm Paula Reyes and I just saw the listing online")]
    public void Nobody_is_an_answer_too(string words)
    {
        var call = TheOffice.Call().Hears(words);
        Assert.Equal(("Paula Reyes", false, null), (call.Notes.Name, call.Told().Referred, call.Told().ReferredBy));
        Assert.Equal(ScriptStep.OfficeJob, call.Step);
    }

    [Theory]
    [InlineData("Suzie Smith", true, "Suzie Smith")]
    [InlineData("Yes, it was Suzie Smith", true, "Suzie Smith")]
    [InlineData("Yes, Suzie Smith did", true, "Suzie Smith")]
    [InlineData("No", false, null)]
    [InlineData("No, nobody", false, null)]
    public void Asked_who_it_was_the_name_alone_will_do(string words, bool referred, string? by)
    {
        var call = TheOffice.Call().Hears("Paula Reyes").Hears(words);
        Assert.Equal((referred, by, ScriptStep.OfficeJob), (call.Told().Referred, call.Told().ReferredBy, call.Step));
    }

    [Fact]
    public void A_bare_yes_is_asked_who_it_was() =>
        Assert.Contains("Who was it that referred you?", TheOffice.Call().Hears("Paula Reyes").Hears("Yes").Said, StringComparison.Ordinal);

    [Theory]
    [InlineData("when Rosa Delgado will be holding interviews", "the Art Department", null)]
    [InlineData("I'd like to work for Ms. Delgado", "the Art Department", null)]
    [InlineData("production assistant, art", "the Art Department", "Art production assistant")]
    [InlineData("the production assistant listing", "the Art Department", "Art production assistant")]
    [InlineData("wardrobe", "the costume department", null)]
    public void Job_and_department_are_known_by_what_people_call_them(string words, string department, string? listing)
    {
        var call = TheOffice.Call().Hears("Paula Reyes, no referral").Hears(words);
        Assert.Equal((department, listing), (call.Told().Department, call.Told().Listing));
    }

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("I already sent one, but I can send another copy", true)]
    [InlineData("I emailed it last week", true)]
    [InlineData("Not yet", false)]
    [InlineData("No, I haven't sent it", false)]
    [InlineData("Should I send one?", false)]
    public void Whether_a_resume_was_sent_is_understood(string words, bool sent)
    {
        var call = TheOffice.Call().Hears("Paula Reyes, no referral").Hears("art production assistant").Hears(words);
        Assert.Equal((sent, ScriptStep.OfficeComeIn), (call.Told().ResumeSent, call.Step));
        Assert.Equal(!sent, call.Said.Contains("Please send us one as well.", StringComparison.Ordinal));
    }
}
