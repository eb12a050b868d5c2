namespace FrontDesk.Calls;

/// <summary>Whether an answer says yes or no, in the ways people do.</summary>
internal static class YesOrNo
{
    private static readonly Phrases NoCallBack = new([
        "no need", "not necessary", "wont be necessary", "isnt necessary", "rather call", "rather try", "rather ring", "prefer to call", "prefer to ring", "dont bother", "never mind", "nevermind", "dont need a call", "doesnt need to call", "doesnt have to call", "dont worry", "dont worry about it", "forget it", "forget about it", "skip it", "leave it", "dont trouble", "dont bother her", "dont bother him",
        .. from will in new[] { "ill", "i will", "ill just", "i can", "i could", "ill maybe", "i might just" }
           from call in new[] { "call", "ring", "phone", "try", "catch", "get" }
           from whom in new[] { "", " her", " him", " them" }
           from again in new[] { "back", "again", "later", "tomorrow", "another time", "some other time" }
           where call is not ("catch" or "get") || whom.Length > 0
           select $"{will} {call}{whom} {again}"]);

    private static readonly Phrases Yes = new(
        "please", "please do", "of course", "okay", "ok", "certainly", "absolutely", "definitely", "correct", "right", "thats me", "thats right", "thats correct", "that is right", "that is correct", "thats it", "thats the one", "thats fine", "thats good", "thats great", "thats perfect", "thats okay",
        "that would be great", "thatd be great", "that would be", "thatd be", "thatll do", "that will do", "that works", "sounds good", "sounds great", "sounds fine", "great", "fine", "perfect", "you can", "she can", "he can", "they can", "i would", "go ahead", "go for it", "go on", "go on then",
        "no problem", "no problem at all", "no worries", "no rush", "no hurry", "not a problem", "why not", "i dont mind", "dont mind if", "if you wouldnt mind", "if you dont mind", "if you would", "if you could", "if she could", "if he could", "if they could", "if she would", "if thats okay",
        "if its no trouble", "if its not too much trouble", "if its not a problem", "if its not a bother", "if thats possible", "if possible", "have her", "have him", "have them", "ask her to", "ask him to", "ask them to", "same number", "the same", "still the same", "exactly", "indeed", "by all means", "it is", "it sure is", "yes it is", "it does", "you got it", "you bet", "alright", "all right", "alrighty",
        "i guess so", "i guess", "i suppose", "i suppose so", "i think so", "i believe so", "i hope so", "grateful", "appreciate", "appreciate it", "appreciate that", "lovely", "grand", "wonderful", "brilliant", "cheers", "affirmative", "si", "oui", "ja", "da", "hai", "naturally", "for sure",
        "sure thing", "why yes", "works for me", "do that", "do please", "it would", "it will", "will do", "true", "good", "best number", "best one", "this one", "this number");

    private static readonly Phrases No = new(
        "no thanks", "no thank you", "not really", "not anymore", "not any more", "not any longer", "no longer", "thats not", "its not", "it isnt", "it is not", "that isnt", "that is not", "isnt", "wrong number", "wrong", "thats wrong", "incorrect", "negative", "please dont", "dont please",
        "id rather not", "rather not", "i dont think so", "dont think so", "absolutely not", "of course not", "certainly not", "definitely not", "im afraid not", "afraid not", "no way", "not at all", "not now", "not today", "not at the moment", "not at this time", "not right now", "not for me", "not this", "not that", "i doubt it", "i wouldnt", "dont have her", "dont have him",
        "old number", "my old", "it doesnt", "never", "no chance", "hardly", "not right", "not the right", "not quite", "nothing", "do not", "i cant", "she cant", "dont call", "non", "nein", "nyet");

    /// <summary>Spoken of something else.</summary>
    private static readonly Phrases Neither = new(
        "i dont know", "dont know", "not sure", "im not sure", "no idea", "right now", "right away", "right then", "im fine", "i am fine", "im okay", "im good", "im sure", "hold please", "please hold", "please wait", "one moment please", "good morning", "good afternoon", "good evening", "right here",
        "okay google", "no one", "good question", "fine thanks", "wait please", "right next", "right behind", "good day", "good time", "right side", "i am not sure", "great aunt", "great grandmother");

    private static readonly HashSet<string> PlainYes = ["yes", "yeah", "yep", "yup", "yah", "ya", "yea", "sure", "aye", "uhhuh", "mmhmm", "mhm", "mmhm"];

    private static readonly HashSet<string> PlainNo = ["no", "nope", "nah", "naw", "uhuh", "nay"];

    private static readonly Phrases Hummed = new("uh huh", "mm hmm", "mm hm", "m hm", "um hum");

    private static readonly HashSet<string> Between = ["actually", "oh", "well", "um", "uh", "er", "wait", "sorry", "i", "mean", "but", "and", "so", "hmm", "ah", "maybe"];

    /// <summary>"I need to speak to her": no to an offer, yes to the matter.</summary>
    private static readonly Phrases Insistence = new(
        "i need to", "i have to", "i must", "i really need to", "i want to speak", "i want to talk", "put me through", "connect me", "get her", "get him", "get them");

    public static bool? In(Utterance said)
    {
        if (NeedsNoCallBack(said))
        {
            return false;
        }

        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Neither.At(said, at) is > 0 and var words && Math.Max(Yes.At(said, at), No.At(said, at)) <= words)
            {
                at += words - 1;
                continue;
            }

            var (yes, no) = (IsHoped(said, at) ? 0 : Yes.At(said, at), No.At(said, at));
            if (yes != no)
            {
                return yes > no;
            }

            if (Plainly(said, at) is not null)
            {
                return LastOf(said, at);
            }
        }

        return null;
    }

    /// <summary>"If there's any way I can speak with her, I'd appreciate it" answers nothing.</summary>
    private static bool IsHoped(Utterance said, int at)
    {
        for (var before = at - 1; said.Words[at].Plain is "appreciate" or "grateful" && before >= 0 && said.Words[before + 1].Before != Break.Stop; before--)
        {
            if (said.Words[before].Plain == "if")
            {
                return true;
            }
        }

        return false;
    }

    private static bool? Plainly(Utterance said, int at) =>
        Hummed.At(said, at) > 0 || PlainYes.Contains(said.Words[at].Plain) ? true
        : PlainNo.Contains(said.Words[at].Plain) ? false
        : null;

    /// <summary>"No, yeah, that's fine" is a yes, "yes, no, actually no" a no.</summary>
    private static bool? LastOf(Utterance said, int at)
    {
        bool? last = null;
        for (; at < said.Words.Count && Yes.At(said, at) + No.At(said, at) == 0 && (Plainly(said, at) is not null || Between.Contains(said.Words[at].Plain)); at++)
        {
            last = Plainly(said, at) ?? last;
        }

        return last;
    }

    public static bool NeedsNoCallBack(Utterance said) => NoCallBack.In(said) is not null;

    public static bool Insists(Utterance said) => Insistence.In(said) is not null;

    /// <summary>1 is yes and 2 is no.</summary>
    public static bool? Of(string digits) => digits switch { "1" => true, "2" => false, _ => null };
}
