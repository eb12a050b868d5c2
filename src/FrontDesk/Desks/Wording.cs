namespace FrontDesk.Desks;

/// <summary>
/// What the desk says, as data. In each sentence {boss}, {persona}, {name}, {number}, {she}, {she's}, {She'll} and {her} (with or
/// without a capital) stand for their values, {first} for a caller's first name, {caller} for "Ms. Miller" or the whole name,
/// {spelled} for a name letter by letter,
/// {ending} for the last digits of a number and {noted} for what was just taken down; they are filled in one pass, so that nothing a caller says is ever read as a placeholder.
/// </summary>
public sealed record Wording
{
    public string Greeting { get; init; } = "{boss}'s office. May I ask who's calling?";

    /// <summary>The one answer to whatever is asked about the boss (R9).</summary>
    public string NotAvailable { get; init; } = "I'm sorry, {she's} not available to take your call.";

    /// <summary>Before a question is asked for the second time.</summary>
    public string NotCaught { get; init; } = "I'm sorry, I didn't catch that.";

    /// <summary>To a caller who asks whom they are speaking with (R13).</summary>
    public string MyName { get; init; } = "This is {persona}.";

    /// <summary>To a caller who asks whether this is a machine: the truth.</summary>
    public string Automated { get; init; } = "I'm {boss}'s automated assistant.";

    public string WhoAgain { get; init; } = "May I have your name, please?";

    /// <summary>Before "she's not available", to a name heard well: said back once, so that it can be put right.</summary>
    public string ThankYouName { get; init; } = "Thank you, {caller}.";

    /// <summary>To a name not heard well.</summary>
    public string IsThatTheName { get; init; } = "Is that {name}?";

    public string HowIsItSpelled { get; init; } = "How do you spell it, please?";

    /// <summary>Letter by letter.</summary>
    public string IsItSpelled { get; init; } = "{name}: {spelled}. Is that right?";

    public string SpellItAgain { get; init; } = "I'm sorry. Would you spell it for me once more?";

    /// <summary>To a caller for whom the boss's phones are tried. Whatever comes of it, "she's not available" follows after the same time.</summary>
    public string LetMeSee { get; init; } = "Let me see if I can get {her}. One moment, please.";

    /// <summary>To a caller who is put through.</summary>
    public string PuttingThrough { get; init; } = "Thank you for holding. I have {her} for you.";

    public string CanIHaveHerReturn { get; init; } = "Can I have {her} return?";

    public string CanIHaveHerReturnAgain { get; init; } = "Can I have {her} return your call?";

    public string IsThisTheNumber { get; init; } = "Can {she} reach you at {number}?";

    public string IsThisTheNumberAgain { get; init; } = "Is {number} a good number for you? Say yes or no, or press 1 for yes.";

    public string WhatNumber { get; init; } = "What's the best number for you?";

    public string WhatNumberAgain { get; init; } = "What's the best number for you? You can also key it in, and then press the pound key.";

    /// <summary>A number just given, in groups.</summary>
    public string IsThatTheNumber { get; init; } = "{number}. Is that right?";

    /// <summary>From the second call on.</summary>
    public string StillAtTheNumber { get; init; } = "Are you still at the number ending {ending}?";

    /// <summary>The second call.</summary>
    public string GoodToHearFromYou { get; init; } = "It's good to hear from you again, {caller}.";

    /// <summary>The third call.</summary>
    public string ByFirstName { get; init; } = "{first}, thank you for calling again.";

    /// <summary>The fourth call.</summary>
    public string ThankYouForYourPatience { get; init; } = "{first}, thank you for your patience.";

    public string WhenReachable { get; init; } = "When can you be reached?";

    public string WhenReachableAgain { get; init; } = "May I note when you can be reached?";

    public string HowTimeCritical { get; init; } = "How time-critical is it?";

    public string HowTimeCriticalAgain { get; init; } = "May I note how time-critical it is?";

    /// <summary>What was said about it, read back.</summary>
    public string TimeCriticalNoted { get; init; } = "I've noted: {noted}.";

    /// <summary>The fifth call is the call returned.</summary>
    public string IHaveHerCalling { get; init; } = "{first}, I have {boss} calling.";

    public string Regarding { get; init; } = "And may I ask what it's regarding?";

    public string RegardingAgain { get; init; } = "May I ask what your call is regarding?";

    public string Goodbye { get; init; } = "Great. {She'll} call you back as soon as {she} can.";

    /// <summary>After "she's not available" at the end of a call.</summary>
    public string GoodbyeAfterHold { get; init; } = "{She'll} call you back as soon as {she} can.";

    /// <summary>For a caller who needs no call back.</summary>
    public string GoodbyeNoReturn { get; init; } = "Thank you. I'll let {her} know you called.";

    /// <summary>To a caller who was not understood, where the desk allows recordings: nothing is recorded without a yes.</summary>
    public string MayIRecord { get; init; } = "May I record a short message for {her}? Say yes, or press 1.";

    public string RecordNow { get; init; } = "Please leave your message after the tone, and press the pound key when you are done.";

    /// <summary>To a number the desk takes no calls from: it learns nothing by it.</summary>
    public string Blocked { get; init; } = "I'm sorry, we're not able to take your call. Goodbye.";

    /// <summary>To a caller who wanted somebody else.</summary>
    public string WrongNumber { get; init; } = "No trouble at all. Goodbye.";

    /// <summary>To a recording that talks on.</summary>
    public string NobodyThere { get; init; } = "Thank you for calling. Goodbye.";

    /// <summary>While the desk catches its breath.</summary>
    public string OneMoment { get; init; } = "One moment, please.";

    /// <summary>Before a line the caller may have missed through our fault.</summary>
    public string Apology { get; init; } = "I'm sorry about that.";

    /// <summary>The simplest path: everything in one answer.</summary>
    public string Message { get; init; } = "Please tell me your name, your number and what it's regarding.";

    /// <summary>On a line no desk has claimed.</summary>
    public string UnassignedLine { get; init; } = "Thank you for calling. May I have your name, your number and what it's regarding?";

    /// <summary>On such a line there is nobody who could be said to call back.</summary>
    public string UnassignedGoodbye { get; init; } = "Thank you. Goodbye.";
}
