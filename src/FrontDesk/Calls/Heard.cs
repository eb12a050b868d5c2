namespace FrontDesk.Calls;

/// <summary>What the caller gave us in one turn.</summary>
public abstract record Heard
{
    private Heard()
    {
    }

    /// <summary>Reads what the carrier posts; keys win, because pressing them takes intent.</summary>
    public static Heard Of(string? speech, double? confidence, string? digits) =>
        !string.IsNullOrEmpty(digits) ? new Keys(digits)
        : string.IsNullOrWhiteSpace(speech) ? new Nothing()
        : new Words(PlainText.CutAndSaySo(PlainText.ForKeeping(speech), MostCharacters), confidence);

    /// <param name="Text">As recognised, at most <see cref="MostCharacters"/> long.</param>
    /// <param name="Confidence">0 to 1; null where the recogniser gave none.</param>
    public sealed record Words(string Text, double? Confidence) : Heard
    {
        /// <summary>How often the same was heard on this call before, word for word.</summary>
        public int SaidBefore { get; init; }
    }

    /// <param name="Digits">0-9, * and #.</param>
    public sealed record Keys(string Digits) : Heard;

    public sealed record Nothing : Heard;

    /// <summary>A longer answer is cut here and says so.</summary>
    public const int MostCharacters = 4000;
}
