namespace FrontDesk.Contacts;

/// <summary>Makes two cards of one person one card: nothing that either says is lost.</summary>
public static class CardMerge
{
    /// <summary>What the kept card says stands; the other fills its gaps, adds its numbers, assistants and matters, and its notes.</summary>
    public static Contact Into(Contact kept, Contact other) => kept with
    {
        SortName = kept.SortName ?? other.SortName,
        Pronunciation = kept.Pronunciation ?? other.Pronunciation,
        Ipa = kept.Ipa ?? other.Ipa,
        Company = kept.Company ?? other.Company,
        Title = kept.Title ?? other.Title,
        Standing = (Standing)Math.Max((int)kept.Standing, (int)other.Standing),
        WantsToTalk = kept.WantsToTalk || other.WantsToTalk,
        Wakes = kept.Wakes || other.Wakes,
        PreferredAnswer = kept.PreferredAnswer ?? other.PreferredAnswer,
        Notes = Together(kept.Notes, other.Notes),
        Numbers = [.. kept.Numbers.Concat(other.Numbers).DistinctBy(number => number.Number)],
        Assistants = [.. kept.Assistants.Concat(other.Assistants).DistinctBy(assistant => (NameKey.Of(assistant.Name), assistant.Number))],
        Matters = [.. kept.Matters.Concat(other.Matters).DistinctBy(matter => NameKey.Of(matter.Name))],
    };

    /// <summary>A card that went out and came back changed: what it says now stands; what it does not say any more is kept.</summary>
    public static Contact Over(Contact kept, Contact back) => Into(back, kept) with
    {
        Id = kept.Id,
        DeskId = kept.DeskId,
        Standing = back.Standing,
        WantsToTalk = back.WantsToTalk,
        Wakes = back.Wakes,
        Notes = back.Notes ?? kept.Notes,
        Assistants = [.. back.Assistants.Concat(kept.Assistants).DistinctBy(assistant => NameKey.Of(assistant.Name))],
        Version = kept.Version,
    };

    private static string? Together(string? notes, string? more) => (notes, more) switch
    {
        (null or "", _) => more,
        (_, null or "") => notes,
        _ when notes.Contains(more, StringComparison.Ordinal) => notes,
        _ when more.Contains(notes, StringComparison.Ordinal) => more,
        _ => $"{notes}\n{more}",
    };
}
