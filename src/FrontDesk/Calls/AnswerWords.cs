namespace FrontDesk.Calls;

/// <summary>The turns of phrase that tell one part of an answer from another.</summary>
internal static class AnswerWords
{
    public static readonly string[] Titles = ["ms", "mr", "mrs", "miss", "mx", "dr"];

    private static readonly string[] Them = ["her", "him", "them"];
    private static readonly string[] They = ["she", "he", "they"];

    /// <summary>Said while thinking, wherever it stands.</summary>
    public static readonly Phrases Fillers = new("uh", "um", "er", "erm", "hmm", "mm", "you know", "uhm", "eh");

    /// <summary>Said before anything is.</summary>
    public static readonly Phrases Openers = new([
        "hi", "hi there", "hello", "hello there", "hey", "hey there", "hiya", "howdy", "gday", "good day", "good day to you", "good morning", "good afternoon",
        "good evening", "good morning to you", "good afternoon to you", "good evening to you", "top of the morning", "greetings", "how are you", "how are you doing", "how are you today",
        "how are you doing today", "how do you do", "hows it going", "hope youre well", "i hope youre well", "im good", "im good thanks", "im fine", "im fine thanks", "im well", "fine thanks",
        "good thanks", "very well", "not bad", "nice to meet you", "yes", "yeah", "yep", "yes please", "sure", "of course", "certainly", "absolutely", "okay", "ok",
        "alright", "all right", "oh", "ah", "well", "so", "listen", "great", "no", "and", "but", "please", "thanks", "thank you", "thank you so much", "thank you very much",
        "could you", "can you", "would you", "could you please", "will you", "may i", "might i", "can i", "could i", "may i ask", "can i ask", "may i know", "just", "tell her", "tell him", "tell them", "let her know", "let him know", "let them know", "say", "that", "you can", "you could", "you might", "you can say",
        "sorry", "im sorry", "excuse me", "pardon", "pardon me", "sorry to bother you", "sorry to trouble you", "sorry its a bad line", "its a bad line", "bad line", "sorry what", "i said", "like i said",
        "as i said", "i just said", "i just told you", "i already told you", "i told you", "actually", "basically", "essentially", "kindly", "would you kindly", "could you kindly", "apologies", "my apologies", "um", "uh",
        .. from them in Them from tell in new[] { "you can tell {0}", "just tell {0}", "please tell {0}", "you might tell {0}", "if you could tell {0}" } select string.Format(null, tell, them)]);

    /// <summary>Said before a name.</summary>
    public static readonly Phrases NameOpeners = new("love", "dear", "me", "who me", "morning", "afternoon", "evening", "look", "right", "madam", "maam", "mate", "my friend");

    /// <summary>Said around a name, and no part of it.</summary>
    public static readonly Phrases Trailers = new(
        "calling", "is calling", "speaking", "here", "phoning", "ringing", "called", "rang", "phoned", "again", "please", "thanks", "thank you", "how are you", "on the line", "is on the line", "on the phone",
        "this side", "telephoned", "is phoning", "calling in", "calling again", "calling back");

    /// <summary>What follows is who it is, if it can be a name at all.</summary>
    public static readonly Phrases NameMarkers = new(
        "this is", "its", "it is", "im", "i am", "you have", "youre speaking with", "youre speaking to", "you are speaking with", "you are speaking to", "youre talking to", "youre talking with",
        "youre through to", "you are through to", "its me", "it is me", "its only me", "its just me", "only me", "it is i", "here speaks", "they call me", "people call me", "friends call me", "everybody calls me", "everyone calls me", "call me", "i go by", "put me down as", "just put me down as", "put down",
        "knows me as", "know me as", "youve got", "its only", "its just", "this is just", "this is only", "known as");

    public static readonly Phrases SureNameMarkers = new(
        "my name is", "my names", "the name is", "the names", "name is", "names", "my full name is", "my good name is", "full name is", "my name", "my name would be", "that would be my name");

    /// <summary>These end what it is regarding, even in the midst of a sentence.</summary>
    public static readonly Phrases NameMarkersAnywhere = new("my name is", "my names", "the name is");

    public static readonly Phrases FirstNameMarkers = new(
        "first name", "first name is", "my first name is", "given name", "given name is", "my given name is", "christian name is", "forename is", "first names", "my first names");

    public static readonly Phrases LastNameMarkers = new(
        "last name", "last name is", "my last name is", "surname", "surname is", "my surname is", "the surname is", "the last name is", "family name", "family name is", "my family name is",
        "second name is", "last names", "surnames");

    /// <summary>The name just said was not the right one.</summary>
    public static readonly Phrases NameCorrections = new(
        "i mean", "i should say", "or rather", "no sorry", "sorry no", "sorry i mean", "no i mean", "no wait", "sorry", "make that", "correction");

