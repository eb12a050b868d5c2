using FrontDesk.Copies;
using FrontDesk.Brief;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FrontDesk.Texts;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Texts;

/// <summary>Takes in texts: written down once, acted upon where the boss sent them, and answered in a sentence.</summary>
public sealed class TextDesk(Database database, DeskBook desks, SheetMarks marks, CopyMaking copies, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
    private const string ByTheBoss = "boss, by text";

    public async Task TakeInAsync(IncomingText text, CancellationToken cancel)
    {
        var desk = desks.OnLine(text.To);
        var changed = await database.WriteAsync(work => TakeInAsync(work, desk, text, time.GetUtcNow()), cancel);
        if (changed.Sheet && desk is not null)
        {
            changes.Changed(desk.Id);
        }

        if (changed.Phones)
        {
            await desks.ReloadAsync(CancellationToken.None);
        }

        bell.Ring();
    }

    private async Task<Changed> TakeInAsync(Work work, Desk? desk, IncomingText text, DateTimeOffset now)
    {
        if (!await Inbox.IsNewAsync(work, $"text:{text.Sid}", now))
        {
            return default;
        }

        var boss = PhoneNumber.TryParse(text.From, out var from) && desk?.Phones.Any(phone => phone.Number == from) == true;
        // Asked before this text is among the earlier ones.
        var mayAnswer = desk is not null && from != default && desks.OnLine(from) is null
            && await AnswerLimit.AllowsAsync(work, desk.Id, from, boss, text.Command, now);
        await TextLog.WriteDownAsync(work, desk?.Id, text, now);
        if (!mayAnswer || desk is null)
        {
            return await CarrierWordAsync(work, desk, boss, from, text.Command, now);
        }

        var (answer, sheet) = boss ? await ObeyAsync(work, desk, from, text.Command, now) : (TextWords.CallUs, false);
        await AnswerAsync(work, desk.Id, text.To, from, boss, answer, now);
        return new Changed(sheet, Phones: false);
    }

    /// <summary>The carrier has answered it already; all that is left is to know which way to the boss is open.</summary>
    private static async Task<Changed> CarrierWordAsync(Work work, Desk? desk, bool boss, PhoneNumber from, TextCommand command, DateTimeOffset now)
    {
        if (!boss || desk is null || command is not TextCommand.CarrierWord { Act: not CarrierAct.AsksForHelp and var act })
        {
            return default;
        }

        await (act == CarrierAct.OptsOut ? TextChannel.CloseAsync(work, desk.Id, from, now) : TextChannel.OpenAsync(work, desk.Id, from));
        return new Changed(Sheet: false, Phones: true);
    }

    /// <summary>A bare digit is about the newest nudge that is still open (T87). Caller ID can be forged: nothing here cannot be undone.</summary>
    private async Task<(string Answer, bool Sheet)> ObeyAsync(Work work, Desk desk, PhoneNumber from, TextCommand command, DateTimeOffset now)
    {
        if (command is TextCommand.NotUnderstood)
        {
            return (TextWords.HowTo, false);
        }

        if (command is TextCommand.BackInOffice)
        {
            var copy = await copies.MakeAsync(work, desk, new CopyWanted(Guid.CreateVersion7(now), CopyReason.Text, ByTheBoss));
            return (TextWords.CopyReady(copy.Kept.Number, copy.Copy), false);
        }

        if (command is TextCommand.ReadSheet)
        {
            return (await SheetAsync(work, desk, now), false);
        }

        var intent = await RemindedLines.NewestAsync(work, desk.Id) is { } id ? await IntentLog.FindAsync(work, id) : null;
        var lines = intent is null ? [] : await RemindedLines.OfAsync(work, intent.Id, desk, now);
        if (lines.Count == 0)
        {
            return (TextWords.NothingWaits, false);
        }

        switch (command)
        {
            case TextCommand.Snooze:
                var clock = new DeskClock(desk);
                var due = await ReminderRows.SnoozeAsync(work, intent!, clock, now);
                return (due is { } at ? TextWords.Snoozed(clock.Local(at)) : TextWords.NothingWaits, false);
            case TextCommand.Returned or TextCommand.CallMe when lines.Count > 1:
                return (TextWords.Several(lines.Count), false);
            case TextCommand.Returned:
                await marks.MarkAsync(work, new SheetMark { CallId = lines[0].Id, Kind = MarkKind.Returned, By = ByTheBoss });
                return (TextWords.Returned(lines[0]), true);
            default:
                return (await Connecting.CallTheBossAsync(work, desk, lines[0], from, now) ? TextWords.CallingYou(lines[0]) : TextWords.NoNumber(lines[0]), false);
        }
    }

    /// <summary>The brief for the eye, in two segments; it does not count as having asked.</summary>
    private static async Task<string> SheetAsync(Work work, Desk desk, DateTimeOffset now)
    {
        var clock = new DeskClock(desk);
        var sheet = PhoneSheet.Of(await SheetStore.OwedAsync(work, desk.Id), clock, now, desk.Office);
        var lines = SpokenBrief.InOrder(sheet.Lines, (await BriefLog.HabitsAsync(work, desk.Id)).AskedAt);
        return lines.Count == 0 ? TextWords.NothingWaits : ReminderText.Digest(lines, clock, now);
    }

    private static Task AnswerAsync(Work work, Guid deskId, PhoneNumber line, PhoneNumber to, bool boss, string answer, DateTimeOffset now) =>
        IntentLog.WriteDownAsync(work, new Intent
        {
            Id = Guid.CreateVersion7(now),
            DeskId = deskId,
            Channel = Channel.Text,
            Purpose = boss ? IntentPurpose.Answer : IntentPurpose.CourtesyAnswer,
            ToNumber = to,
            FromNumber = line,
            Body = answer,
            State = IntentState.Written,
            Attempt = 1,
            LeasedUntil = now,
            CreatedAt = now,
        });

    private readonly record struct Changed(bool Sheet, bool Phones);
}
