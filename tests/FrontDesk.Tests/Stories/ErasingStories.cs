using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Ledger;
using FrontDesk.Sheet;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Sheet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>Danni asks to be forgotten, after everything a caller can leave behind her.</summary>
public sealed class ErasingStories : MissedHouse
{
    private const string Pin = "907155";

    private static readonly PhoneNumber DannisNumber = PhoneNumber.Parse("+13105550143");

    /// <summary>Her names and numbers in every form, and her words.</summary>
    private static readonly string[] Hers =
        ["Danni", "Okafor", "Daniella", "Priya", "Lighthouse", "whale", "zebra", "5550143", "555-0143", "5, 0 1 4 3", "5550153", "555-0153", "5550148", "555-0148"];

    private static CancellationToken Cancel => DeskUnderTest.Cancel;

    private Erasure Erasure => Desk.Services.GetRequiredService<Erasure>();

    private PhoneBook Cards => Desk.Services.GetRequiredService<PhoneBook>();

    [Fact]
    public async Task S108_whoever_was_erased_is_nowhere_in_the_books_and_the_others_rows_are_as_they_were()
    {
        var danni = await LiveThroughItAsync();
        await Desk.PassesAsync(TimeSpan.FromHours(2));
        // The desk's own round files calls that are over after the clock has stopped.
        await Desk.LogOnceAsync(log => log.All(call => call.Live == 0));
        var before = await BookRows.ReadAsync(Desk.Books, Cancel);
        Assert.All(["calls", "turns", "marks", "texts", "intents", "copy_lines", "clean_copies", "brief_turns", "briefs", "book_cards", "book_files", "contacts", "contact_assistants", "matters"],
            table => Assert.Contains(before, row => row.Table == table && row.Says(Hers)));
        var calls = await Desk.LogAsync();

        var done = Assert.IsType<ErasureOutcome.Done>(await Erasure.ForgetAsync(Desk.Desk.Id, new Forgotten.OfCard(danni.Id), "jamie", Cancel));

        var after = await BookRows.ReadAsync(Desk.Books, Cancel);
        Assert.Empty(from row in after where row.Says(Hers) select row.ToString());
        var about = BookRows.Around([danni.Id, .. calls.Where(call => call.ContactId == danni.Id).Select(call => call.Id)], before, Hers);
        var others = before.Where(row => !about.Contains(row)).ToList();
        var changed = others.Except(after).ToList();
        Assert.True(changed.Count == 0, $"Changed or gone:\n{string.Join('\n', changed)}\nNow:\n{string.Join('\n', after.Except(before))}");
        Assert.All(["calls", "turns", "contacts", "texts"], table => Assert.Contains(others, row => row.Table == table));
        var left = await Desk.LogAsync();
        Assert.Equal(calls.Select(call => (call.ReceivedAt, call.Seconds, call.Status, call.Outcome)), left.Select(call => (call.ReceivedAt, call.Seconds, call.Status, call.Outcome)));
        Assert.Equal(done.Count.Calls, left.Count(call => call is { Party: null, CallerFrom: WhatIsWiped.Word, Ball: Ball.Nobody }));
        Assert.Equal(["John Smith"], (await SheetAsync()).Select(line => line.Name));
    }

    [Fact]
    public async Task S108_a_call_under_way_is_erased_when_it_is_over()
    {
        var danni = (await Cards.AllAsync(Desk.Desk.Id, Cancel)).Single(card => card.Name == "Danni Okafor");
        await Desk.Telephone("Danni").Rings().Hears("who's calling").Says("Danni Okafor").Hears("not available");

        Assert.IsType<ErasureOutcome.Waits>(await Erasure.ForgetAsync(Desk.Desk.Id, new Forgotten.OfCard(danni.Id), "jamie", Cancel));
        Assert.IsType<ErasureOutcome.Waits>(await Erasure.ForgetAsync(Desk.Desk.Id, new Forgotten.OfNumber(DannisNumber), "jamie", Cancel));
        Assert.True(await Erasure.WaitsForAsync(danni.Id, Cancel));
        Assert.Equal(0, await Erasure.FinishAsync(Cancel));
        await Desk.Telephone("Danni").Says("yes").Hears("reach you at").Says("yes").Hears("regarding").Says("the pilot").IsHungUpOn();
        Desk.Expects("got texts nobody expected");
        await Desk.PassesAsync(TimeSpan.FromMinutes(8));

        var call = Assert.Single(await Desk.LogOnceAsync(log => log[0].CallerFrom == WhatIsWiped.Word));
        Assert.Equal((WhatIsWiped.Word, (string?)null, Ball.Nobody), (call.CallerFrom, call.SaidName, call.Ball));
        Assert.NotNull(call.Seconds);
        Assert.Empty(from row in await BookRows.ReadAsync(Desk.Books, Cancel) where row.Says(Hers) select row.ToString());
    }

