namespace FrontDesk.Web.Data;

/// <summary>
/// A statement kept ready on its connection: the way answering writes and reads. Arguments are given in the order in which their
/// names first stand in the text; nothing is looked up by name and nothing is boxed on SQLite.
/// </summary>
public abstract class PreparedStatement : IDisposable
{
    public abstract PreparedStatement With(string? text);

    public abstract PreparedStatement With(long? number);

    public abstract PreparedStatement With(double? number);

    public abstract PreparedStatement With(Guid? id);

    public PreparedStatement With(bool? flag) => With(flag switch { true => 1L, false => 0L, null => (long?)null });

    public PreparedStatement With(DateTimeOffset? instant) => With(instant is { } at ? Instant.ToMicroseconds(at) : (long?)null);

    public PreparedStatement With(PhoneNumber? number) => With(number?.E164);

    /// <returns>How many rows were touched.</returns>
    public abstract ValueTask<int> ExecuteAsync();

    public abstract ValueTask<T?> FirstOrDefaultAsync<T>(Func<Row, T> read);

    public abstract ValueTask<IReadOnlyList<T>> ListAsync<T>(Func<Row, T> read);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
