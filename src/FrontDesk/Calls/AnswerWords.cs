namespace FrontDesk.Calls;

/// <summary>The turns of phrase that tell one part of an answer from another.</summary>
internal static class AnswerWords
{
    public static readonly string[] Titles = ["ms", "mr", "mrs", "miss", "mx", "dr"];

    private static readonly string[] Them = ["her", "him", "them"];
    private static readonly string[] They = ["she", "he", "they"];

    /// <summary>Said before anything is.</summary>
    public static readonly Phrases Openers = new(
        "hi", "hi there", "hello", "hello there", "hey", "good morning", "good afternoon", "good evening", "how are you", "how are you doing",
        "how are you today", "hows it going", "yes", "yeah", "yes please", "sure", "of course", "okay", "ok", "oh", "uh", "um", "er", "ah", "well", "so",
        "listen", "great", "no", "and", "but", "please", "thanks", "thank you", "thank you so much", "could you", "can you", "would you", "just",
        "tell her", "tell him", "tell them", "let her know", "let him know", "let them know", "say", "that");

    /// <summary>Said around a name, and no part of it.</summary>
    public static readonly Phrases Trailers = new(
        "calling", "is calling", "speaking", "here", "phoning", "called", "rang", "again", "please", "thanks", "thank you", "how are you");

    /// <summary>What follows is who it is, if it can be a name at all.</summary>
    public static readonly Phrases NameMarkers = new(
        "my name is", "my names", "the name is", "the names", "name is", "this is", "its", "it is", "im", "i am", "you have", "youre speaking with");

    public static readonly Phrases SureNameMarkers = new("my name is", "my names", "the name is");

    private static readonly Phrases RegardingMarkers = new(
        "regarding", "about", "concerning", "in regard to", "in regards to", "with regard to", "with regards to", "in reference to", "with reference to",
        "with respect to", "re", "to discuss", "its about", "its regarding", "it is about", "it is regarding", "this is about", "this is regarding",
        "im calling about", "im calling regarding", "calling about", "calling regarding", "on the subject of");

    /// <summary>"About ten minutes" is no matter.</summary>
    private static readonly HashSet<string> TimeWords = ["hour", "hours", "minute", "minutes", "noon", "midnight", "oclock", "pm", "am"];

    /// <summary>How many words here introduce what it is regarding.</summary>
    public static int RegardingAt(Utterance said, int at)
    {
        var words = RegardingMarkers.At(said, at);
        return words > 0 && said.PlainWords.Skip(at + words).Take(3).Any(TimeWords.Contains) ? 0 : words;
    }

    /// <summary>Words that are themselves what it is regarding, and are kept with it.</summary>
    public static readonly Phrases RegardingItself = new([
        "calling back", "following up", "to follow up", "follow up on", "to find out", "to ask", "to confirm", "to schedule", "to set up",
        .. from whose in new[] { "her", "his", "their", "your", "the", "a" } select $"returning {whose} call",
        .. from title in Titles select $"returning {title}",
        .. from them in Them select $"calling {them} back"]);

    /// <summary>Whom the call is for, and what is asked of the desk.</summary>
    public static readonly Phrases Asides = new([
        "calling for", "phoning for", "to speak to", "to speak with", "to talk to", "to talk with", "to reach", "to get hold of", "looking for",
        "asking for", "hoping to", "trying to", "i need to", "i want to", "i wanted to", "id like to", "i would like to",
        .. from title in Titles select $"for {title}",
        .. from them in Them from ask in new[] { "for {0}", "have {0} call", "ask {0} to", "please ask {0} to", "could you ask {0}", "can you ask {0}", "could you have {0}", "can you have {0}" }
           select string.Format(null, ask, them),
        .. from they in They from may in new[] { "can", "could", "would", "will" } select $"{may} {they} call"]);

    /// <summary>Said before a number, and no part of what it is regarding.</summary>
    public static readonly Phrases NumberLeadIns = new([
        "my number is", "my numbers", "my number", "the number is", "number is", "number", "my cell is", "my cell", "my phone number is", "phone number is",
        "phone number", "on", "at", "im at", "im on", "its", "it is", "ill be at", "reach me at", "reach me on", "call me at", "call me on", "call me back at",
        "call me back on", "and", "or", "area code", "use", "try", "you can", "please",
        .. from they in They select $"{they} can"]);

    /// <summary>Never the first word of a name.</summary>
    public static readonly HashSet<string> NotFirst =
    [
        "urgent", "important", "about", "for", "from", "a", "an", "the", "not", "just", "very", "really", "quite", "time", "critical", "in", "on", "at", "to",
        "with", "personal", "private", "confidential", "me", "my", "okay", "fine", "good", "great", "all", "trying", "wondering", "hoping", "looking",
        "returning", "calling", "sorry", "going", "here", "that", "what", "because", "no", "yes", "been", "being", "closing",
    ];

    /// <summary>Words of everyday speech that tell a sentence from a name.</summary>
    public static readonly HashSet<string> Everyday =
    [
        "i", "im", "ive", "id", "ill", "we", "you", "your", "she", "they", "her", "him", "them", "my", "me", "need", "want", "wanted", "would", "could",
        "should", "speak", "talk", "call", "message", "urgent", "important", "is", "are", "was", "have", "has", "what", "when", "where", "why", "how", "who",
        "that", "this", "it", "operator", "representative", "agent", "human", "connect", "transfer", "hold", "wait", "nobody", "never", "not", "dont", "cant",
        "didnt", "guess", "the", "then", "hope", "hoping", "about", "because",
    ];

    /// <summary>From here on a name tells whose people they are.</summary>
    public static readonly HashSet<string> Belonging = ["from", "with", "at", "of", "for", "on", "over"];
}
