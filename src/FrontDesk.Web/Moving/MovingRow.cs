using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Web.Moving;

/// <summary>A row in the form that is the same on either engine: null, long, double, string or Guid.</summary>
internal sealed record MovingRow(IReadOnlyList<object?> Values)
{
    private const int BytesOfId = 16;

    public static MovingRow Of(DbDataReader reader)
    {
        var values = new object?[reader.FieldCount];
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = Canonical(reader.GetValue(column));
        }

        return new MovingRow(values);
    }

    /// <summary>Equal rows have equal prints; what differs in a character, or in null for empty, has another.</summary>
    public UInt128 Print()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in Values)
        {
            var (kind, bytes) = Bytes(value);
            hash.AppendData([kind, .. BitConverter.GetBytes(bytes.Length)]);
            hash.AppendData(bytes);
        }

        return MemoryMarshal.Read<UInt128>(hash.GetHashAndReset());
    }

    private static object? Canonical(object value) => value switch
    {
        DBNull => null,
        string or Guid or double or long => value,
        short or int or byte or bool => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        byte[] { Length: BytesOfId } id => new Guid(id, bigEndian: true),
        _ => throw new InvalidOperationException($"A column holds a {value.GetType().Name}, which no script declares."),
    };

    // UTF-16 as it stands: UTF-8 would blur half an emoji.
    private static (byte Kind, byte[] Bytes) Bytes(object? value) => value switch
    {
        null => (0, []),
        long number => (1, BitConverter.GetBytes(number)),
        double real => (2, BitConverter.GetBytes(real)),
        Guid id => (3, id.ToByteArray(bigEndian: true)),
        _ => (4, Encoding.Unicode.GetBytes((string)value)),
    };
}
