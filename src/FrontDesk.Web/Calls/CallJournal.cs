using System.Text.Json;
using FrontDesk.Calls;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Calls;

/// <summary>Where a call is kept while the books cannot be written: one file, a line for each thing heard, only ever added to.</summary>
public sealed partial class CallJournal(CallJournalPlace place, Tombstones tombstones, ILogger<CallJournal> log) : IDisposable
{
    /// <summary>Of a file that is being written into the books and gets no more lines.</summary>
    private const string Closed = ".closed";

    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim reading = new(1);

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(place.File))!;

    /// <summary>There is nowhere left to write when this fails: the caller is answered all the same.</summary>
    public async Task KeepAsync(IncomingCall call, ScriptPosition? asked, DateTimeOffset now)
    {
        await writing.WaitAsync();
        try
        {
            Directory.CreateDirectory(Folder);
            await using var file = new FileStream(place.File, FileMode.Append, FileAccess.Write, FileShare.Read);
            await JsonSerializer.SerializeAsync(file, JournalLine.Of(call, asked, now));
            file.WriteByte((byte)'\n');
            file.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogLost(fault, call.CallSid);
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
            if (!File.Exists(place.File) && !ClosedFiles().Any())
            {
                return;
            }

            var erased = await tombstones.ReadAsync(cancel);
            await CloseAsync(cancel);
            foreach (var file in ClosedFiles())
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
        writing.Dispose();
        reading.Dispose();
    }

    /// <summary>Whoever keeps a call from now on begins a new file.</summary>
    private async Task CloseAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            if (File.Exists(place.File))
            {
                File.Move(place.File, $"{place.File}.{Path.GetRandomFileName()}{Closed}");
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Oldest first; also those a process left that ended over them.</summary>
    private IEnumerable<string> ClosedFiles() =>
        Directory.Exists(Folder) ? Directory.GetFiles(Folder, $"{Path.GetFileName(place.File)}.*{Closed}").OrderBy(File.GetLastWriteTimeUtc) : [];

    private async Task ReplayAsync(string file, Tombstones.Erased erased, Answering answering, CancellationToken cancel)
    {
        foreach (var line in await File.ReadAllLinesAsync(file, cancel))
        {
            if (Read(line) is not { } kept)
            {
                continue;
            }

            await (erased.Covers(kept.CallSid, kept.From, kept.At)
                ? tombstones.RaiseForSidAsync(kept.CallSid, kept.At, cancel)
                : WriteDownAsync(kept, answering));
        }

        File.Delete(file);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A line of the journal is torn and is left out")]
    private partial void LogTorn(Exception fault);
}

/// <summary>Where the journal lies.</summary>
public sealed record CallJournalPlace(string File);
