using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FrontDesk.Simulator;

/// <summary>Where ids and chances come from: the same seed and the same occasion give the same, in whatever order they are asked for.</summary>
internal sealed class Seed(int value)
{
    /// <summary>Two letters and 32 hex digits.</summary>
    public string Sid(string prefix, string occasion) => prefix + Convert.ToHexStringLower(Hash(occasion).AsSpan(0, 16));

    public string Token(string occasion) => new Guid(Hash(occasion).AsSpan(0, 16)).ToString("D");

    /// <summary>Even between 0 and 1.</summary>
    public double Roll(string occasion) => BitConverter.ToUInt64(Hash(occasion)) / (double)ulong.MaxValue;

    private byte[] Hash(string occasion) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture) + '\n' + occasion));
}
