namespace FrontDesk.Calls;

/// <summary>Whether callers say that they are returning our call (R3): a claim, to be checked against our own log of whom we left word with.</summary>
internal static class Returning
{
    private static readonly string[] Whose = ["her", "his", "their", "your", "a", "the", "ms", "mr", "mrs", "miss", "mx", "dr"];
    private static readonly string[] They = ["she", "he", "they", "you", "someone", "somebody", "your office", "the office"];
    private static readonly string[] Them = ["her", "him", "them", "you"];

    private static readonly Phrases Claims = new([
        "missed call from", "missed a call from", "missed your call", "missed her call", "missed his call", "missed their call", "had a missed call",
        "have a missed call", "got a missed call", "got a call from", "had a call from", "received a call from", "was asked to call", "in response to",
        .. from whose in Whose select $"returning {whose}",
        .. from them in Them from back in new[] { "calling {0} back", "phoning {0} back", "ringing {0} back", "getting back to {0}", "call {0} back about {0} message" }
           select string.Format(null, back, them),
        .. from they in They
           from rang in new[] { "called me", "rang me", "phoned me", "tried me", "tried to reach me", "was trying to reach me", "were trying to reach me", "called earlier",
               "called yesterday", "called this morning", "left me a message", "left me a voicemail", "left a message for me", "left word", "left me word",
               "asked me to call", "wanted me to call", "tried calling me", "just called" }
           select $"{they} {rang}",
        .. from whose in new[] { "her", "his", "their", "your" }
           from left in new[] { "got {0} message", "got {0} voicemail", "got {0} call", "received {0} message", "have {0} message", "had {0} message", "responding to {0}" }
           select string.Format(null, left, whose)]);

    /// <summary>"When is she returning my call?" claims nothing, and no more does "did she say she called me".</summary>
    private static readonly HashSet<string> Denials = ["not", "isnt", "never", "hasnt", "didnt", "if", "whether", "did", "has", "is", "hope", "hoping"];

    public static bool IsClaimedIn(Utterance said)
    {
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Claims.At(said, at) > 0 && !IsDenied(said, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenied(Utterance said, int at) => at > 0 && said.Words[at].Before == Break.None && Denials.Contains(said.Words[at - 1].Plain);
}