    private static readonly Phrases RegardingMarkers = new(
        "regarding", "about", "concerning", "in regard to", "in regards to", "with regard to", "with regards to", "in reference to", "with reference to", "in relation to", "relating to",
        "with respect to", "in respect of", "in connection with", "to do with", "its to do with", "something to do with", "its got to do with", "it has to do with", "its in connection with",
        "its in regard to", "its in regards to", "its with regard to", "its with regards to", "its in relation to", "its in reference to", "it concerns", "it regards", "re", "to discuss", "its about",
        "its regarding", "its concerning", "it is about", "it is regarding", "this is about", "this is regarding", "im calling about", "im calling regarding", "calling about", "calling regarding",
        "calling with regard to", "calling with regards to", "calling in regard to", "calling in regards to", "calling in connection with", "calling concerning", "on the subject of", "on the matter of",
        "calling on the matter of", "the reason im calling is", "the reason for my call is", "the reason i called is", "the reason i am calling is", "the reason for the call is", "the reason is",
        "the purpose of my call is", "im calling because of", "calling because of", "in the matter of", "i call concerning", "i call regarding", "i call about", "apropos");

    /// <summary>"About ten minutes" is no matter.</summary>
    private static readonly HashSet<string> TimeWords = ["hour", "hours", "minute", "minutes", "noon", "midnight", "oclock", "pm", "am"];

    /// <summary>How many words here introduce what it is regarding.</summary>
    public static int RegardingAt(Utterance said, int at)
    {
        var words = RegardingMarkers.At(said, at);
        return words > 0 && IsTime(said, at + words) ? 0
            : words == 0 && said.Has(["calling", "on"], at) && at + 2 < said.Words.Count && said.Words[at + 2].Plain is "the" or "that" or "this" ? 2
            : words;
    }

    /// <summary>Words that are themselves what it is regarding, and are kept with it.</summary>
    public static readonly Phrases RegardingItself = new([
        "calling back", "following up", "to follow up", "follow up on", "to find out", "to ask", "to confirm", "to schedule", "to set up",
        .. from whose in new[] { "her", "his", "their", "your", "the", "a" } select $"returning {whose} call",
        .. from title in Titles select $"returning {title}",
        .. from them in Them select $"calling {them} back"]);

    /// <summary>Whom the call is for, and what is asked of the desk.</summary>
    public static readonly Phrases Asides = new([
        "calling for", "phoning for", "ringing for", "to speak to", "to speak with", "to talk to", "to talk with", "to reach", "to get hold of", "to catch", "looking for", "asking for", "hoping to",
        "trying to", "i need to", "i want to", "i wanted to", "id like to", "i would like to", "id love to", "i was hoping", "i was wondering", "im after", "i am after", "is that", "is this", "am i through to", "have i reached",
        "did i reach", "have i got", "am i speaking with", "am i speaking to", "take a message", "leave a message", "i hope this is",
        .. from title in Titles select $"for {title}",
        .. from them in Them from ask in new[] { "for {0}", "have {0} call", "ask {0} to", "please ask {0} to", "could you ask {0}", "can you ask {0}", "could you have {0}", "can you have {0}" }
           select string.Format(null, ask, them),
        .. from they in They from may in new[] { "can", "could", "would", "will" } select $"{may} {they} call"]);

    /// <summary>Said before a number, and no part of what it is regarding.</summary>
    public static readonly Phrases NumberLeadIns = new([
        "my number is", "my numbers", "my number", "the number is", "number is", "number", "my cell is", "my cell", "my cell number is", "my cell phone is", "my mobile is", "my mobile", "my mobile number is",
        "my office is", "my office number is", "my work number is", "my home number is", "my direct line is", "my phone number is", "phone number is", "the office is", "the cell is", "cell", "mobile",
        "phone number", "on", "at", "im at", "im on", "its", "it is", "ill be at", "ill be on", "reach me at", "reach me on", "call me at", "call me on", "call me back at", "get me on", "get me at", "contact me on",
        "contact me at", "ring me on", "call me back on", "and", "or", "area code", "use", "try", "you can", "please",
        .. from they in They select $"{they} can"]);

    /// <summary>Never the first word of a name.</summary>
    public static readonly HashSet<string> NotFirst =
    [
        "urgent", "important", "about", "for", "from", "a", "an", "the", "not", "just", "very", "really", "quite", "time", "critical", "in", "on", "at", "to",
        "with", "personal", "private", "confidential", "me", "my", "okay", "fine", "good", "great", "all", "trying", "wondering", "hoping", "looking",
        "returning", "calling", "sorry", "going", "here", "that", "what", "because", "no", "yes", "been", "being", "closing", "of", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "is", "and", "or", "but",
    ];

    /// <summary>From here on a name tells whose people they are.</summary>
    public static readonly HashSet<string> Belonging = ["from", "with", "at", "of", "for", "on", "over", "in"];

    private static bool IsTime(Utterance said, int at)
    {
        for (var i = at; i < said.Words.Count && i < at + 3; i++)
        {
            if (TimeWords.Contains(said.Words[i].Plain))
            {
                return true;
            }
        }

        return false;
    }
}
