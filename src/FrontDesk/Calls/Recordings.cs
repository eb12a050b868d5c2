namespace FrontDesk.Calls;

/// <summary>Whether it is a recording that speaks: a menu, a mailbox, a network's announcement, a telemarketer's robot.</summary>
internal static class Recordings
{
    private static readonly string[] Keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "star", "pound", "hash", "any key", "the pound key", "the star key", "the hash key"];

    /// <summary>No caller says one of these of their own accord.</summary>
    private static readonly Phrases Sure = new([
        .. from press in new[] { "press", "dial", "push", "say or press", "press or say" } from key in Keys select $"{press} {key}",
        "call may be recorded", "call may be monitored", "call is being recorded", "call will be recorded", "calls may be recorded", "calls are recorded", "calls are being recorded", "call is recorded", "recorded for quality", "recorded for training",
        "monitored for quality", "monitored or recorded", "recorded or monitored", "your call is important", "your call has been", "your call cannot be", "your call can not be", "your call could not be", "your call will be answered", "your call is being", "call cannot be completed",
        "after the tone", "after the beep", "at the tone", "at the beep", "wait for the tone", "wait for the beep", "record your message", "leave your message after", "has not been set up", "mailbox is full", "voice mailbox", "voicemail box", "has a voicemail",
        "the person you have called", "the person you are calling", "the person you are trying", "the party you are", "the party you have", "the subscriber you", "the customer you", "the number you have", "the number you are", "the number you dialed", "the number you dialled",
        "the number you called", "is not in service", "is no longer in service", "has been disconnected", "has been temporarily", "is temporarily unavailable", "automated message", "automated call", "automated voice", "prerecorded message", "pre recorded message", "recorded message from",
        "automatic voice message", "automated attendant", "do not hang up", "please stay on the line", "stay on the line for", "remain on the line", "next available agent", "next available representative", "next available operator", "next available associate",
        "our agents are", "our representatives are", "our operators are", "our lines are", "all agents are", "all representatives are", "all operators are", "all our agents", "all lines are busy", "all circuits are busy",
        "opt out of future", "opt out of these", "removed from our list", "removed from this list", "removed from our calling", "be removed from", "collect call", "prepaid call", "pre paid call", "from an inmate", "correctional facility",
        "para espanol", "oprima el", "oprima uno", "oprima dos", "marque el", "marque uno", "pour le francais", "appuyez sur", "hang up and try", "hang up and dial", "to hear these options", "to repeat this", "to repeat these", "to return to the main menu", "main menu",
        "following options", "our menu options", "menu options have changed", "listen carefully", "if you know your partys extension", "your estimated wait", "thank you for holding", "thank you for your patience", "you have been selected", "you have been chosen", "youve been selected",
        "youve been chosen", "you have won", "youve won", "claim your prize", "claim your reward", "final notice", "final attempt to reach you", "has been suspended", "arrest warrant", "warrant for your arrest", "we have been trying to reach you", "weve been trying to reach you", "weve been trying to contact you",
        "trying to contact you about your", "trying to reach you regarding your", "trying to reach you about your", "your cars extended warranty", "your vehicles extended warranty", "your auto warranty", "your cars warranty", "vehicle warranty department", "lower your interest rate",
        "reduce your interest rate", "your credit card account", "your student loan", "this is not a sales call", "this is not a solicitation", "this is a courtesy call", "this is a public service", "this is a message from the", "this is a reminder from", "this is a reminder that", "this is an important message", "an important message for",
        "this is an automated", "this is a recorded", "this is a recording", "this is a prerecorded", "an automated reminder", "this message is for", "the mailbox you", "the extension you", "available to take your call", "able to take your call", "this is a test of", "has been placed in a queue", "placed in a queue", "message is for the", "reached the voicemail", "reached the voice mail", "reached the mailbox", "reached the automated", "reached a non working", "start of fax", "fax transmission", "to receive a fax", "to accept this call", "to accept the call", "to accept press"]);

    /// <summary>Two of these are a recording, one may be anybody's.</summary>
    private static readonly Phrases Signs = new(
        "extended warranty", "interest rate", "social security", "free cruise", "free vacation", "free trial", "free estimate", "pre approved", "preapproved", "pre qualified", "you are eligible", "you may be eligible", "you may qualify", "you qualify", "you are entitled", "card services",
        "cardholder services", "act now", "limited time", "offer expires", "speak to a representative", "speak to an agent", "speak with an agent", "speak with a representative", "speak to a specialist", "speak with a specialist", "one of our", "our website", "visit us", "toll free",
        "business hours", "please hold", "hold the line", "one moment while", "transferring your call", "if you would like to", "to speak", "thank you for calling", "you have reached", "youve reached", "is not available", "is unavailable", "cannot take your call", "cant come to the phone", "leave a message",
        "leave your name", "leave a detailed", "congratulations", "urgent message", "important message", "your account", "unauthorized charge", "suspicious activity", "your purchase of", "has been charged", "energy bill", "electric bill",
        "lower your", "reduce your", "save up to", "voice message system", "after hours", "office hours are", "we are currently closed", "we are closed");

    private static readonly HashSet<string> Asked = ["is", "isnt", "are", "am", "was", "do", "does", "did"];

    public static bool AreHeardIn(Utterance said)
    {
        var signs = 0;
        for (var at = 0; at < said.Words.Count; at++)
        {
            if (Sure.At(said, at) > 0 && !(at > 0 && said.Words[at].Before == Break.None && Asked.Contains(said.Words[at - 1].Plain)))
            {
                return true;
            }

            if (Signs.At(said, at) is > 0 and var words)
            {
                signs++;
                at += words - 1;
            }
        }

        return signs >= Enough(said);
    }

    /// <summary>Who speaks of themselves is a person, though one may speak of interest rates.</summary>
    private static int Enough(Utterance said) =>
        said.PlainWords.Any(word => word is "i" or "im" or "id" or "ive" or "ill" or "my" or "she" or "he" or "her" or "him") ? 4 : 2;
}
