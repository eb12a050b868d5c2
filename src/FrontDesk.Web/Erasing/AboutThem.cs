using FrontDesk.Web.Calls;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Erasing;

/// <summary>What the desk or the boss wrote about somebody: texts, briefs, notes of a copy, files of cards; found by what hangs on their calls, and by their name and numbers.</summary>
internal sealed class AboutThem
{
    private const string Calls = "(select call_id from erasing_calls where erasure_id = @erasure)";

    private const string Told =
        $"""
        select intent_id from reminders where intent_id is not null and call_id in {Calls}
        union select t.intent_id from reminder_tries t join reminders r on r.id = t.reminder_id where t.intent_id is not null and r.call_id in {Calls}
        union select intent_id from reach_attempts where call_id in {Calls}
        """;

    private readonly HashSet<Guid> texts = [];
    private readonly Dictionary<Guid, IntentState> intents = [];
    private readonly List<Guid> briefs = [];

    /// <summary>Somebody may be sending one of them at this moment, and would file it afterwards as it was.</summary>
    public bool IsUnderWay => intents.Values.Any(state => state is IntentState.Written or IntentState.Sending or IntentState.Unknown);

    public IReadOnlyList<Guid> Briefs => briefs;

    public static async Task<AboutThem> FindAsync(Work work, Person person)
    {
        var (found, arguments) = (new AboutThem(), new { erasure = person.ErasureId, desk = person.DeskId });
        const string OnlyTexts = "body is not null and channel = 1";
        found.Add(await work.QueryAsync<Row>($"select id, state, body from intents where {OnlyTexts} and id in ({Told})", arguments));
        found.texts.UnionWith(await work.QueryAsync<Guid>($"select id from texts where intent_id is not null and intent_id in ({Told})", arguments));
        foreach (var like in person.Traces.Patterns)
        {
            var mentioned = new { desk = person.DeskId, like };
            found.Add((await work.QueryAsync<Row>($"select id, state, body from intents where {OnlyTexts} and desk_id = @desk and lower(body) like @like", mentioned))
                .Where(row => person.Traces.AreIn(row.Body)));
            found.texts.UnionWith((await work.QueryAsync<Row>("select id, 6 as state, body from texts where desk_id = @desk and lower(body) like @like", mentioned))
                .Where(row => person.Traces.AreIn(row.Body)).Select(row => row.Id));
        }

        found.briefs.AddRange((await work.QueryAsync<Row>("select id, 6 as state, lines as body from briefs where desk_id = @desk", arguments))
            .Where(row => person.Traces.AreIn(row.Body) || person.Calls.Any(call => row.Body.Contains(call.ToString(), StringComparison.OrdinalIgnoreCase))).Select(row => row.Id));
        return found;
    }

    public async Task WipeAsync(Work work, Person person)
    {
        foreach (var id in intents.Keys)
        {
            await work.ExecuteAsync("update intents set body = @Word, version = version + 1 where id = @id", new { id, WhatIsWiped.Word });
        }

        foreach (var id in texts)
        {
            await work.ExecuteAsync("update texts set body = @Word where id = @id", new { id, WhatIsWiped.Word });
        }

        foreach (var id in briefs)
        {
            await work.ExecuteAsync("delete from brief_turns where brief_id = @id", new { id });
            await work.ExecuteAsync("delete from briefs where id = @id", new { id });
        }

        await WipeFilesAsync(work, person);
        await WipeGivenAsync(work, person);
    }

    private static async Task WipeFilesAsync(Work work, Person person)
    {
        var desk = new { desk = person.DeskId };
        foreach (var note in await work.QueryAsync<Row>("select id, 6 as state, note as body from clean_copies where desk_id = @desk and note is not null", desk))
        {
            if (person.Traces.AreIn(note.Body))
            {
                await work.ExecuteAsync("update clean_copies set note = null where id = @Id", note);
            }
        }

        foreach (var file in await work.QueryAsync<Row>("select id, 6 as state, content as body from book_files where desk_id = @desk", desk))
        {
            if (person.Traces.AreIn(file.Body))
            {
                await work.ExecuteAsync("delete from book_files where id = @Id", file);
            }
        }
    }

    /// <summary>Somebody else gave their number.</summary>
    private static async Task WipeGivenAsync(Work work, Person person)
    {
        foreach (var number in person.Numbers)
        {
            var calls = await work.QueryAsync<Row>(
                $"select id, 6 as state, numbers_given as body from calls where desk_id = @desk and numbers_given like @like and id not in {Calls}",
                new { erasure = person.ErasureId, desk = person.DeskId, like = $"%{number.E164[1..]}%" });
            foreach (var call in calls)
            {
                var left = GivenJson.Without(call.Body, number);
                await work.ExecuteAsync("update calls set numbers_given = @left, version = version + 1 where id = @Id", new { call.Id, left });
            }
        }
    }

    private void Add(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            intents[row.Id] = row.State;
        }
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public IntentState State { get; init; }

        public required string Body { get; init; }
    }
}
