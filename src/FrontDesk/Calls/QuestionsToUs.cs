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
        "forgot your name", "forgotten your name", "remind me of your name", "remind me your name", "who was that again", "which one are you",
        .. from may in new[] { "may", "can", "could", "might" } from have in new[] { "ask", "have", "get", "take", "know", "just get", "just have", "just ask" } select $"{may} i {have} your name"]);

    private static readonly Phrases Frames = new(
        "are you", "is this", "is it", "is that", "am i talking to", "am i speaking to", "am i speaking with", "am i talking with", "am i on with", "am i just talking to", "you sound like", "youre", "you are",
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
        .. from want in new[] { "speak to", "speak with", "talk to", "talk with", "get me", "give me", "connect me to", "connect me with", "transfer me to", "put me through to", "put me on to", "i want", "id like", "i need", "let me have", "get" }
           from human in new[] { "a human", "a human being", "a real person", "a real human", "a live person", "a live human", "an actual person", "an actual human", "a person", "an actual human being", "a real human being", "someone real", "somebody real", "a live agent", "a human please" }
           select $"{want} {human}",
        "a human i can talk to", "a person i can talk to", "a human i can speak to", "a person i can speak to", "a human there", "anybody human", "anyone human", "any humans", "anybody actually there",
        "anyone actually there", "hate talking to machines", "dont talk to machines", "not talking to a machine", "not talking to a robot"]);

    public static int ForMyNameAt(Utterance said, int at) => ForMyName.At(said, at);

    public static bool IfMachineAt(Utterance said, int at) => WantingAHuman.At(said, at) > 0 || (Frames.At(said, at) is > 0 and var frame && NamesAMachine(said, at, at + frame));

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

        var (end, asks) = (at + machine, said.Words[from].Plain is not ("this" or "its" or "it" or "is" or "oh" or "isnt") || at > start);
        return asks && (end == said.Words.Count || said.Words[end].Before != Break.None || Tails.Contains(said.Words[end].Plain));
    }
}
