using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Web.Data;

/// <summary>How the desk's values stand in columns; registered before the first query.</summary>
internal static class ColumnTypes
{
    private const string TimeOfDay = "HH:mm";

    static ColumnTypes()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // On SQLite 16 bytes in the order of the text, so that version 7 ids are stored in the order they were made.
        Take<Guid>(
            (parameter, id) => parameter.Value = parameter is SqliteParameter ? id.ToByteArray(bigEndian: true) : id,
            value => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value);
        Take<DateTimeOffset>(
            (parameter, instant) => (parameter.DbType, parameter.Value) = (DbType.Int64, Instant.ToMicroseconds(instant)),
            value => Instant.OfMicroseconds((long)value));
        Take<TimeOnly>(
            (parameter, time) => (parameter.DbType, parameter.Value) = (DbType.String, time.ToString(TimeOfDay, CultureInfo.InvariantCulture)),
            value => TimeOnly.ParseExact((string)value, TimeOfDay, CultureInfo.InvariantCulture));
        Take<PhoneNumber>(
            (parameter, number) => (parameter.DbType, parameter.Value) = (DbType.String, number.E164),
            value => PhoneNumber.Parse((string)value));
    }

    /// <summary>Calling it runs the static constructor, once.</summary>
    public static void Register()
    {
    }

    private static void Take<T>(Action<IDbDataParameter, T> write, Func<object, T> read)
        where T : struct
    {
        // Dapper's own map for these types would win for parameters.
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(typeof(T), new Column<T>(write, read));
    }

    /// <summary>Not Dapper's own base class, which hands a null that stands alone in its row to the reading of a value.</summary>
    private sealed class Column<T>(Action<IDbDataParameter, T> write, Func<object, T> read) : SqlMapper.ITypeHandler
        where T : struct
    {
        public void SetValue(IDbDataParameter parameter, object value)
        {
            if (value is T known)
            {
                write(parameter, known);
            }
            else
            {
                parameter.Value = DBNull.Value;
            }
        }

        public object? Parse(Type destinationType, object value) => value is null or DBNull ? null : read(value);
    }
}
