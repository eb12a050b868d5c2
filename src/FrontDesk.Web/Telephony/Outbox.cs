using FrontDesk.Reach;
using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Telephony;

/// <summary>Carries out what was written down, once each, and writes down what the carrier made of it.</summary>
public sealed partial class Outbox(Database database, ITelephony telephony, Presence presence, Settings settings, TimeProvider time, ILogger<Outbox> log)
{
    private static readonly TimeSpan RingsFor = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>One after the other. Whoever shuts down meanwhile leaves the rest to the next round, here or on another node.</summary>
    public async Task SendAsync(IReadOnlyList<Intent> intents, CancellationToken cancel)
    {
        var begun = 0;
        try
        {
            foreach (var intent in intents)
            {
                cancel.ThrowIfCancellationRequested();
                begun++;
                await SendAsync(intent, cancel);
            }
        }
        finally
        {
            if (begun < intents.Count)
            {
                await HandBackAsync([.. intents.Skip(begun)]);
            }
        }
    }

    public async Task SendAsync(Intent intent, CancellationToken cancel)
    {
        var taken = await presence.HoldAsync(cancel);
        var now = time.GetUtcNow();
        if (!await database.WriteAsync(work => TakeOrCallOffAsync(work, intent, taken.Node, now), cancel))
        {
            return;
        }

        var outcome = await presence.RenewAsync(taken, CancellationToken.None) is { } hold
            ? await SendAsync(intent, hold)
            : new SendOutcome.NotProcessed("this node was taken for dead", AtOnce: true);
        // What has gone out is written down though we are shutting down.
        await database.WriteAsync(work => RecordAsync(work, intent, outcome), CancellationToken.None);
        LogSent(log, intent.Purpose, intent.Channel, intent.ToNumber.Masked, outcome.GetType().Name, intent.Id);
    }

    // Broken off, it would be in doubt for a minute; the exchange ends within ten seconds.
    private Task<SendOutcome> SendAsync(Intent intent, Hold hold) => intent.Channel switch
    {
        Channel.Text => telephony.SendTextAsync(TextOf(intent) with { Hold = hold }, CancellationToken.None),
        Channel.Call => telephony.PlaceCallAsync(CallOf(intent) with { Hold = hold }, CancellationToken.None),
    };

    private static async Task<bool> TakeOrCallOffAsync(Work work, Intent intent, Guid holder, DateTimeOffset now)
    {
        if (await IntentLog.TakeAsync(work, intent, IntentState.Sending, holder, now))
        {
            return true;
        }

        // Left as it is, it would be due for ever, and no round would ever be the last.
        await IntentLog.CallOffAsync(work, intent, now);
        return false;
    }

    private Task HandBackAsync(IReadOnlyList<Intent> intents) => database.WriteAsync(
        async work =>
        {
            foreach (var intent in intents)
            {
                await IntentLog.HandBackAsync(work, intent, time.GetUtcNow());
            }

            await Changes.CountAsync(work, Changes.Due);
        },
        CancellationToken.None);

    private async Task RecordAsync(Work work, Intent intent, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                await IntentLog.AcceptAsync(work, intent.Id, accepted.Sid, now);
                await SentTexts.FileAsync(work, intent, accepted.Sid, now);
                break;
            case SendOutcome.Refused { Permanent: false } refused:
                await LaterAsync(work, intent, refused.Why, now + Pause(intent));
                break;
            case SendOutcome.Refused refused:
                await IntentLog.PutBackAsync(work, intent.Id, now, refused.Code, refused.Why);
                await TextChannel.CloseIfToldAsync(work, intent, refused.Code, now);
                break;
            case SendOutcome.NotProcessed notProcessed:
                await LaterAsync(work, intent, notProcessed.Why, notProcessed.AtOnce ? now : now + Pause(intent));
                break;
            case SendOutcome.Unknown unknown:
                await IntentLog.WaitAsync(work, intent.Id, IntentState.Unknown, now + IntentLog.Lease, unknown.Why);
                break;
        }
    }

    /// <summary>Reminders are put back, to be weighed anew when their time comes; an answer is worth sending for a while only.</summary>
    private static Task LaterAsync(Work work, Intent intent, string why, DateTimeOffset later) => intent.Purpose switch
    {
        IntentPurpose.Reminder or IntentPurpose.Digest => IntentLog.PutBackAsync(work, intent.Id, later, null, why),
        IntentPurpose.Answer or IntentPurpose.CourtesyAnswer or IntentPurpose.Word or IntentPurpose.Alarm when later < intent.CreatedAt + LongestPause =>
            IntentLog.WaitAsync(work, intent.Id, IntentState.Written, later, why),
        // By then nobody holds any more.
        IntentPurpose.Answer or IntentPurpose.CourtesyAnswer or IntentPurpose.Word or IntentPurpose.Alarm or IntentPurpose.Reach or IntentPurpose.Connect or IntentPurpose.CallTheBoss =>
            IntentLog.PutBackAsync(work, intent.Id, later, null, why),
    };

    /// <summary>Doubled each time, with up to a quarter more, so that desks put off together do not come back together.</summary>
    private static TimeSpan Pause(Intent intent)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(intent.Attempt, 10) - 1);
        return (pause < LongestPause ? pause : LongestPause) * (1 + (intent.Id.ToByteArray()[15] / 1024.0));
    }

    private OutgoingText TextOf(Intent intent) => new(
        intent.FromNumber, intent.ToNumber, intent.Body ?? "", Address("/twilio/text/status", intent));

    private OutgoingCall CallOf(Intent intent)
    {
        var (path, ringsFor) = intent.Purpose switch
        {
            IntentPurpose.Reach => ("/twilio/reach", ReachPlan.RingsFor),
            IntentPurpose.Word => ("/twilio/word", RingsFor),
            IntentPurpose.Connect => ("/twilio/connect/party", RingsFor),
            IntentPurpose.CallTheBoss => ("/twilio/connect/boss", RingsFor),
            IntentPurpose.Reminder or IntentPurpose.Digest or IntentPurpose.Answer or IntentPurpose.CourtesyAnswer or IntentPurpose.Alarm => ("/twilio/reminder-call", RingsFor),
        };
        return new OutgoingCall(intent.FromNumber, intent.ToNumber, Address(path, intent), Address($"{path}/status", intent), ringsFor)
        {
            WaitsForGreeting = intent.Purpose == IntentPurpose.Word,
        };
    }

    private Uri Address(string path, Intent intent) => new($"{settings.PublicUrl.OriginalString}{path}?intent={intent.Id:N}");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Purpose} by {Channel} to {Number}: {Outcome} ({Intent})")]
    private static partial void LogSent(ILogger logger, IntentPurpose purpose, Channel channel, string number, string outcome, Guid intent);
}
