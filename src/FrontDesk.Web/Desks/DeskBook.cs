using System.Collections.Frozen;
using System.Data.Common;
using FrontDesk.Desks;
using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Desks;

/// <summary>Every desk of the house, in memory: answering asks for one before anything else.</summary>
public sealed class DeskBook(Database database)
{
    private readonly Lock gate = new();
    private volatile Index index = new([], times: -1);

    /// <summary>By name.</summary>
    public IReadOnlyList<Desk> All => index.All;

    /// <summary>The desk that has claimed the line; null where none has.</summary>
    public Desk? OnLine(PhoneNumber line) => index.OnLine.GetValueOrDefault(line);

    public Desk? Named(string name) => index.Named.GetValueOrDefault(name);

    /// <summary>The one a page is about: that of the name; without a name the first.</summary>
    public Desk? Chosen(string? name) => !string.IsNullOrEmpty(name) ? Named(name) : All is [var first, ..] ? first : null;

    public Desk? WithId(Guid id) => index.WithId.GetValueOrDefault(id);

    /// <summary>How often desks had been changed when they were read last, by this node or another.</summary>
    internal long Times => index.Times;

    public async Task ReloadAsync(CancellationToken cancel)
    {
        var read = await database.ReadAsync(ReadAsync, cancel);
        lock (gate)
        {
            // An older reading that took longer never takes the place of a newer one.
            index = read.Times >= index.Times ? read : index;
        }
    }

    /// <param name="desk">Version 0 for a new one, else the version it was read in.</param>
    public async Task<SaveOutcome> SaveAsync(Desk desk, CancellationToken cancel)
    {
        try
        {
            var outcome = await database.WriteAsync(work => DeskTables.SaveAsync(work, desk), cancel);
            await ReloadAsync(CancellationToken.None);
            return outcome;
        }
        catch (DbException exception) when (database.Dialect.IsDuplicateKey(exception))
        {
            return SaveOutcome.Taken;
        }
    }

    /// <summary>What the desk says; its lines and phones stay as they are.</summary>
    /// <param name="version">The desk's, as it was read.</param>
    public async Task<SaveOutcome> SaveWordingAsync(Guid deskId, int version, Wording wording, CancellationToken cancel)
    {
        var outcome = await database.WriteAsync(work => DeskTables.SaveWordingAsync(work, deskId, version, wording), cancel);
        await ReloadAsync(CancellationToken.None);
        return outcome;
    }

    // Counted before it is read: what changes meanwhile is then read once too often, and never too seldom.
    private static async Task<Index> ReadAsync(Look look)
    {
        var times = await Changes.TimesAsync(look, Changes.Desks);
        return new Index(await DeskTables.AllAsync(look), times);
    }

    private sealed class Index(IReadOnlyList<Desk> desks, long times)
    {
        public long Times { get; } = times;

        public IReadOnlyList<Desk> All { get; } = desks;

        public FrozenDictionary<Guid, Desk> WithId { get; } = desks.ToFrozenDictionary(desk => desk.Id);

        public FrozenDictionary<string, Desk> Named { get; } = desks.ToFrozenDictionary(desk => desk.Name, StringComparer.Ordinal);

        public FrozenDictionary<PhoneNumber, Desk> OnLine { get; } = desks
            .SelectMany(desk => desk.Lines, (desk, line) => (line.Number, desk))
            .ToFrozenDictionary(entry => entry.Number, entry => entry.desk);
    }
}
