namespace FrontDesk.Copies;

/// <summary>Why a clean copy was made. Numbers stand in the database.</summary>
public enum CopyReason
{
    /// <summary>Somebody at the desk asked for it on the sheet.</summary>
    Button = 1,

    /// <summary>The boss texted that she is back.</summary>
    Text = 2,

    /// <summary>At a time the desk is set to.</summary>
    SetTime = 3,

    /// <summary>One assistant hands over to the next.</summary>
    ShiftChange = 4,

    /// <summary>A program asked for it.</summary>
    Program = 5,
}

/// <summary>What follows from the reason.</summary>
public static class CopyReasons
{
    /// <summary>Whoever asks for a copy on the sheet has it in hand; the others are mailed by themselves.</summary>
    public static bool IsMailed(this CopyReason reason) => reason is CopyReason.Text or CopyReason.SetTime or CopyReason.ShiftChange;
}
