using FrontDesk.Connect;
using FrontDesk.Desks;
using FrontDesk.Sheet;
using FrontDesk.Web.Data;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Connect;

/// <summary>Begins to connect the boss with somebody on the sheet: within somebody's transaction, so that it stands or falls with the key or text that asked.</summary>
public static class Connecting
{
    /// <summary>The boss is on the line: the party is rung at once.</summary>
    /// <param name="back">Path and query the boss's call goes on at afterwards; null to hang up.</param>
    public static async Task<ConnectLine> BeginAsync(Work work, Desk desk, SheetLine line, AskedBy asked, string? back, DateTimeOffset now)
    {
        if (await NewAsync(work, desk, line, ConnectionState.Dialling, asked, back, now) is not { } connection)
        {
            return new ConnectLine(ConnectSpeech.NoNumber(line), GoesOn: back);
        }

        await ConnectRows.WriteDownAsync(work, connection, bossIntent: null);
        await ConnectRows.DialAsync(work, connection, desk.Lines[0].Number, now);
        return new ConnectLine(ConnectSpeech.Calling(line), Waits: WaitsAt(connection.Id, beat: 1));
    }

    /// <summary>The boss asked by text: her phone is rung first, and the party only once she has pressed a key.</summary>
    /// <returns>False where there is no number the desk may ring.</returns>
    public static async Task<bool> CallTheBossAsync(Work work, Desk desk, SheetLine line, PhoneNumber phone, DateTimeOffset now)
    {
        if (await NewAsync(work, desk, line, ConnectionState.AwaitsBoss, AskedBy.Text, back: null, now) is not { } connection)
        {
            return false;
        }

        var intent = Intent.Due(now, desk.Id, Channel.Call, IntentPurpose.CallTheBoss, phone, desk.Lines[0].Number);
        await IntentLog.WriteDownAsync(work, intent);
        await ConnectRows.WriteDownAsync(work, connection, intent.Id);
        return true;
    }

    internal static string WaitsAt(Guid connection, int beat) => $"/twilio/connect/wait?connection={connection:N}&beat={beat}";

    private static async Task<Connection?> NewAsync(Work work, Desk desk, SheetLine line, ConnectionState state, AskedBy asked, string? back, DateTimeOffset now) =>
        Dialling.NumberOf(line, await ConnectRows.VouchedAsync(work, desk.Id, line), desk) is { } number
            ? new Connection { Id = Guid.CreateVersion7(now), DeskId = desk.Id, CallId = line.Id, State = state, AskedBy = asked, ToNumber = number, Back = back, BeganAt = now }
            : null;
}
