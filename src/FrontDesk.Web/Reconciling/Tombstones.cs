using System.Security.Cryptography;
using System.Text;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Reconciling;

/// <summary>
/// What was erased must not come back from the carrier's lists, which keep it longer than we do (S108). An id is known again by its hash. So is a
/// number, and only for what it did before it was erased: whoever rings again afterwards is a caller like any other.
/// </summary>
public sealed class Tombstones(Database database)
{
    // Of ten thousand million numbers each can be tried: what makes that long is that each try is.
    private const int Rounds = 20_000;
    private const string Call = "call ";
    private const string Number = "number ";

    private static readonly byte[] Salt = "FrontDesk tombstones"u8.ToArray();

    /// <summary>In the transaction that erases.</summary>
    public static Task RaiseForSidAsync(Work work, string sid, DateTimeOffset erasedAt) => RaiseAsync(work, MarkOfSid(sid), erasedAt);

    /// <summary>What was found of an erased caller only afterwards stays away too, whatever the carrier still tells of it.</summary>
    public Task RaiseForSidAsync(string sid, DateTimeOffset erasedAt, CancellationToken cancel) => database.WriteAsync(work => RaiseForSidAsync(work, sid, erasedAt), cancel);

    public static async Task<bool> StandsForSidAsync(Look look, string sid) =>
        await look.FirstOrDefaultAsync<string>("select mark from tombstones where mark = @mark", new { mark = MarkOfSid(sid) }) is not null;

    /// <summary>All that this number did until now, whether or not we ever saw it.</summary>
    public static Task RaiseForNumberAsync(Work work, PhoneNumber number, DateTimeOffset erasedAt) => RaiseAsync(work, MarkOfNumber(number), erasedAt);

    /// <summary>All there are: few, and asked of many.</summary>
    public async Task<Erased> ReadAsync(CancellationToken cancel)
    {
        var rows = await database.ReadAsync(look => look.QueryAsync<Row>("select mark, erased_at from tombstones"), cancel);
        return new Erased(rows.ToDictionary(row => row.Mark, row => row.ErasedAt, StringComparer.Ordinal));
    }

    // The later of two erasures stands.
    private static Task RaiseAsync(Work work, string mark, DateTimeOffset erasedAt) => work.PutAsync(
        "update tombstones set erased_at = @erasedAt where mark = @mark",
        "insert into tombstones (mark, erased_at) values (@mark, @erasedAt)",
        new { mark, erasedAt });

    private static string MarkOfSid(string sid) => Call + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sid)));

    private static string MarkOfNumber(PhoneNumber number) =>
        Number + Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(number.E164), Salt, Rounds, HashAlgorithmName.SHA256, 32));

    private sealed record Row
    {
        public string Mark { get; init; } = "";

        public DateTimeOffset ErasedAt { get; init; }
    }

    /// <summary>What one round asks them.</summary>
    public sealed class Erased(IReadOnlyDictionary<string, DateTimeOffset> marks)
    {
        private readonly bool hasNumbers = marks.Keys.Any(mark => mark.StartsWith(Number, StringComparison.Ordinal));
        private readonly Dictionary<PhoneNumber, DateTimeOffset?> numbers = [];

        public bool Covers(string sid, string? from, DateTimeOffset at) =>
            marks.Count > 0 && (marks.ContainsKey(MarkOfSid(sid)) || (PhoneNumber.TryParse(from ?? "", out var number) && at <= UntilOf(number)));

        private DateTimeOffset? UntilOf(PhoneNumber number)
        {
            if (hasNumbers && !numbers.ContainsKey(number))
            {
                numbers[number] = marks.TryGetValue(MarkOfNumber(number), out var at) ? at : null;
            }

            return numbers.GetValueOrDefault(number);
        }
    }
}