    [Fact]
    public async Task S108_the_carrier_s_list_does_not_bring_them_back_and_whoever_rings_again_is_a_stranger()
    {
        var number = PhoneNumber.Parse("+13105550177");
        await Desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("not available").HangsUp();
        Desk.Expects("11200");
        Change(line => line with { VoiceUrl = "https://desk.example.org/nowhere", VoiceFallbackUrl = null, StatusCallbackUrl = null });
        await Desk.Telephone("stranger").Rings().IsHungUpOn();
        Change(line => line with { VoiceUrl = "https://desk.example.org/twilio/voice", StatusCallbackUrl = "https://desk.example.org/twilio/voice/status" });
        await Desk.PassesAsync(TimeSpan.FromMinutes(2));

        var erased = Assert.IsType<ErasureOutcome.Done>(await Erasure.ForgetAsync(Desk.Desk.Id, new Forgotten.OfNumber(number), "jamie", Cancel));
        Assert.Equal(1, erased.Count.Calls);
        await Desk.PassesAsync(TimeSpan.FromMinutes(2));
        var run = await RoundAsync();

        Assert.Equal((1, 0), (run.ErasedPassed, run.CallsMissed));
        Assert.Equal(WhatIsWiped.Word, Assert.Single(await Desk.LogAsync()).CallerFrom);
        Assert.Empty(await SheetAsync());

        await Desk.Telephone("stranger").Rings().Hears("who's calling").Says("Paula Reyes").Hears("not available").HangsUp();
        Assert.Equal(("Paula Reyes", 1), (Assert.Single(await SheetAsync()).Name, (await SheetAsync())[0].TimesCalled));
        Assert.Equal(2, (await Desk.LogAsync()).Count);
    }

    [Fact]
    public async Task S108_a_late_webhook_of_an_erased_call_opens_no_new_one()
    {
        var sid = Desk.NewSid();
        await Desk.PostAsync(Desk.Ringing(sid));
        await Desk.PostAsync(Desk.Said(sid, 1, 1, "Paula Reyes"));
        await Desk.PostAsync(Desk.Status(sid, "completed", ("CallDuration", "12")));
        var call = await Desk.OnlyCallAsync();

        Assert.IsType<ErasureOutcome.Done>(await Erasure.ForgetAsync(Desk.Desk.Id, new Forgotten.OfCall(call.Id), "jamie", Cancel));
        await Desk.PostAsync(Desk.Ringing(sid));
        await Desk.PostAsync(Desk.Said(sid, 1, 1, "Paula Reyes"));
        await Desk.PostAsync(Desk.Status(sid, "completed", ("CallDuration", "12")));

        Assert.Equal((WhatIsWiped.Word, (string?)null), ((await Desk.OnlyCallAsync()).CallerFrom, (await Desk.OnlyCallAsync()).SaidName));
        Assert.Empty((await Desk.OnlyCallAsync()).Turns);
    }

    [Fact]
    public async Task S108_what_was_kept_beside_the_books_while_they_could_not_be_written_does_not_come_back()
    {
        Desk.Expects("cannot be written down");
        Desk.Expects("round");
        var sid = Desk.NewSid();
        await using (await Desk.HoldTheBooksAsync())
        {
            await Desk.PostAsync(Desk.Webhook("/twilio/voice/heard?step=1&attempt=1&retry=3", sid, ("SpeechResult", "Paula Reyes")));
        }

        Assert.True(await Desk.IsWrittenAnywhereAsync("Paula Reyes"));
        await Erasure.ForgetAsync(Desk.Desk.Id, new Forgotten.OfNumber(PhoneNumber.Parse("+13105550177")), "jamie", Cancel);
        await Desk.PassesAsync(TimeSpan.FromMinutes(2));
        await JournalAsync(text => text.Length == 0);
        await Desk.PostAsync(Desk.Webhook("/twilio/voice/status", sid, ("CallStatus", "completed"), ("CallDuration", "31")));

        Assert.False(await Desk.IsWrittenAnywhereAsync("Paula Reyes"));
        Assert.Empty(await Desk.LogAsync());
    }

