using FrontDesk.Desks;

namespace FrontDesk.Calls;

/// <summary>How callers may name the boss: "she", "Margaret", "Ms. Miller", "your boss".</summary>
internal sealed class Boss(Desk desk)
{
    private static readonly HashSet<string> Pronouns = ["she", "he", "they", "herself", "himself", "themselves"];

    private static readonly HashSet<string> Whose = ["her", "his", "their"];

    private static readonly Phrases Roles = new("your boss", "the boss", "your employer", "the lady", "the gentleman");

    private readonly string[] names = [.. desk.BossName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Utterance.Plain)];

    public string Persona { get; } = Utterance.Plain(desk.Persona);

    public bool Has(string plain) => Array.IndexOf(names, plain) >= 0;

    /// <summary>"Ms. Miller, please": whom they want, not who they are.</summary>
    public bool IsNamedBy(IEnumerable<string> plain) => plain.All(word => AnswerWords.Titles.Contains(word) || Has(word));

    /// <summary>How many words here name the boss: 1 for "Margaret", 2 for "Ms. Miller".</summary>
    public int NamedAt(Utterance said, int at)
    {
        var to = at < said.Words.Count && AnswerWords.Titles.Contains(said.Words[at].Plain) ? at + 1 : at;
        var own = to;
        while (own < said.Words.Count && (own == to || said.Words[own].Before == Break.None) && Has(said.Words[own].Plain))
        {
            own++;
        }

        return own > to ? own - at : 0;
    }

    /// <summary>How many words here are the subject of a sentence about the boss, by whatever name.</summary>
    public int SubjectAt(Utterance said, int at) =>
        at < 0 || at >= said.Words.Count ? 0
        : Pronouns.Contains(said.Words[at].Plain) ? 1
        : NamedAt(said, at) is > 0 and var named ? named
        : AnswerWords.Titles.Contains(said.Words[at].Plain) && at + 1 < said.Words.Count ? 2
        : Roles.At(said, at);

    /// <summary>How many words here say whose: "her", "Margaret's", "Ms. Miller's".</summary>
    public int WhoseAt(Utterance said, int at) =>
        at >= said.Words.Count ? 0
        : Whose.Contains(said.Words[at].Plain) ? 1
        : IsOwned(said, at) ? 1
        : (AnswerWords.Titles.Contains(said.Words[at].Plain) || Has(said.Words[at].Plain)) && at + 1 < said.Words.Count && IsOwned(said, at + 1) ? 2
        : 0;

    /// <summary>How many words here are the boss as an object: "her", "Ms. Miller".</summary>
    public int ObjectAt(Utterance said, int at) =>
        at >= said.Words.Count ? 0
        : said.Words[at].Plain is "her" or "him" or "them" ? 1
        : SubjectAt(said, at);

    private bool IsOwned(Utterance said, int at) => said.Words[at].Plain is [.. var owner, 's'] && Has(owner);
}
