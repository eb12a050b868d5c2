using System.Globalization;
using FrontDesk.Reconciling;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Tests.Differential;

/// <summary>The comparison with the carrier's lists, and what must not come back from them.</summary>
internal sealed class CarrierCommands(Pick pick, Known known)
{
    public IEnumerable<(int Weight, Func<Command?> Make)> All =>
        [(2, Begin), (2, End), (2, DayRead), (2, Differences), (3, MissedCalls), (3, MissedTexts), (2, SentOut), (1, Erase), (1, Erased), (2, Found), (1, Compare)];

    private Command Begin()
    {
        var within = TimeSpan.FromMinutes(pick.Below(120));
        return new($"begin comparing unless within {within}", async (desk, cancel) => (await desk.Of<RunBook>().BeginAsync(within, desk.Clock.Now, cancel), await desk.Of<RunBook>().NewestAsync(cancel)))
        { Learn = answer => Learn(answer is ValueTuple<ReconcileRun?, ReconcileRun?> told ? told.Item1 : null) };
    }

    private void Learn(ReconcileRun? run)
    {
        if (run is not null)
        {
            known.Runs.Add(run.Id);
        }
    }

    private Command End()
    {
        var (state, why, read) = (pick.OneOf(Enum.GetValues<RunState>()), pick.Maybe(PlainText.Cut(PlainText.ForShowing(pick.Text()), 400)), pick.Below(1000));
        return new($"comparing is {state}", async (desk, cancel) =>
        {
            var runs = desk.Of<RunBook>();
            if (await runs.NewestAsync(cancel) is { } run)
            {
                await runs.WriteAsync(run with { State = state, FinishedAt = desk.Clock.Now, CallsRead = read, Why = why }, cancel);
            }

            return (await runs.NewestAsync(cancel), await runs.NewestCompleteAsync(cancel));
        });
    }

