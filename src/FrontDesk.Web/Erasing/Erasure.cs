using FrontDesk.Web.Data;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Erasing;

/// <summary>
/// Takes somebody out of the books for good: there is no way back, on purpose. Their calls stay as times and lengths, so that counts are right. What is
/// under way with them is waited for (S108), and what the carrier still lists does not come back.
/// </summary>
public sealed partial class Erasure(Database database, SheetChanges changes, ReminderBell bell, TimeProvider time, ILogger<Erasure> log)
{
    /// <summary>A call whose end was never told keeps nobody in the books for longer.</summary>
    private static readonly TimeSpan Longest = Calls.LiveCall.Longest;

    /// <summary>A text that is neither sent nor given up by then is not waited for.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromHours(1);

    /// <summary>How much there is of them; nothing is changed.</summary>
    public Task<ErasureOutcome> CountAsync(Guid deskId, Forgotten whom, CancellationToken cancel)
    {
        var asked = NewRow(deskId, whom, "");
        return database.WriteAsync(
            async work =>
            {
                var (row, refusal) = await asked.ResolveAsync(work);
                if (refusal is not null)
                {
                    return refusal;
                }

                var person = await Gathering.OfAsync(work, row);
                var (count, waits) = (await CountAsync(work, person), await IsUnderWayAsync(work, row, person, await AboutThem.FindAsync(work, person), time.GetUtcNow()));
                await Gathering.ForgetAsync(work, row.Id);
                return waits ? new ErasureOutcome.Waits(count) : new ErasureOutcome.Done(count);
            },
            cancel);
    }

    /// <summary>Now, or as soon as what is under way with them is over.</summary>
    /// <param name="by">Who asked for it.</param>
    public async Task<ErasureOutcome> ForgetAsync(Guid deskId, Forgotten whom, string by, CancellationToken cancel)
    {
        var asked = NewRow(deskId, whom, by);
        var outcome = await database.WriteAsync(
            async work =>
            {
                var (row, refusal) = await asked.ResolveAsync(work);
                return refusal ?? await (await row.WriteDownAsync(work) ? ForgetAsync(work, row) : AskedBeforeAsync(work, row));
            },
            cancel);
        Tell(deskId, outcome);
        return outcome;
    }

    /// <summary>Those that waited and need wait no longer.</summary>
    /// <returns>How many were done.</returns>
    public async Task<int> FinishAsync(CancellationToken cancel)
    {
        var waiting = await database.ReadAsync(look => look.QueryAsync<ErasureRow>($"select {ErasureRow.Columns} from erasures where done_at is null order by asked_at"), cancel);
        var done = 0;
        foreach (var asked in waiting)
        {
            var outcome = await database.WriteAsync(
                async work => await ErasureRow.TakeAsync(work, asked.Id) is { } row ? await ForgetAsync(work, (await row.ResolveAsync(work)).Row) : new ErasureOutcome.NotThere(), cancel);
            Tell(asked.DeskId, outcome);
            done += outcome is ErasureOutcome.Done ? 1 : 0;
        }

        return done;
    }

    /// <summary>Whether somebody asked to forget whoever the card is of, and it waits.</summary>
    public async Task<bool> WaitsForAsync(Guid contactId, CancellationToken cancel) => await database.ReadAsync(
        look => look.FirstOrDefaultAsync<int>("select count(*) from erasures where done_at is null and contact_id = @contactId", new { contactId }), cancel) > 0;

    private async Task<ErasureOutcome> ForgetAsync(Work work, ErasureRow row)
    {
        var now = time.GetUtcNow();
        var person = await Gathering.OfAsync(work, row);
        // Touched first: whoever writes on one of their calls in this moment comes before or after.
        await work.ExecuteAsync("update calls set version = version + 1 where id in (select call_id from erasing_calls where erasure_id = @Id)", row);
        // Also whoever is just writing down a reminder of one, with their name in it.
        await work.ExecuteAsync("update reminders set version = version + 1 where call_id in (select call_id from erasing_calls where erasure_id = @Id)", row);
        var (count, about) = (await CountAsync(work, person), await AboutThem.FindAsync(work, person));
        var waits = await IsUnderWayAsync(work, row, person, about, now);
        if (!waits)
        {
            await WipeAsync(work, person, about, now);
            await row.DoneAsync(work, count, now);
        }

        await Gathering.ForgetAsync(work, row.Id);
        return waits ? new ErasureOutcome.Waits(count) : new ErasureOutcome.Done(count);
    }

