using FrontDesk.Desks;
using FrontDesk.Texts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Web.Texts;

/// <summary>Takes in texts: written down once, acted upon where the boss sent them, and answered in a sentence.</summary>
public sealed class TextDesk(Database database, DeskBook desks, BossTexts boss, SheetChanges changes, ReminderBell bell, TimeProvider time)
{
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

        var fromBoss = PhoneNumber.TryParse(text.From, out var from) && desk?.Phones.Any(phone => phone.Number == from) == true;
        // Asked before this text is among the earlier ones.
        var mayAnswer = desk is not null && from != default && desks.OnLine(from) is null
            && await AnswerLimit.AllowsAsync(work, desk.Id, from, fromBoss, text.Command, now);
        await TextLog.WriteDownAsync(work, desk?.Id, text, now);
        if (!mayAnswer || desk is null)
        {
            return await CarrierWordAsync(work, desk, fromBoss || (from != default && desk?.AssistantNumber == from), from, text.Command, now);
        }

        var answer = fromBoss ? await boss.ObeyAsync(work, desk, from, text.Command, now) : new TextAnswer(TextWords.CallUs);
        await AnswerAsync(work, desk.Id, text.To, from, fromBoss, answer.Words, now);
        return new Changed(answer.Sheet, Phones: false);
    }

    /// <summary>The carrier has answered it already; all that is left is to know which way to the boss is open.</summary>
    private static async Task<Changed> CarrierWordAsync(Work work, Desk? desk, bool isOurs, PhoneNumber from, TextCommand command, DateTimeOffset now)
    {
        if (!isOurs || desk is null || command is not TextCommand.CarrierWord { Act: not CarrierAct.AsksForHelp and var act })
        {
            return default;
        }

        await (act == CarrierAct.OptsOut ? TextChannel.CloseAsync(work, desk.Id, from, now) : TextChannel.OpenAsync(work, desk.Id, from));
        return new Changed(Sheet: false, Phones: true);
    }

    private static Task AnswerAsync(Work work, Guid deskId, PhoneNumber line, PhoneNumber to, bool fromBoss, string answer, DateTimeOffset now) =>
        IntentLog.WriteDownAsync(
            work, Intent.Due(now, deskId, Channel.Text, fromBoss ? IntentPurpose.Answer : IntentPurpose.CourtesyAnswer, to, line, answer));

    private readonly record struct Changed(bool Sheet, bool Phones);
}
