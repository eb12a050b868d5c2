namespace FrontDesk.Ledger;

/// <summary>In whose court it is: who owes whom a call.</summary>
public enum Ball
{
    Ours = 1,
    Theirs = 2,
    Nobody = 3,
}

/// <summary>What a person did to a line of the sheet.</summary>
public enum MarkKind
{
    /// <summary>The call was returned: nobody owes.</summary>
    Returned = 1,

    /// <summary>We rang and left a message: theirs.</summary>
    LeftWord = 2,
    TalkedTo = 3,

    /// <summary>Not to be returned.</summary>
    LetGo = 4,
    CodeChanged = 5,
}
