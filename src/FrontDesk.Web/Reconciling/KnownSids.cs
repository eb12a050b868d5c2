using FrontDesk.Web.Data;

namespace FrontDesk.Web.Reconciling;

/// <summary>Which of many ids of the carrier's the books have, asked for in portions a statement can hold.</summary>
internal static class KnownSids
{
    private const int AskedAtOnce = 500;

    /// <param name="sql">Selects those of <c>@some</c> that are known.</param>
    public static async Task<IReadOnlySet<string>> OfAsync(Database database, string sql, IEnumerable<string> sids, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in sids.Chunk(AskedAtOnce))
        {
            known.UnionWith(await database.ReadAsync(look => look.QueryAsync<string>(sql, new { some }), cancel));
        }

        return known;
    }
}
