namespace FrontDesk.Simulator.Texts;

/// <summary>How many pieces a text travels in.</summary>
internal static class Segments
{
    private const string Single = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Twofold = "^{}\\[~]|€\f";

    public static int Of(string body)
    {
        var gsm = body.All(letter => Single.Contains(letter, StringComparison.Ordinal) || Twofold.Contains(letter, StringComparison.Ordinal));
        var units = gsm ? body.Length + body.Count(letter => Twofold.Contains(letter, StringComparison.Ordinal)) : body.Length;
        var (alone, joined) = gsm ? (160, 153) : (70, 67);
        return units <= alone ? 1 : (units + joined - 1) / joined;
    }
}
