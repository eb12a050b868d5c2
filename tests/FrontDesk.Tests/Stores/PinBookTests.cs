using FrontDesk.Brief;
using FrontDesk.Calls;
using FrontDesk.Desks;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class PinBookOnSqliteTests() : PinBookTests(DatabaseEngine.Sqlite);

public sealed class PinBookOnSqlServerTests() : PinBookTests(DatabaseEngine.SqlServer);

/// <summary>B66: who may hear the brief, and what becomes of those who guess.</summary>
public abstract class PinBookTests(DatabaseEngine engine) : StoreTest(engine)
{
    private const string Right = "907155";
    private const string Cell = "+13105550101";
    private const string Unlisted = "+13105550177";

    private readonly StandingClock clock = new(Some.Morning);
    private DeskBook desks = null!;
    private PinBook pins = null!;
    private int sids;

    private Desk Desk => desks.All[0];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desks = new DeskBook(Database);
        pins = new PinBook(Database, new PasswordHasher<string>(), desks, new ReminderBell(), clock);
        await desks.SaveAsync(
            Some.Desk() with
            {
                Phones =
                [
                    new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse(Cell), Label = "cell", TakesTexts = true },
                    new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550102"), Label = "home", TakesTexts = false },
                ],
            },
            Cancel);
        Assert.Null(await pins.SetAsync(Desk, Right, Cancel));
    }

    [Fact]
    public async Task The_desk_knows_that_there_is_a_PIN_and_only_its_hash_is_kept()
    {
        Assert.True(Desk.HasPin);
        var hash = await ValueAsync<string>("select pin_hash from brief_desks");
        Assert.DoesNotContain(Right, hash, StringComparison.Ordinal);
        Assert.DoesNotContain(hash!, await new HouseConfig(Database, clock).ExportAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(PinOutcome.Right, await TryAsync(Right));
        Assert.Equal(PinOutcome.Wrong, await TryAsync("907156"));
    }

    [Fact]
    public async Task A_new_PIN_takes_the_place_of_the_old_one_and_opens_every_door()
    {
        await TryAsync("111222", times: 3);
        Assert.NotNull(await pins.SetAsync(Desk, "123456", Cancel));
        Assert.Null(await pins.SetAsync(Desk, "246810", Cancel));
        Assert.Equal(PinOutcome.Wrong, await TryAsync(Right));
        Assert.Equal(PinOutcome.Right, await TryAsync("246810"));
    }

    [Fact]
    public async Task A_configuration_changes_no_PIN()
    {
        var config = new HouseConfig(Database, clock);
        Assert.Empty(await config.ApplyAsync((await config.ExportAsync(Cancel)).Replace("Margaret", "Maggie", StringComparison.Ordinal), Cancel));
        await desks.ReloadAsync(Cancel);
        Assert.True(Desk.HasPin);
        Assert.Equal(PinOutcome.Right, await TryAsync(Right));
    }

    [Fact]
    public async Task Three_wrong_ones_shut_the_door_to_the_right_one_too_for_a_quarter_of_an_hour()
    {
        Assert.Equal(PinOutcome.Wrong, await TryAsync("111222", times: 3));
        clock.Now += PinDoor.LongestForTheBoss - TimeSpan.FromSeconds(1);
        Assert.Equal(PinOutcome.Shut, await TryAsync(Right));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(PinOutcome.Right, await TryAsync(Right));
        Assert.Equal(PinOutcome.Wrong, await TryAsync("111222", times: 2));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_try_and_lets_nobody_in()
    {
        var call = Call(Cell);
        Assert.Equal(PinOutcome.Wrong, await pins.TryAsync(Desk, call, 1, "111222", Cancel));
        Assert.Equal(PinOutcome.Wrong, await pins.TryAsync(Desk, call, 1, Right, Cancel));
        Assert.Equal(1, await ValueAsync<int>("select tries from pin_doors"));
    }

    [Fact]
    public async Task The_boss_is_told_once_an_hour_and_the_people_at_the_desk_each_time()
    {
        await TryAsync("111222", Unlisted, times: 3);
        clock.Now += TimeSpan.FromMinutes(20);
        await TryAsync("111222", Unlisted);
        var text = await ValueAsync<string>("select body from intents");
        Assert.Equal("FrontDesk: 3 wrong PINs on your line. That phone can't get the brief until 10:15 AM. If that was not you, change the PIN.", text);
        Assert.Equal(1, await ValueAsync<int>("select count(*) from intents"));
        Assert.Equal(["4 wrong PINs from one phone", "3 wrong PINs from one phone"], (await pins.AlarmsAsync(Desk.Id, Cancel)).Select(alarm => alarm.Title(Desk)));

        clock.Now += TimeSpan.FromMinutes(61);
        await TryAsync("111222", times: 3);
        Assert.Equal(2, await ValueAsync<int>("select count(*) from intents where body like '%Your phone ..01%' or body like '%That phone%'"));
        Assert.Equal("3 wrong PINs under the number of the boss's cell", (await pins.AlarmsAsync(Desk.Id, Cancel))[0].Title(Desk));
    }

    /// <summary>The rule's ten thousand, on the books: fewer calls a second, the boss in between.</summary>
    [Fact]
    public async Task Guessing_from_five_hundred_numbers_gets_nobody_in_and_keeps_the_boss_s_phone_in()
    {
        for (var guess = 0; guess < 1500; guess++)
        {
            var from = $"+1{212 + (guess % 500 / 100)}55501{guess % 100:00}";
            Assert.NotEqual(PinOutcome.Right, await TryAsync(guess == 777 ? Right : $"{900_000 + guess}", from));
            clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(PinOutcome.Right, await TryAsync(Right));
        Assert.Equal(PinOutcome.Shut, await TryAsync(Right, Unlisted));
        Assert.InRange(await ValueAsync<int>("select tries from pin_doors where door = 'line'"), 10, 20);
    }

    private async Task<PinOutcome> TryAsync(string pin, string from = Cell, int times = 1)
    {
        var outcome = PinOutcome.Wrong;
        for (var time = 0; time < times; time++)
        {
            outcome = await pins.TryAsync(Desk, Call(from), 1, pin, Cancel);
        }

        return outcome;
    }

    private IncomingCall Call(string from) => new()
    {
        CallSid = $"CA{++sids:x32}",
        From = CallerId.Of(from),
        FromAsSent = from,
        Dialled = "+13105550100",
        Status = CallStatus.InProgress,
        Inbound = true,
        Heard = new Heard.Nothing(),
    };

    private Task<T?> ValueAsync<T>(string sql) => Database.ReadAsync(look => look.FirstOrDefaultAsync<T>(sql), Cancel);
}
