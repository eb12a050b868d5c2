using FrontDesk.Contacts;

namespace FrontDesk.Web.Pages;

/// <summary>Two cards side by side, where they differ.</summary>
public sealed record Differences(IReadOnlyList<CardChange> Changes, string Before = "Now", string After = "Then");
