using FrontDesk.Web.Data;

namespace FrontDesk.Web.Nodes;

/// <summary>What one node tells the others through the books: that something changed, and how often it has.</summary>
internal static class Changes
{
    /// <summary>Desks, with their lines, phones, wording and PINs; every other topic is the desk whose sheet changed.</summary>
    public static readonly Guid Desks = new("00000000-0000-0000-0000-000000000001");

    /// <summary>Something was left for whoever is there.</summary>
    public static readonly Guid Due = new("00000000-0000-0000-0000-000000000002");

    /// <returns>How often it has changed now.</returns>
    public static async Task<long> CountAsync(Work work, Guid topic)
    {
        await work.PutAsync(
            "update changes set times = times + 1 where topic = @topic",
            "insert into changes (topic, times) values (@topic, 1)",
            new { topic });
        return await work.FirstOrDefaultAsync<long>("select times from changes where topic = @topic", new { topic });
    }

    public static Task<long> TimesAsync(Look look, Guid topic) => look.FirstOrDefaultAsync<long>("select times from changes where topic = @topic", new { topic });

    public static async Task<IReadOnlyDictionary<Guid, long>> AllAsync(Look look) =>
        (await look.QueryAsync<ChangeRow>("select topic, times from changes")).ToDictionary(row => row.Topic, row => row.Times);

    private sealed record ChangeRow
    {
        public Guid Topic { get; init; }

        public long Times { get; init; }
    }
}
