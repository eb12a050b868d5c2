using FrontDesk.Web.Contacts;

namespace FrontDesk.Web.Pages;

/// <summary>What a page of the book tells about the last act: why it was not done, or that it was, with a way back.</summary>
public sealed record BookSaid(string? Problem, string? Done, Guid? Act, string? Desk, Guid? Card = null)
{
    public static BookSaid Of(Guid? did, BookActKind? kind, int? undone, string? desk, Guid? card = null) => new(
        null,
        undone is { } stayed ? BookWords.Undone(stayed)
            : did is not null && kind is { } act && Enum.IsDefined(act) ? $"Card {BookWords.Of(act)}."
            : null,
        undone is null ? did : null,
        desk,
        card);
}
