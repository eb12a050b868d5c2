using System.Text.Json;
using FrontDesk.Calls;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>
/// Where a call is kept while the books cannot be written: a line for each thing heard, in a file that this process holds open for as long as it writes.
/// A file that nobody holds open is complete, and whoever finds it first writes it into the books: also what a process left that ended.
/// </summary>
public sealed partial class CallJournal(CallJournalPlace place, Tombstones tombstones, ILogger<CallJournal> log) : IDisposable
{
    private const string Name = "unwritten-calls";

    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim reading = new(1);

    private FileStream? own;

    /// <summary>There is nowhere left to write when this fails: the caller is answered all the same.</summary>
    public async Task KeepAsync(IncomingCall call, ScriptPosition? asked, DateTimeOffset now)
    {
        await writing.WaitAsync();
        try
        {
            own ??= Begin();
            own.Write([.. JsonSerializer.SerializeToUtf8Bytes(JournalLine.Of(call, asked, now)), (byte)'\n']);
            own.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogLost(fault, call.CallSid);
            Close();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>
    /// Writes what was kept into the books, line by line; what still cannot be written stays. A line written twice counts once, one of somebody who was
    /// erased since not at all. Nobody who is on the line meanwhile waits for it.
    /// </summary>
    public async Task ReplayAsync(Answering answering, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (!Files().Any())
            {
                return;
            }

            var erased = await tombstones.ReadAsync(cancel);
            await CloseAsync(cancel);
            foreach (var file in Files())
            {
                await ReplayAsync(file, erased, answering, cancel);
            }
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose()
    {
        Close();
        writing.Dispose();
        reading.Dispose();
    }

    /// <summary>Nothing is buffered: what could not be written is not tried again when the file is closed.</summary>
    private FileStream Begin()
    {
        Directory.CreateDirectory(place.Folder);
        return new FileStream(Path.Combine(place.Folder, $"{Name}.{Path.GetRandomFileName()}.jsonl"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    private async Task CloseAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            Close();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Whoever keeps a call from now on begins a new file: after a fault too, so that half a line spoils no other.</summary>
    private void Close()
    {
        own?.Dispose();
        own = null;
    }

    /// <summary>Oldest first, whoever wrote them. One without a line in it was begun this moment.</summary>
    private IEnumerable<string> Files() =>
        Directory.Exists(place.Folder)
            ? new DirectoryInfo(place.Folder).GetFiles($"{Name}.*").Where(file => file.Length > 0).OrderBy(file => file.LastWriteTimeUtc).Select(file => file.FullName)
            : [];

    private async Task ReplayAsync(string file, Tombstones.Erased erased, Answering answering, CancellationToken cancel)
    {
        if (await ReadAsync(file, cancel) is not { } lines)
        {
            return;
        }

        foreach (var kept in lines.Select(Read).OfType<JournalLine>())
        {
            await (erased.Covers(kept.CallSid, kept.From, kept.At)
                ? tombstones.RaiseForSidAsync(kept.CallSid, kept.At, cancel)
                : WriteDownAsync(kept, answering));
        }

        File.Delete(file);
    }

    /// <summary>Null of a file that another process holds open: it may not be alone with it.</summary>
    private async Task<string[]?> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var complete = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
            using var reader = new StreamReader(complete);
            return (await reader.ReadToEndAsync(cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogLeft(fault, file);
            return null;
        }
    }

    private static async Task WriteDownAsync(JournalLine kept, Answering answering)
    {
        var call = kept.Call();
        if (call.Status.IsOver())
        {
            await answering.MoveOnAsync(call, kept.At);
        }
        else if (kept.Asked is { } asked)
        {
            await answering.HearAsync(call, asked, kept.At);
        }
        else
        {
            await answering.OpenAsync(call, kept.At);
        }
    }

    private JournalLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(line);
        }
        catch (JsonException torn)
        {
            LogTorn(torn);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Call {CallSid} could be kept nowhere")]
    private partial void LogLost(Exception fault, string callSid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} is left where it is: another process is writing it, or it cannot be read")]
    private partial void LogLeft(Exception fault, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "A line of the journal is torn and is left out")]
    private partial void LogTorn(Exception fault);
}

/// <summary>Where the journal lies: on a disk of this machine, for a network's may not tell that a file is held open.</summary>
public sealed record CallJournalPlace(string Folder);
