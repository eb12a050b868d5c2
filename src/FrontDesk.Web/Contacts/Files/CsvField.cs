namespace FrontDesk.Web.Contacts.Files;

/// <summary>What of a card a column may hold.</summary>
internal enum CsvField
{
    /// <summary>Nothing the book has a place for: kept in the notes.</summary>
    None,

    /// <summary>A program's own housekeeping.</summary>
    Ignored,

    /// <summary>The card it was exported from.</summary>
    Id,
    Name,
    Given,
    Middle,
    Family,
    Prefix,
    Suffix,
    SortName,
    Pronunciation,
    SaidGiven,
    SaidMiddle,
    SaidFamily,
    Ipa,
    Company,
    Title,
    Standing,
    WantsToTalk,
    Wakes,
    PreferredAnswer,
    Notes,
    Number,
    NumberLabel,

    /// <summary>A number whose column says in words which it is.</summary>
    LonePhone,
    Mail,
    MailLabel,
    Relation,
    RelationLabel,
    Assistant,
    AssistantNumber,
    AssistantNotes,
    Matter,
    MatterWords,
}
