using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace FrontDesk.Web.Data;

/// <summary>How the desk's values stand in columns; registered before the first query.</summary>
internal static class ColumnTypes
{
    static ColumnTypes()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Take(new IdColumn());
        Take(new InstantColumn());
        Take(new TimeOfDayColumn());
        Take(new PhoneNumberColumn());
    }

    /// <summary>Calling it runs the static constructor, once.</summary>
    public static void Register()
    {
    }

    private static void Take<T>(SqlMapper.TypeHandler<T> handler)
        where T : struct
    {
        // Dapper's own map for these types would win over the handler for parameters.
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(handler);
    }

    /// <summary>On SQLite 16 bytes in the order of the text, so that version 7 ids are stored in the order they were made.</summary>
    private sealed class IdColumn : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToByteArray(bigEndian: true) : value;

        public override Guid Parse(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;
    }

    private sealed class InstantColumn : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = Instant.ToMicroseconds(value);
        }

        public override DateTimeOffset Parse(object value) => Instant.OfMicroseconds((long)value);
    }

    private sealed class TimeOfDayColumn : SqlMapper.TypeHandler<TimeOnly>
    {
        public override void SetValue(IDbDataParameter parameter, TimeOnly value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        public override TimeOnly Parse(object value) => TimeOnly.ParseExact((string)value, "HH:mm", CultureInfo.InvariantCulture);
    }

    private sealed class PhoneNumberColumn : SqlMapper.TypeHandler<PhoneNumber>
    {
        public override void SetValue(IDbDataParameter parameter, PhoneNumber value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.E164;
        }

        public override PhoneNumber Parse(object value) => PhoneNumber.Parse((string)value);
    }
}
