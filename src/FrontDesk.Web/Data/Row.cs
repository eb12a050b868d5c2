namespace FrontDesk.Web.Data;

/// <summary>The row a prepared statement stands on; columns are counted from 0.</summary>
public abstract class Row
{
    public abstract bool IsNull(int column);

    public abstract string Text(int column);

    public abstract long Number(int column);

    public abstract double Real(int column);

    public abstract Guid Id(int column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public double? RealOrNull(int column) => IsNull(column) ? null : Real(column);

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public bool Flag(int column) => Number(column) != 0;

    public bool? FlagOrNull(int column) => IsNull(column) ? null : Flag(column);

    public DateTimeOffset Instant(int column) => Data.Instant.OfMicroseconds(Number(column));

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public PhoneNumber Phone(int column) => PhoneNumber.Parse(Text(column));

    public PhoneNumber? PhoneOrNull(int column) => IsNull(column) ? null : Phone(column);
}
