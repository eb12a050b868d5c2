namespace FrontDesk.Simulator.Page;

/// <summary>A telephone shown on the page, under the name of whoever holds it.</summary>
/// <param name="Id">As it stands in the page's addresses: "danni", "cell".</param>
/// <param name="Number">E.164, or the spelling a withheld number arrives in.</param>
/// <param name="Line">The number its call button dials.</param>
/// <param name="Hint">What whoever plays with it should know, shown with the number.</param>
/// <param name="IsTheBoss">The boss's phones stand in a row of their own, and may be left to a voicemail.</param>
public sealed record SimulatorPhone(string Id, string Label, string Number, string Line, bool IsTheBoss = false, string? Hint = null)
{
    public bool IsWithheld => !Number.StartsWith('+');
}
