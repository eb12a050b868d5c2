using System.Globalization;
using FrontDesk.Tests.Contacts;

namespace FrontDesk.Tests.Differential;

/// <summary>What a seed picks: names from everywhere, odd texts, numbers kept for fiction.</summary>
internal sealed class Pick(int seed)
{
    private static readonly string[] Names =
    [
        "Danni Okafor", "danni okafor", "DANNI OKAFOR", "Danni  Okafor", "Siân O’Neill", "Sian O'Neill", "José Núñez", "Jose Nunez", "Øyvind Åsgård", "Łukasz Żółć", "Strauß", "STRAUSS", "Strauss",
        "İpek Işık", "ipek isik", "Þóra Æsa", "Zoë", "Zoe", "Nguyễn Thị Minh Khai", "王小明", "山田 太郎", "김민준", "Мария Иванова", "мария иванова", "Ελένη Παπαδοπούλου", "محمد علي", "שירה כהן",
        "अनिता शर्मा", "Ọlámidé Adébáyọ̀", "ʻIolani Kealoha", "D'Angelo-Smith", "D’Angelo Smith", "van der Berg", "Van Der Berg", "O", "A", "a", "ä", "Ae", "Æ", "Zz Top", "zz top", "Ángel", "ángel", "_under", "100% Pure",
        "[Brackets]", "\\back", "~tilde", "🎬 Film", "👩‍👩‍👧 Zoë", "𝒜lice", "ﬁona", "ﾊﾝｶｸ", "ss", "ß", "co-op", "coop", "Co Op", "résumé", "resume",
    ];

    private static readonly string[] Sayings =
    [
        "Danni Okafor", "This is Margaret Miller", "It's José Núñez, N U N E Z", "my name is John Smith from Acme", "Jamie from Danni Okafor's office", "yes", "yes please", "no", "no thank you", "it's about the Big Merger",
        "I'm returning her call", "it is urgent", "very urgent, today", "three one oh five five five oh one four three", "my number is 310 555 0177 extension 4", "wrong number", "who is this", "are you a machine",
        "when will she be back", "tomorrow after three", "just tell her I called", "you can reach me at 212 555 0144 or at 212 555 0145", "no message", "spell it", "D A N N I", "hello", "HELLO", "hello ", "Hello. This is a message for the owner of the car, your warranty has run out, press one now",
        "hello. this is a message for the owner of the car, your warranty has run out, press one now", "王小明", "是的", "así es", "🎬", "o", "I already told you", "the lawsuit", "The Lawsuit about the house", "gaffer", "the art department", "Bob referred me",
    ];

    private static readonly string[] Zones = ["America/Los_Angeles", "America/New_York", "Europe/London", "Asia/Kolkata", "Pacific/Auckland", "Asia/Kathmandu", "America/St_Johns", "Etc/UTC"];

    private readonly Random random = new(seed);
    private long made;

    public int Below(int most) => random.Next(most);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> several) => several[random.Next(several.Count)];

    public T OneOf<T>(params T[] several) => several[random.Next(several.Length)];

    /// <summary>The newest are asked for most.</summary>
    public T? Late<T>(IReadOnlyList<T> several) =>
        several.Count == 0 ? default : several[several.Count - 1 - Math.Min(several.Count - 1, (int)(several.Count * Math.Pow(random.NextDouble(), 3)))];

    public string Name() => Chance(85) ? Of(Names) : Text();

    /// <summary>As users are named: never empty, 200 characters at most.</summary>
    public string By() => PlainText.Cut(PlainText.ForShowing(Name()).Trim(), 199) is { Length: > 0 } name ? name : "Jamie";

    public string? Maybe(string text) => Chance(50) ? null : text;

    public string Zone() => Of(Zones);

    public string Text() => random.Next(12) switch
    {
        0 => "",
        1 => " ",
        2 => Of(Names) + "  ",
        3 => "  " + Of(Names),
        4 => Of(Hostile.Texts),
        5 => Of(Hostile.Sayings).Replace("\0", "", StringComparison.Ordinal),
        6 => string.Concat(Enumerable.Repeat(Of(Names) + " ", 1 + random.Next(40))),
        7 => new string(OneOf('x', 'é', '山'), random.Next(5000)),
        8 => string.Concat(Enumerable.Repeat("👍🏽", random.Next(300))),
        9 => "line\r\nbreak\tand 'quotes' \"double\" % _ [a-z] @p ; -- ",
        10 => Of(Names).ToUpperInvariant(),
        _ => Of(Names),
    };

    public string Saying() => random.Next(10) switch
    {
        0 => Text(),
        1 => Of(Hostile.Sayings),
        2 => Of(Sayings).ToUpperInvariant(),
        3 => Name(),
        4 => $"my number is 31055501{random.Next(100):00}",
        _ => Of(Sayings),
    };

    /// <summary>From a small stock, so that numbers are met again.</summary>
    public string Number() => random.Next(12) switch
    {
        0 => "+442079460" + random.Next(10).ToString("000", CultureInfo.InvariantCulture),
        1 => "+61291920" + random.Next(10).ToString("000", CultureInfo.InvariantCulture),
        _ => "+1310555" + (110 + random.Next(40)).ToString("0000", CultureInfo.InvariantCulture),
    };

    public PhoneNumber Phone() => PhoneNumber.Parse(Number());

    /// <summary>Version 7 by a count: whichever end an engine orders ids from, the order is the same.</summary>
    public Guid Id()
    {
        made++;
        var head = made.ToString("x12", CultureInfo.InvariantCulture);
        return Guid.Parse($"{head[..8]}-{head[8..]}-7000-8000-{head}");
    }

    public string Sid(string prefix) => prefix + string.Concat(Enumerable.Range(0, 32).Select(_ => "0123456789abcdef"[random.Next(16)]));

    public DateTimeOffset Instant(DateTimeOffset now) => random.Next(10) switch
    {
        0 => DateTimeOffset.UnixEpoch,
        1 => new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.Zero),
        2 => new DateTimeOffset(9999, 12, 30, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_999),
        3 => new DateTimeOffset(1899, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(-1),
        _ => now.AddTicks(random.NextInt64(-TimeSpan.TicksPerDay * 3, TimeSpan.TicksPerDay)).ToOffset(TimeSpan.FromHours(random.Next(-12, 14))),
    };
}
