using FrontDesk.Calls;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Mail;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.SignIn;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Tests.Differential;

/// <summary>The desks themselves, their copies, PINs and users.</summary>
internal sealed class DeskCommands(Pick pick, Known known)
{
    private static readonly string[] Pins = ["482917", "000000", "739154", "12", "", "4829１7"];

    public IEnumerable<(int Weight, Func<Command?> Make)> All =>
    [
        (4, Save), (3, Say), (2, Stay), (1, House), (1, SetPin), (8, TryPin), (5, Copy), (4, Copies), (1, CopiesByTheClock), (2, Mail), (1, Deliver), (5, SignIn), (2, NewUser), (2, Key), (3, Count),
    ];

    /// <summary>The desks everything is about: made before the first command.</summary>
    public IEnumerable<Command> Founding()
    {
        foreach (var (name, line) in new[] { ("miller", "+13105550100"), ("stone", "+13105550105") })
        {
            var founded = Some.Desk(name, line) with
            {
                Id = pick.Id(),
                Lines = [new Line { Id = pick.Id(), Number = PhoneNumber.Parse(line), Label = "office" }],
                Phones = [Boss("+13105550101", "cell", texts: true), Boss("+13105550102", "home", texts: false)],
                Reach = ReachWay.AtOnce,
            };
            known.Desks.Add(founded.Id);
            known.Lines.Add(line);
            yield return new($"found {name}", async (desk, cancel) => await desk.Desks.SaveAsync(founded, cancel));
        }

        known.Lines.Add("+13105550109");
        known.BossPhones.AddRange([PhoneNumber.Parse("+13105550101"), PhoneNumber.Parse("+13105550102")]);
    }

    private BossPhone Boss(string number, string label, bool texts) => new() { Id = pick.Id(), Number = PhoneNumber.Parse(number), Label = label, TakesTexts = texts };

    private Command Save()
    {
        var (id, stale, takes) = (pick.Of(known.Desks), pick.Chance(15), pick.Chance(10));
        var (boss, persona, zone, reach, record, label, off, assistant) = (pick.Name(), pick.Name(), pick.Zone(), pick.OneOf(Enum.GetValues<ReachWay>()), pick.Chance(50), pick.Name(), pick.Chance(30), pick.Chance(50) ? pick.Phone() : (PhoneNumber?)null);
        var (line, phone, orders) = (pick.Id(), pick.Id(), new CopyOrders { Paper = pick.OneOf(Enum.GetValues<Paper>()), Times = pick.Chance(50) ? [] : [new CopyTime { At = new TimeOnly(pick.Below(24), pick.Below(60)) }], MailTo = pick.Chance(50) ? [] : ["boss@example.org", "Boss@example.org"] });
        return new($"save desk {id} as {boss}", async (desk, cancel) =>
        {
            var before = desk.Desk(id);
            var saved = before with
            {
                BossName = Cut(boss, 200),
                Persona = Cut(persona, 200),
                Zone = zone,
                Reach = reach,
                MayRecord = record,
                AssistantNumber = assistant,
                Copies = orders,
                DaysOff = off ? DaysOff.Read(["sunday", "2026-12-25"])! : DaysOff.None,
                Version = before.Version - (stale ? 1 : 0),
                // Now and then a line that is another's.
                Lines = takes ? [.. before.Lines, new Line { Id = line, Number = PhoneNumber.Parse("+13105550105"), Label = "taken" }] : [before.Lines[0] with { Label = Cut(label, 200) }],
                Phones = [before.Phones[0] with { Label = Cut(label, 200) }, before.Phones[1]],
            };
            return (await desk.Desks.SaveAsync(saved, cancel), desk.Desks.All);
        });
    }

    private Command Say()
    {
        var (id, sentence, words, stale) = (pick.Of(known.Desks), pick.Of(WordingSentence.All), pick.OneOf("I'm sorry, {she's} not available.", pick.Text(), "Héllo, {boss} 🎬 office. Who's calling?"), pick.Chance(10));
        return new($"say {sentence.Name}: {words}", async (desk, cancel) => (await desk.Of<DeskWording>().SayAsync(desk.Desk(id), sentence, words, desk.Desk(id).Version - (stale ? 1 : 0), cancel), desk.Desk(id)));
    }

