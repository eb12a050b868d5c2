namespace FrontDesk.Web.Pages;

/// <summary>What the buttons that make a clean copy need.</summary>
/// <param name="Copy">Makes one copy of one press, however often it arrives.</param>
/// <param name="Note">A note that was not taken.</param>
public sealed record CopyActs(string Desk, Guid Copy, string? Note = null);
