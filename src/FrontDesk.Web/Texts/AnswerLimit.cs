using FrontDesk.Texts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Texts;

/// <summary>Keeps two machines from answering each other for ever, and strangers from making the desk text the world (S97).</summary>
public static class AnswerLimit
{
    /// <summary>After so many texts in a row that no person seems to have written, the desk falls silent.</summary>
    private const int MostInARow = 5;

    private const int MostCourtesiesADay = 20;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Whether this text is answered, seen from before it is written down.</summary>
    public static async Task<bool> AllowsAsync(Look look, Guid deskId, PhoneNumber from, bool boss, TextCommand command, DateTimeOffset now)
    {
        if (command is TextCommand.CarrierWord)
        {
            return false;
        }

        var day = await look.QueryAsync<EarlierText>(
            "select direction, from_number, to_number, body from texts where desk_id = @deskId and at > @since order by at desc, id desc",
            new { deskId, since = now - Day });
        var fromThem = day.Where(text => text.Direction == 1 && string.Equals(text.FromNumber, from.E164, StringComparison.Ordinal));
        return boss
            ? !IsGibberish(command) || !AreAllGibberish([.. fromThem.Take(MostInARow)])
            : !fromThem.Any() && await CourtesiesAsync(look, deskId, now) < MostCourtesiesADay;
    }

    private static bool AreAllGibberish(IReadOnlyList<EarlierText> texts) =>
        texts.Count == MostInARow && texts.All(text => IsGibberish(TextCommand.Parse(text.Body)));

    /// <summary>A number alone is none of our commands; it follows a question, and a question follows a command.</summary>
    private static bool IsGibberish(TextCommand command) => command is TextCommand.NotUnderstood or TextCommand.Number;

    private static async Task<int> CourtesiesAsync(Look look, Guid deskId, DateTimeOffset now) => await look.FirstOrDefaultAsync<int>(
        """
        select count(*) from texts t join intents i on i.id = t.intent_id
        where t.desk_id = @deskId and t.at > @since and i.purpose = 4
        """,
        new { deskId, since = now - Day });

    private sealed record EarlierText
    {
        public required int Direction { get; init; }

        public required string FromNumber { get; init; }

        public required string ToNumber { get; init; }

        public required string Body { get; init; }
    }
}
