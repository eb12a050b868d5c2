namespace FrontDesk.Web.Data;

/// <summary>What came of saving something that two people may have open.</summary>
public enum SaveOutcome
{
    Saved = 1,

    /// <summary>Somebody else saved it since it was read: read it again.</summary>
    Stale = 2,

    /// <summary>Its name or one of its numbers belongs to another.</summary>
    Taken = 3,
    NotThere = 4,
}
