using System.Text;

namespace FrontDesk.Reminders;

/// <summary>Signs that have a plain counterpart: typographic ones, letters without a diacritic to take away, Greek and Cyrillic.</summary>
internal static class Transliteration
{
    private static readonly Dictionary<string, string> Signs = Read(
        "‘=' ’=' ‚=' ‛=' `=' ´=' ʹ=' ʻ=' ʼ=' ʾ=' ʿ=' “=\" ”=\" „=\" «=\" »=\" ‹=' ›=' ‐=- ‑=- ‒=- –=- —=- ―=- −=- •=* ·=. ×=x ÷=/ ≈=~ ©=(c) ®=(r) ™=(tm) №=No ⁄=/");

    private static readonly Dictionary<string, string> Letters = Read(
        "ł=l đ=d ħ=h ı=i ĸ=k ŋ=ng œ=oe þ=th ð=d ŧ=t ƒ=f ə=e ɛ=e ɔ=o ɓ=b ɗ=d ɖ=d ƙ=k ƴ=y ẞ=SS "
        + "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=u φ=f χ=ch ψ=ps ω=o "
        + "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya "
        + "є=ye і=i ї=yi ґ=g ў=u ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ѓ=g ќ=k ѕ=dz қ=q ң=ng ғ=gh ү=u ұ=u һ=h ө=o ә=a");

    /// <summary>Null for a sign without a counterpart here.</summary>
    public static string? Of(Rune rune)
    {
        var sign = rune.ToString();
        if (Signs.TryGetValue(sign, out var plain) || Letters.TryGetValue(sign, out plain))
        {
            return plain;
        }

        return Letters.TryGetValue(Rune.ToLowerInvariant(rune).ToString(), out var lower) ? Capitalised(lower) : null;
    }

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static Dictionary<string, string> Read(string table) => table.Split(' ')
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);
}
