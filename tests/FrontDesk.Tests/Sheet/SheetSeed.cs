using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Web.Data;

namespace FrontDesk.Tests.Sheet;

/// <summary>A call as the answering side leaves it on the books.</summary>
public sealed record SeedCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7(Stores.Some.Morning);

    public string LineNumber { get; init; } = "+13105550100";

    public CallDirection Direction { get; init; } = CallDirection.Inbound;

    public string? Party { get; init; } = "+13105550142";

    public Guid? ContactId { get; init; }

    public string CallerFrom { get; init; } = "+13105550142";

    public string? SaidName { get; init; } = "John Smith";

    public string? Number { get; init; } = "+13105550142";

    /// <summary>JSON, as it stands in the books.</summary>
    public string? NumbersGiven { get; init; }

    public string? Regarding { get; init; } = "the parking";

    public ScriptStep Step { get; init; } = ScriptStep.Goodbye;

    public DateTimeOffset ReceivedAt { get; init; } = Stores.Some.Morning;

    public Ball Ball { get; init; } = Ball.Ours;
}

/// <summary>Puts calls and reminders on the books of a test.</summary>
public static class SheetSeed
{
    /// <param name="desk">Null for a line no desk has claimed.</param>
    public static async Task<Guid> RingsAsync(this Database database, Desk? desk, SeedCall call)
    {
        await database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into calls (id, desk_id, line_number, direction, live, status, party, contact_id, caller_from, said_name, number,
                  numbers_given, regarding, wants_return, says_urgent, step, attempt, received_at, ended_at, seconds, ball, planned, version)
                values (@Id, @deskId, @LineNumber, @Direction, 0, 10, @Party, @ContactId, @CallerFrom, @SaidName, @Number,
                  @NumbersGiven, @Regarding, 1, 0, @Step, 1, @ReceivedAt, @ReceivedAt, 61, @Ball, 1, 1)
                """,
                new
                {
                    call.Id,
                    deskId = desk?.Id,
                    call.LineNumber,
                    call.Direction,
                    call.Party,
                    call.ContactId,
                    call.CallerFrom,
                    call.SaidName,
                    call.Number,
                    call.NumbersGiven,
                    call.Regarding,
                    call.Step,
                    call.ReceivedAt,
                    call.Ball,
                }),
            CancellationToken.None);
        return call.Id;
    }

    public static async Task<Guid> RemindsAsync(this Database database, Desk desk, Guid call, int slot, ReminderState state)
    {
        var id = Guid.CreateVersion7(Stores.Some.Morning);
        await database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into reminders (id, desk_id, call_id, kind, slot, due_at, state, version)
                values (@id, @deskId, @call, 1, @slot, @due, @state, 1)
                """,
                new { id, deskId = desk.Id, call, slot, due = Stores.Some.Morning.AddMinutes(15 * slot), state }),
            CancellationToken.None);
        return id;
    }

    public static async Task SaysAsync(this Database database, Guid call, ScriptStep step, int kind, string? heard, string said, double? confidence = null) =>
        await database.WriteAsync(
            work => work.ExecuteAsync(
                """
                insert into turns (call_id, step, attempt, heard_kind, heard, confidence, said, next_step, next_attempt, at)
                values (@call, @step, 1, @kind, @heard, @confidence, @said, 9, 1, @at)
                """,
                new { call, step, kind, heard, confidence, said, at = Stores.Some.Morning.AddSeconds((int)step) }),
            CancellationToken.None);
}