    private Command DayRead()
    {
        var (kind, day, at) = (pick.OneOf(Enum.GetValues<ListKind>()), DateOnly.FromDateTime(pick.Instant(known.Now).UtcDateTime), pick.Instant(known.Now));
        return new($"{kind} of {day} read at {at}", async (desk, cancel) =>
        {
            await desk.Of<RunBook>().DayReadAsync(kind, day, at, cancel);
            return (await desk.Of<RunBook>().DaysReadAsync(kind, cancel)).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)).ToList();
        });
    }

    private Command Differences()
    {
        List<NumberDifference> differences = [.. Enumerable.Range(0, pick.Below(4)).Select(_ => new NumberDifference(pick.Number(), pick.OneOf(Enum.GetValues<NumberSetting>()), pick.Maybe(pick.Text()), pick.Maybe(pick.Text()))).DistinctBy(one => (one.Number, one.Setting))];
        return new($"{differences.Count} differences", async (desk, cancel) => (await desk.Of<RunBook>().ReplaceDifferencesAsync(differences, desk.Clock.Now, cancel), await desk.Of<RunBook>().DifferencesAsync(cancel)));
    }

    private Command MissedCalls()
    {
        List<CarrierCall> calls = [.. Enumerable.Range(0, 1 + pick.Below(4)).Select(place =>
        {
            var old = pick.Chance(30) ? pick.Late(known.Calls) : null;
            var began = known.Now.AddMinutes(-pick.Below(300)).AddSeconds(-place);
            return new CarrierCall { Sid = old?.Sid ?? pick.Sid("CA"), To = pick.Of(known.Lines), From = old?.From ?? pick.Number(), Status = pick.OneOf("completed", "no-answer", "in-progress", "odd"), Direction = "inbound", StartTime = Rfc(began), EndTime = pick.Chance(70) ? Rfc(began.AddSeconds(pick.Below(200))) : null, Duration = pick.Below(200) };
        }).DistinctBy(call => call.StartTime)];
        known.Calls.AddRange(calls.Where(call => known.Calls.All(old => old.Sid != call.Sid)).Select(call => new KnownCall(call.Sid, call.From!, call.To!)));
        return new($"missed {string.Join(", ", calls.Select(call => call.Sid))}", async (desk, cancel) =>
        {
            var missed = desk.Of<MissedCalls>();
            var onFile = (await missed.KnownAsync(calls.Select(call => call.Sid), cancel)).Order(StringComparer.Ordinal).ToList();
            return (onFile, await missed.WriteDownAsync(calls, desk.Clock.Now, cancel));
        });
    }

    private Command MissedTexts()
    {
        List<CarrierText> texts = [.. Enumerable.Range(0, 1 + pick.Below(3)).Select(place => new CarrierText { Sid = pick.Sid("SM"), To = pick.Of(known.Lines), From = pick.OneOf(pick.Number(), pick.Of(known.BossPhones).E164), Body = PlainText.Cut(PlainText.ForKeeping(pick.Text()), 1600), Status = "received", Direction = "inbound", DateCreated = Rfc(known.Now.AddMinutes(-pick.Below(300)).AddSeconds(-place)) })];
        return new($"missed {string.Join(", ", texts.Select(text => text.Sid))}", async (desk, cancel) =>
        {
            var missed = desk.Of<MissedTexts>();
            var onFile = (await missed.KnownAsync(texts.Select(text => text.Sid), cancel)).Order(StringComparer.Ordinal).ToList();
            return (onFile, await missed.WriteDownAsync(texts, desk.Clock.Now, cancel));
        });
    }

    private Command SentOut()
    {
        List<string> sids = [.. Enumerable.Range(0, 3).Select(_ => pick.Late(known.OutgoingTexts) ?? pick.Sid("SM")).Append(pick.Late(known.OutgoingCalls) ?? pick.Sid("CA"))];
        return new("what went out", async (desk, cancel) => (
            await desk.Of<SentOut>().CountInDoubtAsync(desk.Clock.Now, cancel), await desk.Of<SentOut>().SettleAsync(desk.Clock.Now, cancel), (await desk.Of<SentOut>().KnownAsync(sids, cancel)).Order(StringComparer.Ordinal).ToList()));
    }

    private Command Erase()
    {
        var (sid, number, at) = (pick.Late(known.Calls)?.Sid ?? pick.Sid("CA"), pick.Phone(), pick.Instant(known.Now));
        return new($"erase {sid} and {number}", async (desk, cancel) =>
        {
            await desk.Database.WriteAsync(
                async work =>
                {
                    await Tombstones.RaiseForSidAsync(work, sid, at);
                    await Tombstones.RaiseForNumberAsync(work, number, at);
                },
                cancel);
            return null;
        });
    }

    private Command Erased()
    {
        var (sid, number, at) = (pick.Late(known.Calls)?.Sid ?? pick.Sid("CA"), pick.Number(), pick.Instant(known.Now));
        return new($"was {sid} of {number} erased", async (desk, cancel) => await desk.Of<Tombstones>().ReadAsync(cancel) is var erased && erased.Covers(sid, number, at));
    }

    private Command Found()
    {
        var since = pick.Instant(known.Now);
        return new($"found since {since}", async (desk, cancel) => (
            (await desk.Of<FoundList>().CallsAsync(since, cancel)).OrderBy(call => call.CallSid, StringComparer.Ordinal).ToList(), (await desk.Of<FoundList>().TextsAsync(since, cancel)).OrderBy(text => text.At).ThenBy(text => text.Body, StringComparer.Ordinal).ToList()));
    }

    private static Command Compare() => new("compare with the carrier", async (desk, cancel) => await desk.Of<Reconciliation>().RunAsync(TimeSpan.FromMinutes(10), cancel));

    private static string Rfc(DateTimeOffset at) => at.ToString("r", CultureInfo.InvariantCulture);
}
