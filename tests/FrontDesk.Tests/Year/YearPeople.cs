using FrontDesk.Simulator;
using FrontDesk.Tests.Support;

namespace FrontDesk.Tests.Year;

/// <summary>Who rings and what the boss does, by seed: she answers, ignores, texts, phones in, snoozes, holds and lets go; her phones do as phones do.</summary>
public sealed class YearPeople(YearHouse house)
{
    private const int BossActsADay = 16;
    private const int LongestTalk = 25;

    private static readonly string[] Texts = ["1", "1", "1", "1 1", "1 2", "2", "2 1", "3", "8", "9", "9 2", "0", "4", "hello"];

    private static readonly Behaviour[] Behaviours =
        [new Behaviour.Person(), new Behaviour.Person(), new Behaviour.NoAnswer(), new Behaviour.Busy(), new Behaviour.Voicemail("Hello, leave a message.", 3), new Behaviour.ScreeningRobot(), new Behaviour.Fails()];

    private readonly Random random = new(house.Part.Seed);
    private readonly IReadOnlyList<string> known = [.. YearHouse.Asap.Keys];

    public async Task LiveAsync()
    {
        foreach (var (at, boss) in Plan())
        {
            await UntilAsync(at);
            await (boss ? BossActsAsync() : SomebodyRingsAsync());
        }

        await UntilAsync(house.Part.To);
        await house.LookAsync();
    }

    private List<(DateTimeOffset At, bool Boss)> Plan()
    {
        var calls = Enumerable.Range(0, house.Part.Calls).Select(_ => (At: Sometime(), Boss: false));
        var acts = Enumerable.Range(0, (int)((house.Part.To - house.Part.From).TotalDays * BossActsADay)).Select(_ => (At: Sometime(), Boss: true)).Where(act => house.Part.Wall.IsAwake(act.At));
        return [.. calls.Concat(acts).OrderBy(plan => plan.At)];
    }

    private DateTimeOffset Sometime() => house.Part.From + ((house.Part.To - house.Part.From) * random.NextDouble());

    private Task UntilAsync(DateTimeOffset at) => at > house.Now ? house.Desk.PassesAsync(at - house.Now) : Task.CompletedTask;

    private async Task SomebodyRingsAsync()
    {
        var name = random.Next(100) < 22 ? known[random.Next(known.Count)] : null;
        var telephone = house.Phone(name is null ? $"+131055501{50 + random.Next(40)}" : YearHouse.Asap[name].Number);
        if (name is null || random.Next(3) > 0)
        {
            await RingAsync(telephone, name ?? "Paula Reyes");
            return;
        }

        house.Acts.Add(house.Now);
        var cell = house.Phone(YearHouse.Cell);
        cell.Behaviour = new Behaviour.Person();
        using var given = new CancellationTokenSource(TimeSpan.FromMinutes(3), house.Desk.Clock);
        var answering = AnswerAsync(cell, given);
        await RingAsync(telephone, name);
        await given.CancelAsync();
        await answering;
        house.Acts.Add(house.Now);
        // What she took is off the sheet, once the desk was told that it is over.
        await house.Desk.PassesAsync(TimeSpan.FromMinutes(1));
        await house.LookAsync();
    }

    private async Task RingAsync(Telephone telephone, string name)
    {
        var (call, attended) = (await telephone.DialAsync(DeskUnderTest.Line, YearHouse.Cancel), 0);
        for (var said = 0; said < LongestTalk && call.State != PhoneCallState.Over; said++)
        {
            await call.WaitUntilListeningAsync(YearHouse.Cancel);
            var heard = string.Join(' ', call.Heard.Skip(attended).Select(heard => heard.Text));
            attended = call.Heard.Count;
            await (random.Next(16) switch
            {
                0 => call.HangUpAsync(YearHouse.Cancel),
                1 => call.StaySilentAsync(YearHouse.Cancel),
                _ => call.SayAsync(Answer(heard, name), YearHouse.Cancel),
            });
        }

        await call.HangUpAsync(YearHouse.Cancel);
    }

    private static string Answer(string heard, string name) =>
        heard.Contains("calling", StringComparison.OrdinalIgnoreCase) || heard.Contains("your name", StringComparison.OrdinalIgnoreCase) ? name
        : heard.Contains("regarding", StringComparison.OrdinalIgnoreCase) ? "the lease"
        : "yes";

