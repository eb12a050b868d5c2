using FrontDesk.Desks;
using FrontDesk.Web.Contacts;

namespace FrontDesk.Web.Pages;

/// <summary>What an import under way needs to be shown.</summary>
public sealed record RunView(ImportRun Run, Guid Id, Desk Desk);
