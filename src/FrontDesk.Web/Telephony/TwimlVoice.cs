using FrontDesk.Brief;
using FrontDesk.Calls;

namespace FrontDesk.Web.Telephony;

/// <summary>The carrier's markup for a voice: which one, how fast, and how a name is spoken.</summary>
internal static class TwimlVoice
{
    public static void SayAny(this ref TwimlWriter twiml, string words)
    {
        if (words.Length > 0)
        {
            twiml.Say(words);
        }
    }

    /// <param name="spokenAs">Words in it that have a way of their own to be spoken.</param>
    /// <param name="speed">In per cent of the voice's own.</param>
    public static void Say(this ref TwimlWriter twiml, string words, IReadOnlyList<SpokenAs>? spokenAs = null, int speed = BriefSpeed.Own)
    {
        twiml.Markup("<Say voice=\"Polly.Joanna\" language=\"en-US\">"u8);
        if (speed != BriefSpeed.Own)
        {
            twiml.Markup("<prosody rate=\""u8);
            twiml.Number(speed);
            twiml.Markup("%\">"u8);
        }

        if (spokenAs is { Count: > 0 })
        {
            Aloud(ref twiml, words, spokenAs);
        }
        else
        {
            twiml.Spoken(words);
        }

        if (speed != BriefSpeed.Own)
        {
            twiml.Markup("</prosody>"u8);
        }

        twiml.Markup("</Say>"u8);
    }

    /// <summary>Each word that has a way of its own to be spoken, in the markup that says so; the rest as it stands.</summary>
    private static void Aloud(ref TwimlWriter twiml, string words, IReadOnlyList<SpokenAs> spokenAs)
    {
        foreach (var (at, word) in words.Split(' ').Index())
        {
            twiml.Spoken(at == 0 ? "" : " ");
            var own = word.TrimEnd('.', ',', ':', '?');
            if (spokenAs.FirstOrDefault(spoken => spoken.Word.Equals(own, StringComparison.OrdinalIgnoreCase)) is { } aloud)
            {
                Aloud(ref twiml, own, aloud);
                twiml.Spoken(word[own.Length..]);
            }
            else
            {
                twiml.Spoken(word);
            }
        }
    }

    private static void Aloud(ref TwimlWriter twiml, string word, SpokenAs aloud)
    {
        twiml.Markup(aloud.Respelled is null ? "<phoneme alphabet=\"ipa\" ph=\""u8 : "<sub alias=\""u8);
        twiml.Text(aloud.Respelled ?? aloud.Ipa);
        twiml.Markup("\">"u8);
        twiml.Spoken(word);
        twiml.Markup(aloud.Respelled is null ? "</phoneme>"u8 : "</sub>"u8);
    }
}