    private static async Task WipeAsync(Work work, Person person, AboutThem about, DateTimeOffset now)
    {
        foreach (var number in person.Numbers)
        {
            await Tombstones.RaiseForNumberAsync(work, number, now);
        }

        foreach (var sid in await work.QueryAsync<string>(
            "select message_sid from texts where message_sid is not null and direction = 1 and (desk_id = @desk or desk_id is null) and from_number in @numbers", person.Arguments(now)))
        {
            await Tombstones.RaiseForSidAsync(work, sid, now);
        }

        await about.WipeAsync(work, person);
        await OthersCards.WipeAsync(work, person);
        foreach (var step in WhatIsWiped.Steps)
        {
            await work.ExecuteAsync(step.Sql, person.Arguments(now));
        }
    }

    private static async Task<ErasureOutcome> AskedBeforeAsync(Work work, ErasureRow row)
    {
        var count = await CountAsync(work, await Gathering.OfAsync(work, row));
        await Gathering.ForgetAsync(work, row.Id);
        return new ErasureOutcome.Waits(count);
    }

    private static async Task<ErasureCount> CountAsync(Work work, Person person) => new(
        person.Calls.Count,
        await work.FirstOrDefaultAsync<int>(
            "select count(*) from texts where (desk_id = @desk or desk_id is null) and (from_number in @numbers or to_number in @numbers)", person.Arguments(default)),
        person.Cards.Count,
        person.Recordings);

    private static async Task<bool> IsUnderWayAsync(Work work, ErasureRow row, Person person, AboutThem about, DateTimeOffset now)
    {
        var open = await work.FirstOrDefaultAsync<int>(
            """
            select (select count(*) from calls where live = 1 and ended_at is null and received_at > @since and id in (select call_id from erasing_calls where erasure_id = @Id))
              + (select count(*) from connections where state in (1, 2, 3) and began_at > @since and call_id in (select call_id from erasing_calls where erasure_id = @Id)) as n
            """,
            new { row.Id, since = now - Longest });
        return open > 0 || (about.IsUnderWay && now - row.AskedAt < LongestSending) || await IsBeingReadAsync(work, about, now);
    }

    /// <summary>The boss is on the line, and hears of them.</summary>
    private static async Task<bool> IsBeingReadAsync(Work work, AboutThem about, DateTimeOffset now)
    {
        foreach (var id in about.Briefs)
        {
            if (await work.FirstOrDefaultAsync<int>(
                "select count(*) from briefs b join calls c on c.call_sid = b.call_sid and c.live = 1 where b.id = @id and c.ended_at is null and c.received_at > @since",
                new { id, since = now - Longest }) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private ErasureRow NewRow(Guid deskId, Forgotten whom, string by)
    {
        var now = time.GetUtcNow();
        var row = new ErasureRow { Id = Guid.CreateVersion7(now), DeskId = deskId, AskedBy = by, AskedAt = now };
        return whom switch
        {
            Forgotten.OfCard card => row with { ContactId = card.Id },
            Forgotten.OfNumber number => row with { Number = number.Number },
            Forgotten.OfCall call => row with { CallId = call.Id },
            _ => throw new InvalidOperationException("Somebody is known by card, number or call."),
        };
    }

    private void Tell(Guid deskId, ErasureOutcome outcome)
    {
        if (outcome is ErasureOutcome.Done(var count))
        {
            changes.Changed(deskId);
            changes.Changed(SheetChanges.NoDesk);
            bell.Ring();
            LogDone(count.Calls, count.Texts, count.Cards);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody was forgotten: {Calls} calls, {Texts} texts, {Cards} cards")]
    private partial void LogDone(int calls, int texts, int cards);
}
