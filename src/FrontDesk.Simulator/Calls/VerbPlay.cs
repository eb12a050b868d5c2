using FrontDesk.Simulator.Twiml;

namespace FrontDesk.Simulator.Calls;

/// <summary>Carries out one verb; what it returns takes the call elsewhere, null goes on to the next verb.</summary>
internal sealed class VerbPlay(CallFlow flow)
{
    private readonly Leg leg = flow.Leg;

    public async Task<Step?> PlayAsync(Verb verb)
    {
        if (flow.IsWhisper && verb is Record or Reject or Message)
            leg.Warn($"12200: {verb.GetType().Name} in the document of a Number");
        if (Answers(verb))
            leg.Answer();
        return verb switch
        {
            Say or Play or Pause => await new Prompt(flow).PlayAsync(verb, leg.Turn),
            Gather gather => await GatherAsync(gather),
            Record record => await RecordAsync(record),
            Dial when flow.IsWhisper => Nested(),
            Dial { Conference: { } room } dial => await new ConferenceRun(flow, dial, room).RunAsync(),
            Dial dial => await new DialRun(flow, dial).RunAsync(),
            Redirect redirect => RedirectTo(redirect),
            Reject reject => RejectFor(reject),
            Hangup => new Finished(HungUp: true),
            Message message => Text(message),
            _ => PassOver(verb),
        };
    }

    private async Task<Step?> GatherAsync(Gather gather)
    {
        using var run = new GatherRun(flow, gather);
        return await run.RunAsync();
    }

    private async Task<Step?> RecordAsync(Record record)
    {
        using var run = new RecordRun(flow, record);
        return await run.RunAsync();
    }

    /// <summary>A verb that needs the line open answers the call; Pause and Redirect leave it ringing, Dial may.</summary>
    private static bool Answers(Verb verb) => verb is Say or Play or Gather or Record or Hangup or Dial { AnswerOnBridge: false };

    private Fetch RedirectTo(Redirect redirect)
    {
        if (redirect.Url.Length == 0)
            leg.Warn("13710: Redirect without URL");
        return flow.Action(redirect.Url.Length == 0 ? null : redirect.Url, redirect.Method);
    }

    private Finished? RejectFor(Reject reject)
    {
        if (leg.IsAnswered || leg.Call.Direction != CarrierCallDirection.Inbound)
        {
            leg.Warn("12200: Reject after the call was answered");
            return null;
        }

        leg.End(reject.Busy ? CarrierCallStatus.Busy : CarrierCallStatus.NoAnswer);
        return new Finished(HungUp: true);
    }

    private Finished Nested()
    {
        leg.Warn("13201: Dial in the document of a Number");
        return new Finished(HungUp: true);
    }

    private Step? Text(Message message)
    {
        var (ours, theirs) = leg.Call.Direction == CarrierCallDirection.Inbound ? (leg.Call.To, leg.Call.From) : (leg.Call.From, leg.Call.To);
        leg.Board.Texts.Reply(message, ours, theirs, leg.Transcript);
        return null;
    }

    private Step? PassOver(Verb verb)
    {
        leg.Warn($"{(verb as Unplayed)?.Name ?? verb.GetType().Name} is not played by this carrier");
        return null;
    }
}
