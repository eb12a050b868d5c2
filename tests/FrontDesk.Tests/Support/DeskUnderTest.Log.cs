using System.Text;
using FrontDesk.Calls;
using FrontDesk.Ledger;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Support;

public sealed partial class DeskUnderTest
{
    /// <summary>Every call on the log in order, with its turns.</summary>
    public async Task<IReadOnlyList<CallOnTheLog>> LogAsync()
    {
        var calls = await Books.ReadAsync(look => look.QueryAsync<CallOnTheLog>("select * from calls order by received_at, id"), Cancel);
        var turns = await Books.ReadAsync(look => look.QueryAsync<TurnOnTheLog>("select * from turns order by at, step, attempt"), Cancel);
        return [.. calls.Select(call => call with { Turns = [.. turns.Where(turn => turn.CallId == call.Id)] })];
    }

    /// <summary>The log once it looks like this: the desk's own rounds work on after the clock has stopped. Gives up after a good while.</summary>
    public async Task<IReadOnlyList<CallOnTheLog>> LogOnceAsync(Func<IReadOnlyList<CallOnTheLog>, bool> isSo)
    {
        for (var looks = 0; looks < 300; looks++)
        {
            if (await LogAsync() is var log && isSo(log))
            {
                return log;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        return await LogAsync();
    }

    /// <summary>Whether this stands anywhere in the books, or in a file beside them.</summary>
    public async Task<bool> IsWrittenAnywhereAsync(string words)
    {
        foreach (var file in Directory.GetFiles(Folder))
        {
            await using var books = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await books.CopyToAsync(copy, Cancel);
            if (copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)
            {
                return true;
            }
        }

        return Books.Engine == DatabaseEngine.SqlServer && await Books.ReadAsync(look => IsInAColumnAsync(look, words), Cancel);
    }

    private static async Task<bool> IsInAColumnAsync(Look look, string words)
    {
        var found = await look.QueryAsync<string>(
            "select 'select count(*) from ' + table_name + ' where ' + column_name + ' like @words' from information_schema.columns where data_type = 'nvarchar'");
        foreach (var sql in found)
        {
            if (await look.FirstOrDefaultAsync<int>(sql, new { words = $"%{words}%" }) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The only call there is.</summary>
    public async Task<CallOnTheLog> OnlyCallAsync() => Assert.Single(await LogAsync());
}

/// <summary>A row of calls as it stands in the books.</summary>
public sealed record CallOnTheLog
{
    public Guid Id { get; init; }

    public Guid? DeskId { get; init; }

    public string LineNumber { get; init; } = "";

    public string? CallSid { get; init; }

    public long Live { get; init; }

    public CallStatus Status { get; init; }

    public string? Party { get; init; }

    public Guid? ContactId { get; init; }

    public string CallerFrom { get; init; } = "";

    public string? SaidName { get; init; }

    public string? Number { get; init; }

    public string? NumberAsHeard { get; init; }

    public long? NameLookup { get; init; }

    public string? CallerIdName { get; init; }

    public long? RecordingConsent { get; init; }

    public string? RecordingSid { get; init; }

    public long? RecordingSeconds { get; init; }

    public string? Regarding { get; init; }

    public long? WantsReturn { get; init; }

    public long SaysUrgent { get; init; }

    public long? NthCall { get; init; }

    public CallOutcome? Outcome { get; init; }

    public string? Reachable { get; init; }

    public string? TimeCritical { get; init; }

    public ScriptStep Step { get; init; }

    public long Attempt { get; init; }

    public string? Stir { get; init; }

    public string? ForwardedFrom { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public long? Seconds { get; init; }

    public Ball Ball { get; init; }

    public long Planned { get; init; }

    public IReadOnlyList<TurnOnTheLog> Turns { get; init; } = [];

    /// <summary>What was heard, in order.</summary>
    public IEnumerable<string> Heard => Turns.Select(turn => turn.Heard).OfType<string>();
}

/// <summary>A row of turns as it stands in the books.</summary>
public sealed record TurnOnTheLog
{
    public Guid CallId { get; init; }

    public ScriptStep Step { get; init; }

    public long Attempt { get; init; }

    public long HeardKind { get; init; }

    public string? Heard { get; init; }

    public double? Confidence { get; init; }

    public string Said { get; init; } = "";

    public ScriptStep NextStep { get; init; }

    public long NextAttempt { get; init; }
}
