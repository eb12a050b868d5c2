using System.Collections.Concurrent;

namespace FrontDesk.Simulator.Texts;

/// <summary>Who said STOP to which of the account's numbers; Twilio answers such words itself.</summary>
internal sealed class OptOuts
{
    private readonly ConcurrentDictionary<(string Phone, string Number), bool> stopped = new();

    public bool Covers(string phone, string number) => stopped.ContainsKey((phone, number));

    public bool Covers(string phone) => stopped.Keys.Any(pair => pair.Phone == phone);

    /// <summary>Twilio's own answer, null when the text is not one of its words.</summary>
    public string? Take(string phone, string number, string body)
    {
        switch (body.Trim().ToUpperInvariant())
        {
            case "STOP" or "STOPALL" or "UNSUBSCRIBE" or "END" or "QUIT" or "CANCEL" or "REVOKE" or "OPTOUT":
                stopped[(phone, number)] = true;
                return "You have been unsubscribed and will receive no more texts from this number. Reply START to resubscribe.";
            case "START" or "YES" or "UNSTOP":
                return stopped.TryRemove((phone, number), out _) ? "You have been resubscribed and will receive texts from this number again." : null;
            case "HELP" or "INFO":
                return "Reply STOP to unsubscribe. Message and data rates may apply.";
            default:
                return null;
        }
    }
}
