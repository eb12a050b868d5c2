using FrontDesk.Desks;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Reminders;

/// <summary>How the boss can be reached at this moment, and what she has been sent of late.</summary>
public sealed record BossNow
{
    public required IReadOnlyList<ReachablePhone> Phones { get; init; }

    /// <summary>The same as the ladder sees them, with the assistant's.</summary>
    public required RungPhones RungPhones { get; init; }

    /// <summary>Null while she is awake.</summary>
    public DateTimeOffset? WakesAt { get; init; }

    /// <summary>Until then she wants to hear of ASAP calls only; null where she does not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>We are already ringing her.</summary>
    public bool OnThePhone { get; init; }

    /// <summary>The reminders of the last hour, by way and phone.</summary>
    public required ILookup<(Channel Channel, PhoneNumber To), DateTimeOffset> Sent { get; init; }

    public static async Task<BossNow> OfAsync(Look look, Desk desk, DeskClock clock, DateTimeOffset now)
    {
        var (phones, sent) = (await TextChannel.PhonesAsync(look, desk.Id), await SentAsync(look, desk, now));
        return new()
        {
            Phones = phones,
            RungPhones = new RungPhones(
                [.. phones.Select(phone => Rung(phone.Number, phone.CanBeTexted))],
                desk.AssistantNumber is { } assistant ? Rung(assistant, await TextChannel.AssistantTakesTextsAsync(look, desk.Id)) : null),
            WakesAt = clock.IsAwake(now) ? null : clock.NextWaking(now),
            HeldUntil = (await Holds.CurrentAsync(look, desk.Id, now))?.UntilAt,
            OnThePhone = await look.FirstOrDefaultAsync<Guid?>(
                "select id from intents where state in (1, 2, 3, 4) and channel = 2 and desk_id = @Id", new { desk.Id }) is not null,
            Sent = sent,
        };

        RungPhone Rung(PhoneNumber number, bool canBeTexted) => new(
            number,
            canBeTexted,
            Throttle.Texts.Left([.. sent[(Channel.Text, number)]], now) == 0,
            Throttle.Calls.Left([.. sent[(Channel.Call, number)]], now) == 0);
    }

    public IReadOnlyList<DateTimeOffset> SentTo(Channel channel, PhoneNumber phone) => [.. Sent[(channel, phone)]];

    /// <summary>A phone is one phone, whichever desk reminds it. What the carrier would not have was not sent.</summary>
    private static async Task<ILookup<(Channel Channel, PhoneNumber To), DateTimeOffset>> SentAsync(Look look, Desk desk, DateTimeOffset now) =>
        (await look.QueryAsync<Reminded>(
            $"""
            select channel, to_number, created_at from intents
            where purpose in (1, 2) and created_at > @since and not (state = {IntentState.Failed:D} and sid is null) and to_number in (
              select number from boss_phones where desk_id = @Id union select assistant_number from desks where id = @Id and assistant_number is not null)
            """,
            new { desk.Id, since = now - Throttle.Remembers })).ToLookup(one => (one.Channel, one.ToNumber), one => one.CreatedAt);

    private sealed record Reminded
    {
        public required Channel Channel { get; init; }

        public required PhoneNumber ToNumber { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }
}
