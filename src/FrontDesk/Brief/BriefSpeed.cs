namespace FrontDesk.Brief;

/// <summary>How fast the brief is read, in percent of the voice's own speed.</summary>
public static class BriefSpeed
{
    public const int Own = 100;

    private static readonly int[] Steps = [70, 85, Own, 115, 130, 150];

    /// <summary>What takes so long at the voice's own speed, at this one.</summary>
    public static double Seconds(double own, int speed) => own * Own / speed;

    public static int Slower(int speed) => Steps.LastOrDefault(step => step < speed, Steps[0]);

    public static int Faster(int speed) => Steps.FirstOrDefault(step => step > speed, Steps[^1]);
}
