using FrontDesk.Desks;

namespace FrontDesk.Web.Desks;

/// <summary>What keeps a started house from being a working one, a sentence each with what to do.</summary>
internal static partial class WhatIsMissing
{
    public static IEnumerable<string> At(IReadOnlyList<Desk> desks, Settings settings)
    {
        if (!settings.Demo && !settings.PublicUrl.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            yield return "PublicUrl is not https: what callers say travels in the open between Twilio and this desk.";
        }

        if (desks.Count == 0)
        {
            yield return "There is no desk yet: write one as JSON and run the verb \"config apply FILE\".";
        }

        foreach (var desk in desks)
        {
            if (desk.Lines.Count == 0)
            {
                yield return $"The desk {desk.Name} has no line: no call can reach it until its number is among its lines.";
            }

            if (desk.Phones.Count == 0)
            {
                yield return $"The desk {desk.Name} has no phone of {desk.BossName}: nobody can be reminded of a call.";
            }

            if (desk.Copies.MailTo.Count > 0 && settings.Smtp is null)
            {
                yield return $"The desk {desk.Name} wants its clean copies mailed, and Smtp:Host is not set: they are made all the same, and mailed to nobody.";
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    public static partial void Say(ILogger log, string sentence);
}
