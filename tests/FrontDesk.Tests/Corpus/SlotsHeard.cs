using FrontDesk.Calls;
using FrontDesk.Office;
using FrontDesk.Tests.Rules;

namespace FrontDesk.Tests.Corpus;

/// <summary>What the desk made of a caller's line, slot by slot.</summary>
internal static class SlotsHeard
{
    /// <summary>These say in what case a line is said, and are not heard in it.</summary>
    private static readonly string[] Cases = ["at", "was"];

    /// <summary>Each slot that is not as it should be, with what it is; empty for a line that is understood.</summary>
    public static IReadOnlyList<string> Misses(CallerLine line)
    {
        var heard = Hearing(line);
        return [.. from slot in line.Expected
                   where !Cases.Contains(slot.Key)
                   let value = heard(slot.Key) ?? ""
                   where !AreSame(line, slot.Value, value)
                   select $"{slot.Key} is \"{value}\", not \"{slot.Value}\""];
    }

    private static Func<string, string?> Hearing(CallerLine line)
    {
        if (line.Expected.TryGetValue("at", out var step))
        {
            var call = AtTheOffice(step).Hears(line.Said);
            return slot => AtTheOffice(slot, call);
        }

        var answer = Answer.Of(line.Said, TheDesk.Margarets);
        return slot => slot == "name" && line.Expected.TryGetValue("was", out var was) ? answer.NameCorrected(was) ?? was
            : slot == "number" && line.Kind != "numbers" ? answer.Number?.Number?.E164
            : AtTheDesk(slot, answer);
    }

    private static string? AtTheDesk(string slot, Answer answer) => slot switch
    {
        "name" => answer.NameAsked(again: false),
        "number" => answer.NumberAsked()?.Number?.E164,
        "heard" => answer.NumberAsked()?.AsHeard,
        "ext" => answer.NumberAsked()?.Extension,
        "numbers" => string.Join(", ", answer.Numbers.Select(number => $"{number.Label} {number.Number?.E164}".Trim())),
        "regarding" => answer.Regarding,
        "topic" => answer.RegardingAsked(),
        "asks" => YesNo(answer.Asks),
        "assistant" => answer.Assistant,
        "principal" => answer.Principal,
        "returning" => YesNo(answer.SaysReturning),
        "when" => answer.Reachable,
        "urgent" => YesNo(answer.IsUrgent),
        "yes" => answer.YesOrNo is { } yes ? YesNo(yes) : "none",
        "myname" => YesNo(answer.AsksMyName),
        "machine" => YesNo(answer.AsksIfMachine),
        "wrong" => YesNo(answer.SaysWrongNumber),
        "recording" => YesNo(answer.IsRecording),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "No such slot."),
    };

    private static Conversation AtTheOffice(string step) => step switch
    {
        "who" => TheOffice.Call(),
        "referral" => AtTheOffice("who").Hears("Lee Tanner"),
        "job" => AtTheOffice("who").Hears("Lee Tanner, no referral"),
        "resume" => AtTheOffice("job").Hears("art production assistant"),
        "come-in" => AtTheOffice("resume").Hears("yes"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
    };

    private static string? AtTheOffice(string slot, Conversation call) => slot switch
    {
        "name" => call.Notes.Name,
        "referred" => call.Told().Referred is { } referred ? YesNo(referred) : null,
        "by" => call.Told().ReferredBy,
        "job" => call.Told().Job,
        "department" => call.Told().Department,
        "sent" => call.Told().ResumeSent is { } sent ? YesNo(sent) : null,
        "availability" => call.Told().Availability?.ToString(),
        "asks" => YesNo(call.Said.Contains(new OfficeWording().CannotSay, StringComparison.Ordinal)),
        "myname" => YesNo(call.Said.Contains("This is Robin", StringComparison.Ordinal)),
        "machine" => YesNo(call.Said.Contains(new OfficeWording().IAmAMachine, StringComparison.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "No such slot."),
    };

    /// <summary>The spelling of a spelled name is the point of it; elsewhere a recogniser's capitals and commas say nothing.</summary>
    private static bool AreSame(CallerLine line, string expected, string heard) =>
        line.Kind == "spelled" ? heard.Replace(",", "", StringComparison.Ordinal) == expected : Plainly(heard) == Plainly(expected);

    private static string Plainly(string text) => string.Join(
        ' ',
        new string([.. text.ToLowerInvariant().Where(letter => letter is not ('\'' or '.' or '’')).Select(letter => char.IsLetterOrDigit(letter) || letter == '+' ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
