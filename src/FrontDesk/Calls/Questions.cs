using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>What callers ask instead of answering: "is she in?", "when will she be back?", "who's the meeting with?" (R9). All get one answer.</summary>
internal static class Questions
{
    private static readonly string[] Whether = ["is", "isnt", "are", "was", "will", "wont", "does", "did", "has", "would", "can", "could", "should", "might"];

    private static readonly string[] Subjects = ["she", "he", "they", "ms", "mr", "mrs", "miss", "mx", "your boss", "the boss"];

    private static readonly Phrases AboutTheBoss = new(
        from ask in Whether.Concat(["wheres", "whens", "hows"])
        from subject in Subjects
        select $"{ask} {subject}");

    /// <summary>"Could she call me" asks for a call, not about her.</summary>
    private static readonly Phrases AsksForACall = new(
        from ask in new[] { "will", "would", "can", "could" }
        from subject in new[] { "she", "he", "they" }
        from call in new[] { "call", "ring", "phone", "return", "reach", "give", "text", "get back", "please call" }
        select $"{ask} {subject} {call}");

    private static readonly Phrases AskBefore = new(
        "when", "where", "why", "how long", "how soon", "what time", "what day", "so", "and", "but", "oh", "well", "okay", "hi", "hello", "do you know",
        "do you know if", "do you know when", "do you know where", "can you tell me", "could you tell me", "can you tell me when", "could you tell me when",
        "can you tell me where", "could you tell me where", "can you tell me if", "could you tell me if", "i was wondering if", "i was wondering whether");

    /// <summary>Whole questions by themselves, at the beginning of a sentence.</summary>
    private static readonly Phrases Openings = new(
        "am i in luck", "can i speak", "could i speak", "may i speak", "can i talk", "could i talk", "may i talk", "can i get her", "can i get him", "can i get them", "put me through",
        "can you put me", "could you put me", "can you connect", "could you connect", "connect me", "in the office", "out of the office", "out of office",
        "in a meeting", "at a meeting", "in town", "out of town", "on vacation", "on holiday", "on another call", "on the other line", "on set", "at home",
        "whos the meeting with", "who is the meeting with", "whos she", "whos he", "who is she", "who is he", "what meeting", "which meeting",
        "when should i", "when can i", "when could i", "when would be", "when is a good", "whens a good", "is now a good", "is this a good", "is anybody",
        "is anyone", "do you know when", "do you know where", "can you tell me when", "can you tell me where", "could you tell me when", "could you tell me where");

    private static readonly Phrases ForMyName = new(
        "whats your name", "what is your name", "what was your name", "who am i speaking with", "who am i speaking to", "whom am i speaking with",
        "whom am i speaking to", "who am i talking to", "whos this", "who is this", "who are you", "and you are", "and your name is", "may i ask your name",
        "can i have your name", "can i get your name", "may i have your name", "could i have your name", "could i get your name");

    private static readonly Phrases IfMachine = new(
        from frame in new[] { "are you", "is this", "is it", "am i talking to", "am i speaking to", "am i speaking with", "am i talking with", "you sound like" }
        from article in new[] { " ", " a ", " an ", " just a ", " just an ", " some kind of ", " one of those ", " even a ", " actually a ", " really a " }
        from what in new[] { "robot", "bot", "machine", "computer", "recording", "ai", "human", "real", "real person", "automated", "answering machine", "answering service", "person", "voicemail", "live person", "robots", "machines" }
        select frame + article + what);

    /// <summary>"Is this a real emergency?" asks about something else.</summary>
    public static bool IfMachineBegins(Utterance said, int at) =>
        IfMachine.At(said, at) is > 0 and var words
        && !(said.Words[at + words - 1].Plain == "real" && at + words < said.Words.Count && said.Words[at + words].Before == Break.None);

    /// <summary>True where a question about the boss begins.</summary>
    public static bool BeginAt(Utterance said, int at, Desk desk)
    {
        if (said.Words[at].Before == Break.Stop)
        {
            if (Openings.At(said, at) > 0)
            {
                return true;
            }

            at += AskBefore.At(said, at);
        }

        return at < said.Words.Count && AsksForACall.At(said, at) == 0 && (AboutTheBoss.At(said, at) > 0 || AsksByName(said, at, desk));
    }

    public static bool ForMyNameBegins(Utterance said, int at) => ForMyName.At(said, at) > 0;

    /// <summary>"Ms. Miller, please": whom they want, not who they are.</summary>
    public static bool NamesTheBoss(IEnumerable<string> plainWords, Desk desk)
    {
        var boss = NameWords(desk);
        return plainWords.All(word => AnswerWords.Titles.Contains(word) || boss.Contains(word));
    }

    private static bool AsksByName(Utterance said, int at, Desk desk) =>
        at + 1 < said.Words.Count
        && said.Words[at].Plain is "is" or "isnt" or "wheres" or "whens"
        && NameWords(desk).Contains(said.Words[at + 1].Plain);

    private static HashSet<string> NameWords(Desk desk) => [.. desk.BossName.Split(' ').Select(Utterance.Plain)];
}
