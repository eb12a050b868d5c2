namespace FrontDesk.Calls;

/// <summary>Whether an answer says yes or no, in the ways people do.</summary>
internal static class YesOrNo
{
    private static readonly Phrases NoCallBack = new(
        "no need", "not necessary", "dont bother", "never mind", "nevermind", "ill call back", "ill call again", "ill call her back", "ill try again",
        "ill try her again", "ill try back", "ill try later", "ill call later", "dont need a call", "doesnt need to call", "doesnt have to call");

    private static readonly Phrases Yes = new(
        "yes", "yeah", "yep", "yup", "yah", "ya", "sure", "please", "please do", "of course", "okay", "ok", "certainly", "absolutely", "definitely",
        "correct", "right", "thats right", "thats it", "thats the one", "thats fine", "thats good", "thats great", "that would be great", "thatd be great",
        "that works", "sounds good", "great", "fine", "perfect", "uh huh", "mm hmm", "you can", "she can", "he can", "they can", "i would", "go ahead",
        "no problem", "no worries", "no rush", "no hurry", "not a problem", "why not", "i dont mind", "have her", "have him", "have them", "ask her to", "ask him to",
        "ask them to", "same number", "the same");

    private static readonly Phrases No = new(
        "no", "nope", "nah", "no thanks", "no thank you", "not really", "not anymore", "not any more", "dont", "thats not", "its not", "wrong number", "negative");

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
            var (yes, no) = (Yes.At(said, at), No.At(said, at));
            if (yes != no)
            {
                return yes > no;
            }
        }

        return null;
    }

    public static bool NeedsNoCallBack(Utterance said) => NoCallBack.In(said) is not null;

    public static bool Insists(Utterance said) => Insistence.In(said) is not null;

    /// <summary>1 is yes and 2 is no.</summary>
    public static bool? Of(string digits) => digits switch { "1" => true, "2" => false, _ => null };
}
