using FrontDesk.Calls;
using FrontDesk.Office;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R13: what a production office asks of somebody who looks for work, and what it says.</summary>
public sealed class OfficeScriptTests
{
    [Fact]
    public void A_job_seeker_is_asked_in_turn_and_taken_down()
    {
        var call = TheOffice.Call();
        Assert.Equal(TheOffice.Greeting, call.Said);
        Assert.Equal("Thank you. And did somebody refer you to us?", call.Hears("Hi, my name is Paula Reyes").Said);
        Assert.Equal("Which job are you calling about, and in which department?", call.Hears("Yes, Suzie Smith").Said);
        Assert.Equal("Have you sent us your résumé?", call.Hears("Production assistant in the art department").Said);
        Assert.Equal("Rosa Delgado holds interviews on Tuesdays and Thursdays, from two to five. Could you come in, or meet by video, right now?", call.Hears("Yes, I have").Said);
        Assert.Equal("When could you come in, or meet by video?", call.Hears("No, not right now").Said);
        Assert.Equal("And is 3 1 0, 5 5 5, 0 1 4 2 the best number for you?", call.Hears("Tomorrow at ten").Said);
        Assert.Equal("Thank you. It is all written down for Rosa Delgado.", call.Hears("Yes").Said);
        Assert.True(call.Turn.Line.HangsUp);

        Assert.Equal(("Paula Reyes", TheDesk.JohnsNumber), (call.Notes.Name, call.Notes.Number));
        Assert.Equal(
            new OfficeNotes
            {
                Referred = true,
                ReferredBy = "Suzie Smith",
                Job = "Art production assistant",
                Department = "the Art Department",
                Listing = "Art production assistant",
                ResumeSent = true,
                Availability = Availability.Later,
                When = "Tomorrow at ten",
            },
            call.Notes.Office);
        Assert.Equal("Art production assistant, the Art Department", call.Notes.Regarding);
    }

    [Fact]
    public void The_articles_caller_says_everything_at_once_and_is_asked_nothing_twice()
    {
        var call = TheOffice.Call().Hears(
            "Hi, my name is Paula Reyes. Suzie Smith referred me to you. I am calling to find out when Rosa Delgado will be holding interviews for production assistants. I already sent you my resume, and I can come in right now.");

        Assert.Equal(
            "Rosa Delgado holds interviews on Tuesdays and Thursdays, from two to five. And is 3 1 0, 5 5 5, 0 1 4 2 the best number for you?", call.Said);
        Assert.Equal(("Paula Reyes", "Suzie Smith", Availability.ComesNow), (call.Notes.Name, call.Told().ReferredBy, call.Told().Availability));
    }

    [Fact]
    public void The_personas_name_is_given_when_asked_and_the_question_comes_again()
    {
        Assert.Equal("This is Robin. Thank you. And did somebody refer you to us?", TheOffice.Call().Hears("Paula Reyes. Who am I speaking with?").Said);
        Assert.Equal("This is Robin. May I have your full name, please?", TheOffice.Call().Hears("Who am I speaking with?").Said);
    }

    [Fact]
    public void Asked_whether_it_is_a_machine_it_says_so() =>
        Assert.StartsWith("I'm the production office's automated assistant.", TheOffice.Call().Hears("Am I talking to a real person?").Said, StringComparison.Ordinal);

    [Fact]
    public void A_first_name_alone_is_asked_for_the_rest()
    {
        var call = TheOffice.Call().Hears("Paula");
        Assert.Equal((ScriptStep.OfficeWho, "May I have your full name, please?"), (call.Step, call.Said));
        Assert.Equal("Paula Reyes", call.Hears("Reyes").Notes.Name);
    }

    [Fact]
    public void A_listing_that_asks_for_no_calls_is_mentioned_kindly_once_and_the_call_is_taken()
    {
        var call = TheOffice.Call().Hears("Paula Reyes, nobody referred me").Hears("The costume coordinator job");
        Assert.StartsWith("I'm sorry, that listing asks for no calls; but I'm glad to write yours down.", call.Said, StringComparison.Ordinal);
        Assert.Equal((ScriptStep.OfficeResume, true, "Costume coordinator"), (call.Step, call.Told().ToldNoCalls, call.Told().Listing));

        Assert.DoesNotContain("no calls", call.Hears("About the coordinator job? Yes, I sent it").Said, StringComparison.Ordinal);
        Assert.Equal((ScriptStep.OfficeComeIn, true), (call.Step, call.Told().ResumeSent));
    }

