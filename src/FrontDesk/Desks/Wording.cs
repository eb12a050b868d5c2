namespace FrontDesk.Desks;

/// <summary>
/// What the desk says, as data. In each sentence {boss}, {persona}, {she}, {she's}, {She'll}, {her}, {number} and {name} stand for
/// their values; they are filled in one pass, so that nothing a caller says is ever read as a placeholder.
/// </summary>
public sealed record Wording
{
    public string Greeting { get; init; } = "{boss}'s office. May I ask who's calling?";

    public string WhoAgain { get; init; } = "I'm sorry, I didn't catch that. May I have your name, please?";

    public string NotAvailable { get; init; } = "I'm sorry, {she's} not available to take your call. Can I have {her} return?";

    public string ReturnAgain { get; init; } = "I'm sorry, {she's} not available. Can I have {her} return your call?";

    public string IsThisTheNumber { get; init; } = "Can {she} reach you at {number}?";

    public string IsThisTheNumberAgain { get; init; } = "I'm sorry. Is {number} a good number for you? Say yes or no, or press 1 for yes.";

    public string WhatNumber { get; init; } = "What's the best number for you?";

    public string WhatNumberAgain { get; init; } = "I'm sorry, I didn't catch the number. You can also key it in, and then press the pound key.";

    public string Regarding { get; init; } = "And may I ask what it's regarding?";

    public string RegardingAgain { get; init; } = "I'm sorry, may I ask what your call is regarding?";

    public string Goodbye { get; init; } = "Great. {She'll} call you back as soon as {she} can.";

    /// <summary>For a caller who needs no call back.</summary>
    public string GoodbyeNoReturn { get; init; } = "Thank you. I'll let {her} know you called.";

    /// <summary>While the desk catches its breath.</summary>
    public string OneMoment { get; init; } = "One moment, please.";

    /// <summary>The simplest path: everything in one answer.</summary>
    public string Message { get; init; } = "I'm sorry about that. Please tell me your name, your number and what it's regarding.";

    /// <summary>On a line no desk has claimed.</summary>
    public string UnassignedLine { get; init; } = "Thank you for calling. May I have your name, your number and what it's regarding?";
}
