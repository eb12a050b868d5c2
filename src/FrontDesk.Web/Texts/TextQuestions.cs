using System.Text.Json;
using FrontDesk.Texts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Texts;

/// <summary>What each phone of the boss was last shown with numbers before it: in the books, so that a restart forgets none.</summary>
public static class TextQuestions
{
    /// <summary>Takes it away: one text answers it, or passes it over.</summary>
    /// <returns>Null where none stands.</returns>
    public static async Task<TextQuestion?> TakeAsync(Work work, Guid deskId, PhoneNumber phone, DateTimeOffset now)
    {
        // Touched first: of two texts in the same moment the second finds it gone.
        if (await work.ExecuteAsync("update text_questions set at = at where desk_id = @deskId and phone = @phone", new { deskId, phone }) == 0
            || await work.FirstOrDefaultAsync<Row>("select act, lines, place, at from text_questions where desk_id = @deskId and phone = @phone", new { deskId, phone }) is not { } row)
        {
            return null;
        }

        await work.ExecuteAsync("delete from text_questions where desk_id = @deskId and phone = @phone", new { deskId, phone });
        var question = new TextQuestion(row.Act, JsonSerializer.Deserialize<Guid[]>(row.Lines) ?? [], row.Place, row.At);
        return question.StandsAt(now) ? question : null;
    }

    public static Task PutAsync(Work work, Guid deskId, PhoneNumber phone, TextQuestion question) => work.ExecuteAsync(
        "insert into text_questions (desk_id, phone, act, lines, place, at) values (@deskId, @phone, @Act, @lines, @Place, @At)",
        new { deskId, phone, question.Act, lines = JsonSerializer.Serialize(question.Lines), question.Place, question.At });

    /// <summary>A nudge says what its own digits mean; from then on they mean that.</summary>
    public static Task ForgetAsync(Work work, Guid deskId) => work.ExecuteAsync("delete from text_questions where desk_id = @deskId", new { deskId });

    private sealed record Row
    {
        public LineAct? Act { get; init; }

        public required string Lines { get; init; }

        public int? Place { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
