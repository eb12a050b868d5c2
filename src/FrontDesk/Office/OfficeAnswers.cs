using FrontDesk.Calls;

namespace FrontDesk.Office;

/// <summary>Reads what only a production office asks: was a résumé sent, could they come, and what they ask instead of answering.</summary>
internal static class OfficeAnswers
{
    private static readonly HashSet<string> Resumes = ["resume", "resumes", "cv"];

    private static readonly Phrases Sent = new(
        "sent", "ive sent", "submitted", "emailed", "faxed", "forwarded", "handed", "posted", "sure did", "yes i did", "e mailed", "mailed", "uploaded", "dropped off", "dropped it off", "you have", "you should have", "you ought to have", "you must have", "should be with you", "in your inbox", "already did", "i did", "follow up on", "following up on");

    private static readonly Phrases NotSent = new("havent", "have not", "not yet", "not as yet", "not so far", "didnt", "did not", "can send", "could send", "will send", "ill send", "should i send", "shall i send", "do i send", "can email", "could email", "ill email", "will email", "let me send", "about to send", "going to send", "gonna send", "meaning to send", "do you need", "do you want", "would you like", "need to send", "have to send");

    private static readonly Phrases Video = new("video", "zoom", "skype", "facetime", "face time", "teams", "google meet", "online", "virtually", "remotely");

    private static readonly Phrases Now = new(
        "now", "right now", "right away", "immediately", "straight away", "at once", "this minute", "on my way", "any time", "anytime", "whenever", "around the corner", "round the corner", "in the neighborhood", "in the neighbourhood", "down the street", "nearby", "when you are", "ready");

    /// <summary>As good as now.</summary>
    private static readonly Phrases Soon = new([
        "minutes away", "minutes out", "blocks away", "minute walk", "in a few minutes", "in a couple of minutes", "in half an hour",
        .. from number in new[] { "five", "ten", "fifteen", "twenty", "thirty", "5", "10", "15", "20", "30" } select $"in {number} minutes"]);

    private static readonly Phrases Times = new([
        "today", "tonight", "tomorrow", "noon", "midday", "oclock", "pm", "morning", "afternoon", "evening", "next week", "this week", "the weekend", "after lunch", "after work",
        "half past", "quarter past", "quarter to", "an hour", "half an hour", "minutes", "hours", "in a week", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
        .. from number in new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" } from lead in new[] { "at", "after", "around", "by" } select $"{lead} {number}"]);

    private static readonly Phrases Coming = new(
        "i can come", "i could come", "come in", "come by", "come over", "stop by", "drop by", "meet", "im available", "i am available", "im free", "i am free", "i can be there", "be there", "i can do");

    private static readonly Phrases Denials = new("cant", "cannot", "not now", "not right now", "not today", "another time", "some other time", "later", "not able", "couldnt");

    private static readonly Phrases Openings = new([
        "who", "whos", "what", "whats", "when", "whens", "where", "wheres", "why", "how", "is", "are", "does", "do you", "can i", "could i", "can you", "could you", "may i speak", "may i talk",
        "will", "am i", "put me through", "connect me", "id like to speak", "i want to speak", "i need to speak"]);

    public static bool? ResumeSent(Utterance said, bool asked)
    {
        if (!asked && !said.Words.Any(word => Resumes.Contains(word.Plain)))
        {
            return null;
        }

        // "I already sent one, but can send another copy": what is said first holds.
        return (Sent.In(said), NotSent.In(said)) switch
        {
            ({ } sent, { } not) => sent < not,
            ({ }, null) => true,
            (null, { }) => false,
            (null, null) => asked ? YesOrNo.In(said) : null,
        };
    }

    public static (Availability Availability, string? When)? Availability(Utterance said, bool asked)
    {
        var soon = Soon.In(said) is not null;
        var (video, now, time) = (Video.In(said) is not null, soon || Now.In(said) is not null, soon ? null : TimeIn(said));
        if (!asked && Coming.In(said) is null && !(video && now))
        {
            return null;
        }

        var denied = Denials.In(said) is not null || (asked && YesOrNo.In(said) == false);
        return (time is not null, denied) switch
        {
            (true, _) => (Office.Availability.Later, Sentence(said, time!.Value)),
            (false, true) => (Office.Availability.Later, null),
            (false, false) when video => (Office.Availability.VideoNow, null),
            (false, false) when now || (asked && (YesOrNo.In(said) == true || Coming.In(said) is not null)) => (Office.Availability.ComesNow, null),
            _ => null,
        };
    }

    /// <summary>Where a day or a time is named: "tomorrow", "at ten", "10 a.m.".</summary>
    private static int? TimeIn(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            var plain = said.Words[at].Plain;
            var hour = at > 0 && char.IsAsciiDigit(plain[0]) && plain.Length <= 4 && (said.Words[at - 1].Plain is "at" or "after" or "around" or "by");
            if (Times.At(said, at) > 0 || hour || (at > 0 && plain == "am" && said.Words[at - 1].Plain != "i"))
            {
                return at;
            }
        }

        return null;
    }

    private static string Sentence(Utterance said, int at)
    {
        var (from, to) = (at, at + 1);
        while (from > 0 && said.Words[from].Before != Break.Stop)
        {
            from--;
        }

        while (to < said.Words.Count && said.Words[to].Before != Break.Stop)
        {
            to++;
        }

        return said.Quote(from, to);
    }

    /// <summary>Asks about the show or its people; when interviews are held is ours to tell.</summary>
    public static bool Asks(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (said.Words[at].Before == Break.Stop && Openings.At(said, at) > 0 && !Questions.ForMyNameBegins(said, at) && !AboutInterviews(said) && !Questions.IfMachineBegins(said, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AboutInterviews(Utterance said) => said.PlainWords.Any(word => word.StartsWith("interview", StringComparison.Ordinal));
}
