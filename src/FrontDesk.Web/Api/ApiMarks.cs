using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Api;

/// <summary>Says in HTTP what came of a program's mark.</summary>
internal sealed class ApiMarks(DeskBook desks, CallHistory history, SheetMarks marks, SheetUndo undo)
{
    public async Task<Results<Ok<ApiAct>, NotFound, ProblemHttpResult>> MarkAsync(string desk, SheetMark mark, CancellationToken cancel)
    {
        if (!await IsOfDeskAsync(mark.CallId, desk, cancel))
        {
            return TypedResults.NotFound();
        }

        return await marks.MarkAsync(mark, cancel) switch
        {
            MarkOutcome.Marked marked => TypedResults.Ok(new ApiAct(marked.ActId)),
            MarkOutcome.Stale stale => TypedResults.Problem(
                "The line has changed since; nothing was marked.",
                statusCode: StatusCodes.Status412PreconditionFailed,
                extensions: [KeyValuePair.Create<string, object?>("current", ApiSheetLine.Of(stale.Current))]),
            MarkOutcome.NotOwed { Exists: true } => Conflict("Nobody waits for this call any more; nothing was marked."),
            MarkOutcome.NotOwed => TypedResults.NotFound(),
            _ => throw new InvalidOperationException("A mark is made, stale or not owed."),
        };
    }

    public async Task<Results<Ok<ApiAct>, NotFound, ProblemHttpResult>> UndoAsync(string desk, Guid callId, Guid? act, CancellationToken cancel)
    {
        if (!await IsOfDeskAsync(callId, desk, cancel))
        {
            return TypedResults.NotFound();
        }

        var standing = (await history.MarksAsync(callId, cancel)).Where(mark => mark.UndoneAt is null).Select(mark => mark.ActId).ToList();
        if (act is null ? standing.Count == 0 : !standing.Contains(act.Value))
        {
            return Conflict("There is nothing on this call to undo.");
        }

        var undone = act ?? standing[^1];
        return await undo.UndoAsync(undone, cancel) switch
        {
            UndoOutcome.Undone => TypedResults.Ok(new ApiAct(undone)),
            UndoOutcome.Overtaken => Conflict("Those calls were marked again since; the later mark stands."),
            UndoOutcome.TooLate => Conflict("That was more than an hour ago."),
            _ => throw new InvalidOperationException("An act is undone, overtaken or too long ago."),
        };
    }

    private async Task<bool> IsOfDeskAsync(Guid callId, string desk, CancellationToken cancel) =>
        desks.Named(desk) is { } found && (await history.FindAsync(callId, cancel))?.DeskId == found.Id;

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
