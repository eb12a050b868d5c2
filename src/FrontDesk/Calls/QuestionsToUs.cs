namespace FrontDesk.Calls;

/// <summary>What callers ask of whoever answers: its name (R13), and whether it is a machine.</summary>
internal static class QuestionsToUs
{
    private static readonly Phrases ForMyName = new([
        "whats your name", "what is your name", "what was your name", "who am i speaking with", "who am i speaking to", "whom am i speaking with", "with whom am i speaking", "to whom am i speaking",
        "whom am i speaking to", "who am i talking to", "who am i talking with", "whos this", "who is this", "who is that", "whos that", "whos speaking", "who is speaking", "who are you", "and you are",
        "and your name", "and your name is", "your name please", "who im speaking with", "who im speaking to", "who i am speaking with", "who i am speaking to", "who im talking to", "who im talking with",
        "whos calling please", "what do they call you", "what do you call yourself", "what should i call you", "what can i call you", "what do i call you", "what are you called", "whats your first name",
        "who do i have the pleasure", "do you have a name", "have you got a name", "i didnt catch your name", "i didnt get your name", "didnt catch your name", "didnt get your name", "missed your name",
        "forgot your name", "forgotten your name", "remind me of your name", "remind me your name", "who was that again", "what was the name", "who have i got", "who have i reached", "who did i reach", "who did i get", "who might you be", "who would you be", "and who are you", "who do we have here", "which one are you",
        .. from may in new[] { "may", "can", "could", "might" } from have in new[] { "ask", "have", "get", "take", "know", "just get", "just have", "just ask" } select $"{may} i {have} your name"]);

    private static readonly Phrases Frames = new(
        "are you", "is this", "is it", "is that", "am i talking to", "am i speaking to", "am i speaking with", "am i talking with", "am i on with", "am i just talking to", "you sound like", "you sound", "better not be", "must be", "might be", "this must be", "youre", "you are",
        "im talking to", "im speaking to", "i am talking to", "i am speaking to", "im speaking with", "im talking with", "this is", "its", "it is", "oh its", "have i got", "have i reached", "did i get", "did i reach", "is this just", "or is this",
        "are we talking to", "i got", "not another", "youre not", "you arent", "are you even", "are you actually", "are you really", "are you like", "arent you", "isnt this", "is there", "is there not", "are there", "or are you", "or is it");

    private static readonly Phrases Modifiers = new("a", "an", "just", "just a", "just an", "some", "some kind of", "some sort of", "one of those", "one of these", "one of them", "even", "actually", "really", "another", "like", "only", "the", "any", "not",
        "bloody", "damn", "stupid", "talking", "automated", "an automated", "a bloody", "an actual", "to a", "with a", "any actual");

    private static readonly Phrases Machines = new(
        "robot", "robots", "bot", "bots", "chatbot", "chat bot", "machine", "machines", "computer", "computers", "recording", "recorded message", "ai", "ais", "a i", "ai thing", "ai things", "human", "humans", "human being", "real",
        "real person", "real human", "real people", "live person", "actual person", "actual human", "automated", "answering machine", "answer machine", "answerphone", "answering service", "person", "voicemail", "voice mail",
        "live", "live agent", "virtual assistant", "digital assistant", "voice assistant", "artificial intelligence", "artificial", "automated system", "voice bot", "computer voice", "system", "simulation", "robot voice");

    /// <summary>What may follow, so that it is still the machine that is meant: not "the machine shop", not "a real emergency".</summary>
    private static readonly HashSet<string> Tails =
    [
        "or", "and", "aint", "arent", "are", "im", "i", "isnt", "is", "that", "right", "what", "then", "again", "voice", "talking", "speaking", "there", "here", "please", "on", "answering", "now", "honestly", "by", "thing", "because", "can", "who", "with",
    ];

    private static readonly Phrases WantingAHuman = new([
        .. from want in new[] { "speak to", "to speak to", "to speak with", "to talk to", "to talk with", "speak with", "talk to", "talk with", "get me", "give me", "connect me to", "connect me with", "transfer me to", "put me through to", "put me on to", "i want", "id like", "i need", "let me have", "get" }
           from human in new[] { "a human", "a human being", "a real person", "a real human", "a live person", "a live human", "an actual person", "an actual human", "a person", "an actual human being", "a real human being", "someone real", "somebody real", "a live agent", "a human please" }
           select $"{want} {human}",
        "a human i can talk to", "a person i can talk to", "a human i can speak to", "a person i can speak to", "a human there", "anybody human", "anyone human", "any humans", "anybody actually there",
        "anyone actually there", "hate talking to machines", "dont talk to machines", "not talking to a machine", "not talking to a robot"]);

    private static readonly HashSet<string> AskingForIt = ["what", "whats", "may", "can", "could", "didnt", "tell", "remind", "forgot", "forgotten", "might", "do", "missed", "catch", "give"];

    private static readonly HashSet<string> Elsewhere = ["got", "saw", "found", "gave", "given", "on", "from", "put", "list", "heard"];

    /// <summary>True where a question for our name begins, whatever its words: "what did you say your name was".</summary>
    public static int ForMyNameAt(Utterance said, int at)
    {
        if (at >= said.Words.Count)
        {
            return 0;
        }

        if (ForMyName.At(said, at) is > 0 and var words)
        {
            return words;
        }

        if (said.Words[at].Before == Break.Stop && said.Has(["your", "name", "is"], at) && (at + 3 == said.Words.Count || said.Words[at + 3].Before == Break.Stop))
        {
            return 3;
        }

        for (var i = at + 1; AskingForIt.Contains(said.Words[at].Plain) && i + 1 < said.Words.Count && i < at + 7 && said.Words[i].Before == Break.None && !Elsewhere.Contains(said.Words[i].Plain); i++)
        {
            if (said.Has(["your", "name"], i))
            {
                return i + 2 - at;
            }
        }

        return 0;
    }

    public static bool IfMachineAt(Utterance said, int at) => WantingAHuman.At(said, at) > 0 || OnlyNamesAMachine(said, at) || (Frames.At(said, at) is > 0 and var frame && NamesAMachine(said, at, at + frame));

    /// <summary>"Oh great, another robot."</summary>
    private static bool OnlyNamesAMachine(Utterance said, int at)
    {
        if (at >= said.Words.Count || said.Words[at].Before != Break.Stop)
        {
            return false;
        }

        var start = at;
        while (at < said.Words.Count && Machines.At(said, at) == 0 && Math.Max(Modifiers.At(said, at), AnswerWords.Openers.At(said, at)) is > 0 and var words)
        {
            at += words;
        }

        var machine = at > start ? Machines.At(said, at) : 0;
        return machine > 0 && said.Words[at].Plain is not ("real" or "live" or "system" or "person" or "ai") && (at + machine == said.Words.Count || said.Words[at + machine].Before == Break.Stop);
    }

    private static bool NamesAMachine(Utterance said, int from, int at)
    {
        var start = at;
        while (at < said.Words.Count && at - start < 6 && Modifiers.At(said, at) is > 0 and var words && Machines.At(said, at) == 0)
        {
            at += words;
        }

        if (at >= said.Words.Count || Machines.At(said, at) is not (> 0 and var machine))
        {
            return false;
        }

        var (end, asks) = (at + machine, at > start || said.Words[from].Plain is not ("this" or "its" or "it" or "is" or "oh" or "isnt") || said.Words[at].Plain is not ("ai" or "real" or "live" or "human" or "person"));
        return asks && (end == said.Words.Count || said.Words[end].Before != Break.None || Tails.Contains(said.Words[end].Plain));
    }
}