    /// <summary>She picks up if it rings in time, presses 1 to hear who it is, and then what she likes.</summary>
    private async Task AnswerAsync(Telephone cell, CancellationTokenSource given)
    {
        PhoneCall call;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(given.Token, YearHouse.Cancel);
            call = await cell.PickUpAsync(either.Token);
        }
        catch (OperationCanceledException) when (given.IsCancellationRequested)
        {
            return;
        }

        foreach (var key in new[] { '1', "1123*"[random.Next(5)] })
        {
            await call.WaitUntilListeningAsync(YearHouse.Cancel);
            house.Acts.Add(house.Now);
            if (key == '2')
            {
                house.Snoozes.Add(house.Now);
            }

            await call.PressAsync(key.ToString(), YearHouse.Cancel);
        }

        await house.Desk.PassesAsync(TimeSpan.FromSeconds(20));
        await call.HangUpAsync(YearHouse.Cancel);
    }

    private async Task BossActsAsync()
    {
        var lines = await house.LookAsync();
        house.Acts.Add(house.Now);
        await (random.Next(10) switch
        {
            0 or 1 or 2 => TextAsync(Texts[random.Next(Texts.Length)]),
            3 or 4 => lines.Count > 0 ? house.SettleAsync(lines[random.Next(lines.Count)].Id, random.Next(2) == 0 ? "returned" : "let-go") : Task.CompletedTask,
            5 => PhoneInAsync(),
            6 => WaitForARingAsync(),
            _ => PhonesChangeAsync(),
        });
        house.Acts.Add(house.Now);
        await house.LookAsync();
    }

    private async Task TextAsync(string words)
    {
        // A number may answer a question about a snooze.
        if (words[0] is '2' or '1' or '4')
        {
            house.Snoozes.Add(house.Now);
        }

        await house.Phone(YearHouse.Cell).SendTextAsync(DeskUnderTest.Line, words, YearHouse.Cancel);
    }

    private Task PhonesChangeAsync()
    {
        foreach (var phone in YearHouse.Phones)
        {
            house.Phone(phone).Behaviour = Behaviours[random.Next(Behaviours.Length)];
        }

        house.Phone(YearHouse.Cell).TextOutcome = random.Next(12) switch
        {
            0 => new TextOutcome.Undelivered(30003),
            1 => new TextOutcome.NeverReported(),
            2 => new TextOutcome.Failed(30008),
            _ => new TextOutcome.Delivered(),
        };
        return Task.CompletedTask;
    }

    private async Task WaitForARingAsync()
    {
        var cell = house.Phone(YearHouse.Cell);
        (cell.Behaviour, cell.TextOutcome) = (new Behaviour.Person(), new TextOutcome.Undelivered(30003));
        using var given = new CancellationTokenSource(TimeSpan.FromMinutes(20), house.Desk.Clock);
        await AnswerAsync(cell, given);
        cell.TextOutcome = new TextOutcome.Delivered();
    }

    /// <summary>She asks for the brief, and marks what she hears.</summary>
    private async Task PhoneInAsync()
    {
        var call = await house.Phone(YearHouse.Cell).DialAsync(DeskUnderTest.Line, YearHouse.Cancel);
        for (var steps = 0; steps < 12 && call.State != PhoneCallState.Over; steps++)
        {
            await call.WaitUntilListeningAsync(YearHouse.Cancel);
            var said = call.Heard.Count == 0 ? "" : call.Heard[^1].Text;
            await (said.Contains("PIN", StringComparison.Ordinal) ? call.PressAsync($"{YearHouse.Pin}#", YearHouse.Cancel)
                : said.Contains("calling", StringComparison.Ordinal) ? call.PressAsync("*#", YearHouse.Cancel)
                : said.Contains("That's all", StringComparison.Ordinal) || said.Contains("your name", StringComparison.Ordinal) ? call.HangUpAsync(YearHouse.Cancel)
                : call.PressAsync("3992"[random.Next(4)].ToString(), YearHouse.Cancel));
        }

        await call.HangUpAsync(YearHouse.Cancel);
    }
}
