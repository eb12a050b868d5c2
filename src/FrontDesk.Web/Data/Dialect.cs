using System.Data.Common;

namespace FrontDesk.Web.Data;

/// <summary>All that the engines must write or say differently. Statements that differ for another reason are wrong.</summary>
public abstract class Dialect
{
    /// <summary>Tests listen here to every statement that is run.</summary>
    internal Action<string>? Overhears { get; set; }

    /// <summary>A connection to read on.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Ends a statement, after its "order by".</summary>
    public abstract string FirstRows(int count);

    public abstract bool IsDuplicateKey(DbException exception);

    /// <summary>The same act may well succeed in a moment.</summary>
    public abstract bool IsPassing(Exception exception);

    /// <summary>Keeps every other migrator out until the transaction ends, and names the tables there are.</summary>
    internal abstract Task<IReadOnlyList<string>> LockSchemaAsync(Work work);

    internal abstract PreparedStatement Prepare(Look look, string sql);
}
