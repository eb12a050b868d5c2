using System.Globalization;
using FrontDesk.Calls;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>What an address of ours carries: the question it was asked with and, when the desk asked for a moment, what was heard.</summary>
public static class Carried
{
    /// <summary>A caller is asked for patience this often.</summary>
    public const int MostTries = 3;

    /// <summary>The script's own patience, and some more: after a fallback the same question is asked anew.</summary>
    public const int MostAttempts = 2 * CallScript.MostPatience;

    /// <summary>An address without a question is one nobody was given; it is taken for the first one.</summary>
    public static ScriptPosition AskedIn(IQueryCollection query)
    {
        var step = (ScriptStep)Number(query, "step");
        return Enum.IsDefined(step) && step != ScriptStep.Ring && !step.IsGoodbye()
            ? new ScriptPosition(step, Math.Clamp(Number(query, "attempt"), 1, MostAttempts))
            : new ScriptPosition(ScriptStep.WhoIsCalling, 1);
    }

    public static int TriesIn(IQueryCollection query) => Number(query, "retry");

    /// <summary>A redirect loses the form, and with it what was heard.</summary>
    public static IncomingCall Into(IncomingCall call, IQueryCollection query)
    {
        if (call.Heard is not Heard.Nothing)
        {
            return call;
        }

        if (query["keys"] is [{ Length: > 0 } keys])
        {
            return call with { Heard = new Heard.Keys(keys) };
        }

        return query["words"] is [{ Length: > 0 } words]
            ? call with { Heard = new Heard.Words(words, Real(query, "confidence")) }
            : call;
    }

    /// <returns>Path and query of the same address, with all that was heard and one more try counted.</returns>
    public static string Again(HttpRequest request, IncomingCall call)
    {
        var asked = request.Query.ContainsKey("step") ? AskedIn(request.Query) : default;
        var question = asked == default ? "" : string.Create(CultureInfo.InvariantCulture, $"step={(int)asked.Step}&attempt={asked.Attempt}&");
        return string.Create(CultureInfo.InvariantCulture, $"{request.Path}?{question}retry={TriesIn(request.Query) + 1}{What(call.Heard)}");
    }

    private static string What(Heard heard) => heard switch
    {
        Heard.Keys keys => $"&keys={Uri.EscapeDataString(keys.Digits)}",
        Heard.Words { Confidence: { } sure } words => string.Create(CultureInfo.InvariantCulture, $"&words={Uri.EscapeDataString(words.Text)}&confidence={sure}"),
        Heard.Words words => $"&words={Uri.EscapeDataString(words.Text)}",
        Heard.Nothing => "",
        _ => throw new InvalidOperationException("Words, keys or nothing is heard."),
    };

    private static int Number(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static double? Real(IQueryCollection query, string name) =>
        double.TryParse(query[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
}
