namespace FrontDesk.Ledger;

/// <summary>Whose turn it is between the boss and one person, over all their calls.</summary>
public static class Court
{
    /// <summary>A call we owe outweighs any that they owe.</summary>
    public static Ball Of(IEnumerable<Ball> calls) => calls.DefaultIfEmpty(Ball.Nobody).Min();
}