    [Theory]
    [InlineData("costumes", "I'm taking a message for Milo Hart.")]
    [InlineData("grip", "I'm taking a message for the grip department.")]
    [InlineData("driving", "I'm taking a message for the department.")]
    public void Where_no_interviews_are_set_a_message_is_taken(string job, string message)
    {
        var call = TheOffice.Call().Hears("Paula Reyes, nobody referred me").Hears(job).Hears("yes");
        Assert.StartsWith(message, call.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Yes", Availability.ComesNow)]
    [InlineData("I can come in now", Availability.ComesNow)]
    [InlineData("by video", Availability.VideoNow)]
    [InlineData("I could do a Zoom right now", Availability.VideoNow)]
    [InlineData("tomorrow at ten", Availability.Later)]
    [InlineData("no, sorry", Availability.Later)]
    public void Whether_they_could_come_is_understood(string words, Availability availability) =>
        Assert.Equal(availability, AtComingIn().Hears(words).Told().Availability);

    [Theory]
    [InlineData("What does it pay?")]
    [InlineData("Who is directing?")]
    [InlineData("Is Rosa there?")]
    [InlineData("Can I speak to Rosa?")]
    [InlineData("Where are you shooting?")]
    [InlineData("What's her cell number?")]
    public void Nothing_else_is_given_away_and_the_question_comes_again(string question)
    {
        var call = AtComingIn().Hears(question);
        Assert.Equal("I'm afraid I can't say, but I'm glad to take your details. Could you come in now, or meet by video? Say yes, by video, or another time.", call.Said);
        Assert.Null(call.Told().Availability);
    }

    [Fact]
    public void To_follow_up_on_a_resume_is_no_job_and_says_that_one_was_sent()
    {
        var call = TheOffice.Call().Hears("Paula Reyes, no referral").Hears("I'm calling to follow up on a résumé");
        Assert.Equal((ScriptStep.OfficeJob, true), (call.Step, call.Told().ResumeSent));
        Assert.Null(call.Told().Job);
    }

    [Fact]
    public void Another_number_is_read_back_until_it_is_right()
    {
        var call = AtComingIn().Hears("yes").Hears("No, it's 310 555 0199");
        Assert.Contains("Is 3 1 0, 5 5 5, 0 1 9 9 right?", call.Said, StringComparison.Ordinal);
        Assert.Equal("I have 3 1 0, 5 5 5, 0 1 9 9. Thank you. It is all written down for Rosa Delgado.", call.Hears("yes").Said);

        var wrong = AtComingIn().Hears("yes").Hears("No");
        Assert.Equal((ScriptStep.OfficeRightNumber, "What's the best number for you?"), (wrong.Step, wrong.Said));
        Assert.StartsWith("I have 3 1 0, 5 5 5, 0 1 9 9.", wrong.Hears(TheDesk.Presses("3105550199#")).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 0, 13, false)]
    [InlineData(13, 20, 13, true)]
    [InlineData(17, 29, 13, true)]
    [InlineData(7, 30, 13, true)]
    [InlineData(10, 0, 15, true)]
    public void One_who_rings_at_a_bad_hour_is_taken_down_and_told_the_better_one(int hour, int minute, int day, bool odd)
    {
        var call = TheOffice.CallAt(TheDesk.At(hour, minute, day));
        foreach (var answer in new[] { "Paula Reyes, referred by Suzie Smith", "art production assistant", "yes", "yes", "yes" })
        {
            call.Hears(answer);
        }

        Assert.True(call.Turn.Line.HangsUp);
        Assert.Equal("Suzie Smith", call.Told().ReferredBy);
        Assert.Equal(odd, call.Said.Contains("ten in the morning", StringComparison.Ordinal));
    }

    [Fact]
    public void A_silent_caller_is_asked_twice_and_the_call_ends()
    {
        var call = TheOffice.Call(TheDesk.Withheld);
        for (var turns = 0; !call.Turn.Line.HangsUp; turns++)
        {
            Assert.InRange(turns, 0, 20);
            call.Hears(TheDesk.Silence);
        }

        Assert.Equal(CallNotes.Blank, call.Notes);
    }

    [Fact]
    public void The_simplest_path_takes_everything_in_one_answer()
    {
        var line = CallScript.SimplestPath(TheOffice.Desk);
        var turn = CallScript.Next(line.At, CallNotes.Blank, TheDesk.Says("My name is Paula Reyes. Suzie Smith referred me. It's about the art pa job. 310 555 0199."), TheDesk.Stranger, TheOffice.Desk);

        Assert.True(turn.Line.HangsUp);
        Assert.Equal(("Paula Reyes", "Suzie Smith", "Art production assistant", "+13105550199"), (turn.Notes.Name, turn.Notes.Office?.ReferredBy, turn.Notes.Office?.Listing, turn.Notes.Number?.E164));
    }

    private static Conversation AtComingIn() =>
        TheOffice.Call().Hears("Paula Reyes, referred by Suzie Smith").Hears("art production assistant").Hears("yes");
}
