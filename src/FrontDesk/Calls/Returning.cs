namespace FrontDesk.Calls;

/// <summary>Whether callers say that they are returning our call (R3): a claim, to be checked against our own log of whom we left word with.</summary>
internal static class Returning
{
    private const int Reach = 6;

    private static readonly Phrases Claims = new(
        "missed call", "missed calls", "missed a call", "missed your call", "missed her call", "missed his call", "missed their call", "was asked to call", "was told to call", "was asked to ring", "was told to ring", "was asked to phone", "was told to phone", "been told to call",
        "been asked to call", "told to call back", "phone tag", "playing tag", "asked me to call", "asked me to ring", "asked me to phone", "asked me to return", "wanted me to call", "wanted me to ring", "told me to call back", "told me to ring back", "said to call back",
        "said to call her", "said to call him");

    /// <summary>Answers to something of ours: "in response to her message".</summary>
    private static readonly Phrases Answering = new(
        "in response to", "in reply to", "in answer to", "responding to", "replying to", "answering", "getting back to", "following up on", "acknowledging", "reacting to");

    /// <summary>What was left for the caller, or reached them.</summary>
    private static readonly HashSet<string> Messages = ["message", "messages", "voicemail", "voicemails", "call", "calls", "text", "note", "email", "word"];

    private static readonly HashSet<string> Received = ["got", "had", "received", "have", "ive", "theres", "was", "found", "heard", "saw", "get", "see"];

    /// <summary>What they did who called first.</summary>
    private static readonly Phrases Called = new([
        .. from did in new[] { "called", "rang", "phoned", "tried", "texted", "messaged", "emailed", "buzzed", "paged", "dialed", "contacted" } from whom in new[] { "me", "us" } select $"{did} {whom}",
        "tried to reach", "tried to call", "tried to ring", "tried to get", "tried calling", "tried reaching", "been trying to reach", "been trying to get", "been trying to call", "was trying to reach", "were trying to reach", "was trying to get", "were trying to get",
        "was trying to call", "was after me", "was looking for me", "were looking for me", "was asking for me", "wanted to speak", "wanted to talk", "wanted a word", "left me", "left word", "left a message for me", "left a voicemail for me", "left a message on my", "left a voicemail on my",
        "left a message with my", "called earlier", "called yesterday", "called this morning", "called this afternoon", "called last", "called a few", "called an hour", "called about an hour", "rang earlier", "rang yesterday", "rang this morning", "just called", "just rang", "just phoned",
        .. from did in new[] { "called", "rang", "phoned" } from then in new[] { "while", "when i", "at", "around", "about", "earlier", "yesterday", "this morning", "this afternoon", "today", "twice", "before", "the other day", "on my", "and left", "and asked" } select $"{did} {then}",
        "gave me a call", "gave me a ring", "gave me a bell", "gave us a call", "reached out", "called my office", "called my cell", "called my assistant", "rang my office"]);

    private static readonly Phrases Somebody = new(
        "you", "youve", "someone", "somebody", "your office", "the office", "this number", "your number", "your assistant", "your boss", "one of you", "shes", "hes", "theyve", "theyre");

    /// <summary>"When is she returning my call?" claims nothing, and no more does "did she say she called me".</summary>
    private static readonly HashSet<string> Denials = ["not", "isnt", "never", "hasnt", "didnt", "if", "whether", "did", "has", "is", "hope", "hoping", "havent", "nobody", "noone", "hadnt", "dont", "wasnt", "arent"];

    private static readonly HashSet<string> Nays = ["not", "never", "hasnt", "havent", "hadnt", "didnt", "wasnt", "isnt", "nobody", "noone", "if", "whether", "did", "hope", "hoping"];

    private static readonly HashSet<string> OfMine = ["my", "our", "from", "to", "tomorrow", "next", "on", "home", "soon", "today", "later", "nothing", "anything", "anyones", "the"];