    /// <summary>Waits until what lies beside the books is like this; empty where nothing does.</summary>
    private async Task JournalAsync(Func<string, bool> isSo)
    {
        string Kept() => string.Concat(Directory.GetFiles(Desk.Folder, "unwritten-calls.*").Select(File.ReadAllText));
        for (var looks = 0; looks < 300 && !isSo(Kept()); looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
    }

    /// <returns>Her card.</returns>
    private async Task<Contact> LiveThroughItAsync()
    {
        Desk.Expects("got texts nobody expected");
        Desk.Expects("was rung and nobody expected it");
        var (acts, danni) = (Desk.Services.GetRequiredService<BookActs>(), (await Cards.AllAsync(Desk.Desk.Id, Cancel)).Single(card => card.Name == "Danni Okafor"));
        Assert.Null(await Desk.Services.GetRequiredService<PinBook>().SetAsync(Desk.Desk, Pin, Cancel));
        await acts.SaveAsync(
            danni with
            {
                Company = "Okafor Pictures",
                Notes = "Prefers mornings. Once rode a zebra.",
                Assistants = [new ContactAssistant { Id = Some.Id(), Name = "Priya", Number = PhoneNumber.Parse("+13105550148"), Notes = "The Lighthouse desk" }],
                Matters = [new Matter { Id = Some.Id(), Name = "The Lighthouse", Words = ["whale"] }],
            },
            "jamie",
            Cancel);
        var twin = Some.Contact(Desk.Desk, "Daniella Okafor", "+13105550153");
        await acts.SaveAsync(twin, "jamie", Cancel);
        await Desk.Services.GetRequiredService<BookParting>().MergeAsync(new(danni.Id, danni.Version + 1), new(twin.Id, 1), "jamie", Cancel);

        await Desk.Telephone("John").Rings().Hears("who's calling").Says("John Smith").Hears("return").Says("yes").Hears("reach you at").Says("yes").Hears("regarding").Says("the merger").IsHungUpOn();
        await Desk.Telephone("Danni").Rings().Hears("who's calling").Says("Danni Okafor").Hears("not available").Says("yes").Hears("reach you at").Says("yes").Hears("regarding").Says("the whale").IsHungUpOn();
        await TalkWithHerAsync();
        await Desk.Telephone("Danni").Rings().Hears("who's calling").Says("Danni Okafor").Hears("not available").HangsUp();
        await Desk.Telephone("boss").GetsText("ASAP Danni Okafor").Texts("5").GetsText("2 to return. 1) ASAP Danni Okafor 310-555-0143");
        await Desk.Telephone("boss").Rings().Hears("Your PIN, please").Presses($"{Pin}#").Hears("Danni Okafor").StaysSilent().Hears("John Smith").HangsUp();
        await Desk.Telephone("Danni").Texts("A picture of the whale");

        var line = (await SheetAsync()).Single(one => one.Name == "Danni Okafor");
        await Desk.Services.GetRequiredService<SheetMarks>().MarkAsync(
            new SheetMark { CallId = line.Id, Version = line.Version, Kind = MarkKind.CodeChanged, Code = CallCode.CallToday, By = "jamie", Why = "Danni is at sea" }, Cancel);
        await Desk.Services.GetRequiredService<CopyMaking>().MakeAsync(Desk.Desk, new CopyWanted(Some.Id(), FrontDesk.Copies.CopyReason.Button, "jamie") { Note = "Danni Okafor first." }, Cancel);
        await Desk.Services.GetRequiredService<BookFiles>().KeepAsync(Desk.Desk.Id, "cards.csv", "Name,Phone\nDanni Okafor,+13105550143\n", "jamie", Cancel);
        await Desk.Services.GetRequiredService<BlockedNumbers>().BlockAsync(
            Desk.Desk.Id, new BlockedNumber { Number = PhoneNumber.Parse("+13105550153"), Why = "Daniella's old phone", By = "jamie", At = Desk.Clock.GetUtcNow() }, Cancel);
        return (await Cards.FindAsync(danni.Id, Cancel))!;
    }

    /// <summary>The boss asks by text to be connected with her.</summary>
    private async Task TalkWithHerAsync()
    {
        var (boss, danni) = (Desk.Telephone("boss"), Desk.Telephone("Danni"));
        await boss.GetsText("ASAP Danni Okafor").Texts("3").GetsText("I will call you now and connect you with Danni Okafor.");
        await boss.PicksUp().Hears("with the call you asked for. Press 1").Presses("1");
        await danni.PicksUp().Hears("Danni, I have Margaret Miller calling.");
        await boss.Hears("Calling Danni Okafor").Says("Danni, at last");
        await danni.Hears("at last").HangsUp();
        await boss.Hears("Press 1 if you talked").Presses("1").IsHungUpOn();
    }
}
