using FrontDesk.Calls;

namespace FrontDesk.Tests.Differential;

/// <summary>What the one who commands knows of the desks: the first one's ids, for the next commands.</summary>
internal sealed class Known
{
    public List<Guid> Desks { get; } = [];

    public List<string> Lines { get; } = [];

    public List<PhoneNumber> BossPhones { get; } = [];

    public List<Guid> Cards { get; } = [];

    public List<Guid> BookActs { get; } = [];

    public List<Guid> Files { get; } = [];

    public List<KnownCall> Calls { get; } = [];

    public List<Guid> MarkActs { get; } = [];

    public List<Guid> Copies { get; } = [];

    public List<string> Users { get; } = [];

    public List<Guid> Runs { get; } = [];

    public List<string> OutgoingCalls { get; } = [];

    public List<string> OutgoingTexts { get; } = [];

    public List<string> BriefSids { get; } = [];

    public List<Guid> Reaches { get; } = [];

    public List<Guid> Connections { get; } = [];

    public DateTimeOffset Now { get; set; }
}

/// <summary>A call that rang.</summary>
internal sealed class KnownCall(string sid, string from, string line)
{
    public string Sid { get; } = sid;

    public string From { get; } = from;

    public string Line { get; } = line;

    /// <summary>Null until it is on the log.</summary>
    public Guid? Id { get; set; }

    public ScriptPosition Asked { get; set; }

    /// <summary>The question before: its answer may come again.</summary>
    public ScriptPosition Before { get; set; }
}
