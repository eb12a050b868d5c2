namespace FrontDesk.Web.Desks;

/// <summary>Which numbers a setting may have, wherever it is written: "a whole number from 5 to 1440".</summary>
internal sealed record WholeNumbers(int Least, int Most)
{
    public bool Have(int number) => number >= Least && number <= Most;

    public override string ToString() => $"a whole number from {Least} to {Most}";
}
