using Microsoft.AspNetCore.Http;

namespace FrontDesk.Simulator.Page;

/// <summary>What a button on a telephone brings with it.</summary>
internal sealed record PhoneAct(string? Words, string? Keys);

/// <summary>What the buttons of a telephone do.</summary>
internal static class PhoneActs
{
    private const int MostWords = 5000;

    public static async Task<IResult> DoAsync(Carrier carrier, SimulatorPhone phone, string verb, PhoneAct act, CancellationToken cancel)
    {
        var telephone = carrier.Telephone(phone.Number);
        if (act.Words?.Length > MostWords)
            return Refuse($"At most {MostWords} characters at a time.");
        return verb switch
        {
            "dial" => await DialAsync(telephone, phone, cancel),
            "text" => await TextAsync(telephone, phone, act, cancel),
            "behave" => Behave(telephone, act),
            _ => await InCallAsync(telephone, verb, act, cancel),
        };
    }

    private static async Task<IResult> DialAsync(Telephone telephone, SimulatorPhone phone, CancellationToken cancel)
    {
        if (telephone.Calls is [.., { State: not PhoneCallState.Over }])
            return Refuse("This telephone is already on a call.");
        await telephone.DialAsync(phone.Line, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> TextAsync(Telephone telephone, SimulatorPhone phone, PhoneAct act, CancellationToken cancel)
    {
        if (phone.IsWithheld || string.IsNullOrWhiteSpace(act.Words))
            return Refuse(phone.IsWithheld ? "A withheld number cannot text." : "Type the text first.");
        await telephone.SendTextAsync(phone.Line, act.Words, cancel);
        return Results.NoContent();
    }

    private static IResult Behave(Telephone telephone, PhoneAct act)
    {
        if (!BehaviourChoice.TryMake(act.Words, out var behaviour))
            return Refuse("No telephone behaves like that.");
        telephone.Behaviour = behaviour;
        return Results.NoContent();
    }

    private static async Task<IResult> InCallAsync(Telephone telephone, string verb, PhoneAct act, CancellationToken cancel)
    {
        if (telephone.Calls is not [.., { State: not PhoneCallState.Over } call])
            return Refuse("This telephone is not on a call.");
        var task = verb switch
        {
            "answer" => call.AnswerAsync(cancel),
            "hang-up" => call.HangUpAsync(cancel),
            "talk" => StartTalking(call),
            "say" when act.Words is { Length: > 0 } words => call.SayAsync(words, cancel),
            "press" when act.Keys is { Length: > 0 } keys && keys.All("0123456789*#".Contains) => call.PressAsync(keys, cancel),
            _ => null,
        };
        if (task is null)
            return Refuse($"A telephone cannot \"{verb}\" that.");
        await task;
        return Results.NoContent();
    }

    private static Task StartTalking(PhoneCall call)
    {
        call.StartTalking();
        return Task.CompletedTask;
    }

    private static IResult Refuse(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest);
}