    private Command Stay()
    {
        var (id, from, stale) = (pick.Of(known.Desks), known.Now.Date.AddDays(pick.Below(5)).AddMinutes(pick.Below(1440)), pick.Chance(10));
        List<Stay> stays = [.. Enumerable.Range(0, pick.Below(3)).Select(place => new Stay(pick.Zone(), DateTime.SpecifyKind(from.AddDays(place), DateTimeKind.Unspecified), DateTime.SpecifyKind(from.AddDays(place).AddHours(pick.Below(30)), DateTimeKind.Unspecified)))];
        return new($"stays {string.Join(", ", stays)}", async (desk, cancel) => (await desk.Of<BossStays>().SaveAsync(desk.Desk(id), stays, desk.Desk(id).Version - (stale ? 1 : 0), cancel), desk.Desk(id)));
    }

    /// <summary>The house goes out, and comes in with somebody renamed.</summary>
    private Command House()
    {
        var (from, to, applies) = (pick.Name(), pick.Name(), pick.Chance(30));
        return new($"config with {from} for {to}", async (desk, cancel) =>
        {
            var house = desk.Of<HouseConfig>();
            var text = await house.ExportAsync(cancel);
            var json = System.Text.Json.JsonEncodedText.Encode(to, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
            return applies && from.Length > 3 ? (text, await house.ApplyAsync(text.Replace($"\"{from}\"", $"\"{json}\"", StringComparison.Ordinal), cancel)) : (text, null);
        });
    }

    private Command SetPin()
    {
        var (id, pin) = (pick.Of(known.Desks), pick.Of(Pins));
        return new($"PIN {pin}", async (desk, cancel) => (await desk.Of<PinBook>().SetAsync(desk.Desk(id), pin, cancel), desk.Desk(id).HasPin));
    }

    private Command TryPin()
    {
        var (id, pin, attempt, from) = (pick.Of(known.Desks), pick.Of(Pins), pick.Below(4), pick.OneOf(pick.Of(known.BossPhones).E164, pick.Number(), "anonymous"));
        var call = new IncomingCall { CallSid = pick.Chance(30) && pick.Late(known.Calls) is { } old ? old.Sid : pick.Sid("CA"), From = CallerId.Of(from), FromAsSent = from, Dialled = known.Lines[0], Status = CallStatus.InProgress, Inbound = true, Heard = new Heard.Keys("1"), Stir = pick.Maybe("TN-Validation-Passed-A") };
        return new($"try PIN {pin} from {from}, {attempt}", async (desk, cancel) => (await desk.Of<PinBook>().TryAsync(desk.Desk(id), call, attempt, pin, cancel), await desk.Of<PinBook>().AlarmsAsync(id, cancel)));
    }

    private Command Copy()
    {
        var wanted = new CopyWanted(pick.Chance(10) && pick.Late(known.Copies) is var old && old != Guid.Empty ? old : pick.Id(), pick.OneOf(Enum.GetValues<CopyReason>()), pick.By()) { Note = pick.Maybe(Cut(pick.Text(), 1000)) };
        var id = pick.Of(known.Desks);
        known.Copies.Add(wanted.Id);
        return new($"copy {wanted.Id}", async (desk, cancel) => await desk.Of<CopyMaking>().MakeAsync(desk.Desk(id), wanted, cancel));
    }

    private Command Copies()
    {
        var (id, copy, before, count) = (pick.Of(known.Desks), pick.Late(known.Copies), pick.Chance(50) ? pick.Below(20) : (int?)null, 1 + pick.Below(5));
        return new($"copies before {before}, {copy}", async (desk, cancel) =>
        {
            var (copies, found) = (desk.Of<CleanCopies>(), await desk.Of<CleanCopies>().FindAsync(copy, cancel));
            return (await copies.NewestAsync(id, before, count, cancel), found, found is null ? null : await copies.BesideAsync(found.Kept, cancel), found is null ? null : Mails(await desk.Of<CopyPost>().OfAsync(copy, cancel)));
        });
    }

    private static List<string> Mails(IReadOnlyList<MailRow> mails) => [.. mails.Select(mail => $"{mail.ToAddress} {mail.State} {mail.Attempt} {mail.DueAt:O} {mail.LastError}").Order(StringComparer.Ordinal)];

    private static Command CopiesByTheClock() => new("copies by the clock", async (desk, cancel) => await desk.Of<CopyRound>().MakeDueAsync(cancel));

    private Command? Mail() => pick.Late(known.Copies) is var copy && copy == Guid.Empty ? null
        : new($"mail {copy}", async (desk, cancel) => await desk.Of<CleanCopies>().FindAsync(copy, cancel) is { } found ? await desk.Of<CopyPost>().MailAsync(found.Kept, desk.Desk(found.Kept.DeskId), cancel) : -1);

    private static Command Deliver() => new("deliver a mail", async (desk, cancel) =>
    {
        var delivered = await desk.Of<Postman>().DeliverNextAsync(cancel);
        // For how long it is put off goes by its id, which is another on each desk.
        await desk.Database.WriteAsync(work => work.ExecuteAsync("update mails set due_at = created_at + 60000000 * attempt where state = 1 and attempt > 0"), cancel);
        return delivered;
    });

    private Command NewUser()
    {
        var (name, replaces) = (pick.Chance(50) && pick.Late(known.Users) is { } old ? pick.OneOf(old.ToUpperInvariant(), old.ToLowerInvariant(), old) : pick.By() + ".", pick.Chance(30));
        known.Users.Add(name);
        return new($"user {name}", async (desk, cancel) => await desk.Of<UserBook>().AddAsync(name, "open sesame", replaces, cancel));
    }

    private Command? SignIn()
    {
        if (pick.Late(known.Users) is not { } user)
        {
            return null;
        }

        var (name, password) = (pick.OneOf(user, user, user.ToUpperInvariant(), user + " ", " " + user, pick.Name()), pick.OneOf("open sesame", "Open sesame", "open sesame ", ""));
        return new($"sign in {name}: {password}", async (desk, cancel) =>
        {
            var outcome = await desk.Of<UserBook>().CheckAsync(name, password, cancel);
            return (outcome is SignInOutcome.Welcome { Name: var who } ? who : "refused", outcome is SignInOutcome.Welcome welcome && await desk.Of<UserBook>().IsCurrentAsync(welcome.UserId, welcome.Stamp, cancel));
        });
    }

    private Command Key()
    {
        var (name, text, stores) = (pick.By(), pick.By(), pick.Chance(30));
        return new($"key {name}", (desk, _) =>
        {
            if (stores)
            {
                desk.Of<KeyRing>().StoreElement(new System.Xml.Linq.XElement("key", text), name);
            }

            return Task.FromResult<object?>(desk.Of<KeyRing>().GetAllElements().Select(element => element.Value).Order(StringComparer.Ordinal).ToList());
        });
    }

    private Command Count()
    {
        var topic = pick.OneOf(pick.Of(known.Desks), Changes.Desks, Changes.Due, Guid.Empty);
        return new($"count a change of {topic}", async (desk, cancel) =>
        {
            var times = await desk.Of<Database>().WriteAsync(work => Changes.CountAsync(work, topic), cancel);
            await desk.Of<ChangeFeed>().TellAsync(cancel);
            // A database that was lent before lacks the rows that count from nought.
            return (times, (await desk.Of<Database>().ReadAsync(Changes.AllAsync, cancel)).Where(entry => entry.Value > 0).ToDictionary());
        });
    }

    private static string Cut(string text, int most) => PlainText.Cut(PlainText.ForShowing(text), most) is { Length: > 0 } cut ? cut : "Nobody";
}
