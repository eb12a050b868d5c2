using System.Text.RegularExpressions;

namespace FrontDesk.Desks;

/// <summary>The turns of phrase that tell a caller when, where or why. Rather too many than too few: the desk can always say less.</summary>
internal static partial class GiveawayWords
{
    private const RegexOptions Ears = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture;

    private const int Patience = 1000;

    [GeneratedRegex(
        """
        \b(?:by|at|before|after|around|about|until|till|past|from)\ (?:half\ past\ |a\ quarter\ (?:to|past)\ )?
          (?:\d{1,2}(?!\d)(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b
        | \b\d{1,2}(?::\d\d|\ ?[ap]\.?m\b) | \bo'?\ ?clock\b | \bhalf\ past\b
        | \b(?:today|tonight|tomorrow|noon|midday|midnight|shortly|momentarily|presently|immediately|promptly|eventually|later|soonest|asap)\b
        | \b(?:right|straight|any)\ (?:away|back|minute|moment|second|time|day)\b | \bbefore\ long\b | \bfirst\ thing\b | \bin\ no\ time\b
        | \bin\ a\ (?:bit|while|moment|second|sec|minute|jiffy|little|few|couple)\b
        | \bsoon\b(?!\ as\ (?:possible|(?:\{\w+\}|he|she|they)\ can)\b)
        | (?<!\bgood\ )(?:\b(?:this|tomorrow|in\ the|early|late|by|next)\ )?\b(?:morning|afternoon|evening|night)\b
        | \b(?:(?:this|next|later|on|by|until)\ )*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b
        | \b(?:in|by|until|this|next)\ (?:january|february|march|april|may|june|july|august|september|october|november|december)\b
        | (?<!\b(?:nice|good|great|lovely|wonderful|pleasant)\ )(?:\b(?:in|within|a|an|the|this|next|few|couple|of|one|two|three|five|ten|fifteen|twenty|thirty|\d+)\ )*\b
          (?:minute|hour|day|week|weekend|month|year)s?\b
        | \b(?:promise|guarantee|definitely|without\ fail)\b
        """,
        Ears, Patience)]
    public static partial Regex Time();

    [GeneratedRegex(
        """
        \b(?:in|at|out\ of|outside|away\ from|back\ (?:in|at|to|from)|gone\ to|left|near|inside)\ (?:(?:the|an?|our|his|her|their|\{her\}|another)\ )?(?:\w+\ )?
          (?:office|building|house|home|car|taxi|train|plane|flight|airport|hotel|hospital|studio|set|gym|court|city|town|country|state|lobby|elevator|restaurant|lunch|dinner|breakfast|meeting|theater|theatre)\b
        | \bon\ (?:(?:the|a|his|her|their|\{her\}|another)\ )?(?:set|location|road|way|plane|train|flight|vacation|holiday|trip|leave|phone|call|line)\b
        | \b(?:on\ another\ (?:line|call)|the\ other\ line)\b
        | \b(?:abroad|overseas|upstairs|downstairs|travell?ing|driving|flying|commuting)\b
        | \b(?:stepped|gone|popped)\ (?:out|away|off)\b
        | (?:\{?\b(?:she|he|they)(?:'s|'re)\b\}?|(?:\{(?:she|boss)\}|\b(?:she|he|they)\b)\ (?:is|are|will\ be)|\{she'll\}\ be|\b(?:she|he|they)'ll\ be)
          (?:\ (?:not|just|only|still|currently|always|never|all))*\ (?:in|out|away|here|there|around|back|gone|off|nearby)\b(?!\ (?:of|from|at|to|an?|the|our|his|her|their|another)\b)
        | \b(?:is|are|be)n't\ (?:in|here|there|around|back)\b
        """,
        Ears, Patience)]
    public static partial Regex Place();

    [GeneratedRegex(
        """
        \b(?:in\ (?:a|an|another)\ )?(?:meetings?|conferences?|appointments?|interviews?|rehearsals?|screenings?)\b
        | \b(?:busy|tied\ up|swamped|slammed|overwhelmed|running\ late|booked|occupied|engaged|unwell|sick|ill|asleep|sleeping|resting)\b
        | \b(?:lunch|dinner|breakfast|vacation|holiday|doctor|dentist|family|personal)\b
        | \b(?:because|due\ to|owing\ to|on\ account\ of|the\ reason)\b
        | \bwith\ (?:a|an|another|some)\ (?:\w+\ )?(?:client|guest|visitor|caller|colleague|director|producer|writer|agent|lawyer|friend)\b
        | \b(?:(?:do|does|is|are)\ not|(?:do|does|is|are)n't)\ (?:want|wish|like|care|taking|accepting|interested)\b
        | \b(?:avoiding|ignoring|declining|refuses|refusing)\b
        """,
        Ears, Patience)]
    public static partial Regex Reason();

    [GeneratedRegex(@"\+?\d(?:[\s().,-]*\d){6,}", Ears, Patience)]
    public static partial Regex Number();

    [GeneratedRegex(@"\{[^{}]*\}", Ears, Patience)]
    public static partial Regex Blank();

    [GeneratedRegex(@"\?|\bplease\ (?:tell|say|give|spell|leave|repeat|key|press|state)\b", Ears, Patience)]
    public static partial Regex Question();
}
