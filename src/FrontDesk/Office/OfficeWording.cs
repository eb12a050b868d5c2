using System.Text.RegularExpressions;
using FrontDesk.Desks;

namespace FrontDesk.Office;

/// <summary>
/// What a production office says, as data. {show}, {persona}, {head}, {interviews} and {number} stand for their values; a department
/// without a head speaks for itself. Nothing here says "follow up", promises an interview, or tells more than when interviews are held.
/// </summary>
public sealed partial record OfficeWording
{
    public string Greeting { get; init; } = "{show}, production office. May I have your full name, and who referred you?";

    public string FullName { get; init; } = "May I have your full name, please?";

    public string Referral { get; init; } = "Thank you. And did somebody refer you to us?";

    public string ReferralAgain { get; init; } = "Who was it that referred you? If nobody did, just say no.";

    public string Job { get; init; } = "Which job are you calling about, and in which department?";

    public string JobAgain { get; init; } = "Which job is it, or which department?";

    public string Resume { get; init; } = "Have you sent us your résumé?";

    public string ResumeAgain { get; init; } = "Have you sent your résumé already? Say yes or no, or press 1 for yes.";

    public string PleaseSend { get; init; } = "Please send us one as well.";

    public string Interviews { get; init; } = "{head} holds interviews {interviews}.";

    /// <summary>Where no interviews are set.</summary>
    public string NoInterviewsSet { get; init; } = "I'm taking a message for {head}.";

    public string ComeIn { get; init; } = "Could you come in, or meet by video, right now?";

    public string ComeInAgain { get; init; } = "Could you come in now, or meet by video? Say yes, by video, or another time.";

    public string When { get; init; } = "When could you come in, or meet by video?";

    public string WhenAgain { get; init; } = "Which day and time would suit you?";

    public string WhatNumber { get; init; } = "What's the best number for you?";

    public string WhatNumberAgain { get; init; } = "What's the best number for you? You can also key it in, and then press the pound key.";

    public string IsThisTheNumber { get; init; } = "And is {number} the best number for you?";

    public string IsThisTheNumberAgain { get; init; } = "Is {number} right? Say yes or no, or press 1 for yes.";

    public string NumberTaken { get; init; } = "I have {number}.";

    /// <summary>Said once for a listing that asks for no calls.</summary>
    public string NoCalls { get; init; } = "I'm sorry, that listing asks for no calls; but I'm glad to write yours down.";

    /// <summary>To whatever else is asked about the show and its people.</summary>
    public string CannotSay { get; init; } = "I'm afraid I can't say, but I'm glad to take your details.";

    public string MyName { get; init; } = "This is {persona}.";

    public string IAmAMachine { get; init; } = "I'm the production office's automated assistant.";

    public string NotCaught { get; init; } = "I'm sorry, I didn't catch that.";

    public string BetterHour { get; init; } = "For another time: we are easiest to reach at about ten in the morning.";

    public string Goodbye { get; init; } = "Thank you. It is all written down for {head}.";

    public string Message { get; init; } = "Please tell me your full name, who referred you, which job it is, and your number.";

    private static readonly HashSet<string> Blanks = ["{show}", "{persona}", "{head}", "{interviews}", "{number}"];

    /// <summary>What stands in braces in a sentence of somebody's own and would be read out as it is.</summary>
    public static IEnumerable<string> UnknownBlanks(string sentence) => Blank().Matches(sentence).Select(match => match.Value).Where(blank => !Blanks.Contains(blank));

    internal static string Fill(string wording, Desk desk, ProductionOffice office, Department? department, string number)
    {
        var filled = Blank().Replace(wording, blank => blank.Value switch
        {
            "{show}" => office.Show,
            "{persona}" => desk.Persona,
            "{head}" => department?.Head ?? department?.Name ?? "the department",
            "{interviews}" => department?.Interviews ?? "",
            "{number}" => number,
            var other => other,
        });
        return PlainText.ForShowing(filled.Length > 0 ? char.ToUpperInvariant(filled[0]) + filled[1..] : filled);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