    public static bool IsClaimedIn(Utterance said, Boss boss)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if ((Claims.At(said, at) > 0 || Returns(said, at, boss) || CallsBack(said, at, boss) || Answers(said, at, boss) || Got(said, at, boss) || TheyCalled(said, at, boss)) && !IsDenied(said, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Returning Margaret's call", "returning a call".</summary>
    private static bool Returns(Utterance said, int at, Boss boss) =>
        said.Words[at].Plain == "returning"
        && at + 1 < said.Words.Count
        && (!OfMine.Contains(said.Words[at + 1].Plain) || said.Has(["the", "call"], at + 1))
        && (boss.WhoseAt(said, at + 1) + boss.SubjectAt(said, at + 1) > 0 || Enumerable.Range(at + 1, Math.Min(4, said.Words.Count - at - 1)).Any(place => said.Words[place].Plain is "call" or "calls" or "message" or "ms" or "mr" or "mrs"));

    /// <summary>"Calling her back", "phoning Margaret back".</summary>
    private static bool CallsBack(Utterance said, int at, Boss boss)
    {
        if (said.Words[at].Plain is not ("calling" or "phoning" or "ringing" or "getting"))
        {
            return false;
        }

        var whom = said.Words[at].Plain == "getting" && said.Has(["back", "to"], at + 1) ? at + 3 : at + 1;
        var named = whom < said.Words.Count && said.Words[whom].Plain is "you" ? 1 : boss.ObjectAt(said, whom);
        return named > 0 && (whom > at + 1 || (whom + named < said.Words.Count && said.Words[whom + named].Plain == "back"));
    }

    private static bool Answers(Utterance said, int at, Boss boss) =>
        Answering.At(said, at) is > 0 and var words
        && (boss.WhoseAt(said, at + words) is > 0 and var whose ? at + words + whose
            : at + words < said.Words.Count && said.Words[at + words].Plain is "your" or "a" or "the" ? at + words + 1
            : -1) is > 0 and var what
        && Enumerable.Range(what, Math.Max(0, Math.Min(3, said.Words.Count - what))).Any(place => Messages.Contains(said.Words[place].Plain))
        && (said.Words[at + words].Plain != "the" || what - at < 6);

    /// <summary>"I got her message", "there was a voicemail from your office", "I had a message to call Margaret".</summary>
    private static bool Got(Utterance said, int at, Boss boss)
    {
        if (!Received.Contains(said.Words[at].Plain) || (at > 0 && (boss.SubjectAt(said, at - 1) > 0 || Denials.Contains(said.Words[at - 1].Plain))))
        {
            return false;
        }

        for (var place = at + 1; place < said.Words.Count && place < at + 5 && said.Words[place].Before == Break.None; place++)
        {
            if (said.Words[place].Plain is "my" or "our" or "me" or "to")
            {
                return false;
            }

            if (Messages.Contains(said.Words[place].Plain) && (boss.WhoseAt(said, at + 1) > 0 || said.Words[at + 1].Plain == "your" || IsFromHere(said, place + 1, boss)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"… from her office on my phone", "… on my machine to ring Ms. Miller".</summary>
    private static bool IsFromHere(Utterance said, int from, Boss boss)
    {
        for (var at = from; at + 1 < said.Words.Count && at < from + Reach && said.Words[at].Before != Break.Stop; at++)
        {
            var (word, next) = (said.Words[at].Plain, said.Words[at + 1].Plain);
            if (word == "from" && (next is "you" or "this" or "your" or "the" || boss.ObjectAt(said, at + 1) + boss.WhoseAt(said, at + 1) > 0))
            {
                return true;
            }

            if (word == "to" && next is "call" or "ring" or "phone" or "return" && at + 2 < said.Words.Count && (said.Words[at + 2].Plain is "back" or "you" or "this" || boss.ObjectAt(said, at + 2) > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"She rang me", "somebody from your office tried to reach me", "you called?".</summary>
    private static bool TheyCalled(Utterance said, int at, Boss boss)
    {
        var bare = said.Words[at].Plain is "called" or "rang" && (at + 1 == said.Words.Count || said.Words[at + 1].Before == Break.Stop) && at > 0 && said.Words[at - 1].Plain == "you";
        if (!bare && Called.At(said, at) == 0)
        {
            return false;
        }

        for (var who = at - 1; who >= 0 && at - who <= Reach; who--)
        {
            if (said.Words[who].Plain is "i" or "we" or "that" or "who" or "my" || Nays.Contains(said.Words[who].Plain))
            {
                return false;
            }

            if (Somebody.At(said, who) > 0 || boss.SubjectAt(said, who) > 0 || (said.Words[who].Plain.EndsWith('s') && boss.WhoseAt(said, who) > 0))
            {
                return !IsDenied(said, who) && !IsAsked(said, who);
            }

            if (said.Words[who].Before == Break.Stop)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Has anyone from your office tried me?"</summary>
    private static bool IsAsked(Utterance said, int at)
    {
        while (at > 0 && said.Words[at].Before != Break.Stop)
        {
            at--;
        }

        while (at < said.Words.Count && AnswerWords.Openers.At(said, at) is > 0 and var words)
        {
            at += words;
        }

        return at < said.Words.Count && said.Words[at].Plain is "has" or "have" or "did" or "was" or "is" or "were" or "do" or "does" or "when" or "why" or "hasnt" or "didnt";
    }

    private static bool IsDenied(Utterance said, int at) => at > 0 && said.Words[at].Before == Break.None && Denials.Contains(said.Words[at - 1].Plain);
}
