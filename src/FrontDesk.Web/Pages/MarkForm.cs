using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Web.Sheet;

namespace FrontDesk.Web.Pages;

/// <summary>What the buttons on a line send.</summary>
public sealed record MarkForm
{
    public Guid Call { get; init; }

    public int Version { get; init; }

    public MarkKind Kind { get; init; }

    public CallCode? Code { get; init; }

    public string? Why { get; init; }

    /// <summary>What is missing, in a sentence; null when nothing is.</summary>
    public string? Mistake() => this switch
    {
        { Kind: var kind } when !Enum.IsDefined(kind) => "Choose what was done with the call.",
        { Kind: not MarkKind.CodeChanged } => null,
        { Code: var code } when code is null || !Enum.IsDefined(code.Value) => "Choose how soon to call.",
        { Why: var why } when string.IsNullOrWhiteSpace(why) => "Say why the code changes: the next reader wants to know.",
        { Why.Length: > SheetMark.LongestWhy } => $"Say why in at most {SheetMark.LongestWhy} characters.",
        _ => null,
    };

    public SheetMark ToMark(string by) => new()
    {
        CallId = Call,
        Version = Version,
        Kind = Kind,
        By = by,
        Code = Kind == MarkKind.CodeChanged ? Code : null,
        Why = Kind == MarkKind.CodeChanged ? Why?.Trim() : null,
    };

    public CodeDraft? ToDraft() => Kind == MarkKind.CodeChanged ? new CodeDraft(Call, Code, Why) : null;
}

/// <summary>A change of code somebody typed that was not made.</summary>
public sealed record CodeDraft(Guid Call, CallCode? Code, string? Why);

/// <summary>What a line needs to be shown.</summary>
/// <param name="Tried">How the boss was tried for it; null where it was not.</param>
public sealed record LineView(SheetLine Line, DeskWhen When, string? Desk, CodeDraft? Draft = null, string? Tried = null)
{
    public SheetLine Line { get; } = Line.Shown();

    /// <summary>The oldest call: it stays the same when they ring again.</summary>
    public Guid Key => Line.Calls[^1];

    public string Name => Line.Name ?? (Line.Numbers.Count > 0 ? SheetWords.Of(Line.Numbers[0]) : "Caller unknown");

    /// <summary>What makes it another line to the reader than before.</summary>
    public string State => $"{Line.Id:N}-{Line.Version}-{Line.Code:D}-{Tried}";
}
