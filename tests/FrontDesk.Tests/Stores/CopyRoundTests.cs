using FrontDesk.Copies;
using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public sealed class CopyRoundOnSqliteTests() : CopyRoundTests(DatabaseEngine.Sqlite);

public sealed class CopyRoundOnSqlServerTests() : CopyRoundTests(DatabaseEngine.SqlServer);

/// <summary>Copies made at set times by the reminder round. The desk opens on a Monday at ten in California.</summary>
public abstract class CopyRoundTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly CopyOrders Thrice = new()
    {
        Times = [new CopyTime { At = new(9, 0) }, new CopyTime { At = new(12, 30) }, new CopyTime { At = new(18, 30) }],
    };

    private RemindedDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = await RemindedDesk.OpenAsync(Database);
    }

    [Fact]
    public async Task A_copy_is_made_at_each_set_time_and_none_for_the_times_before_it_was_set()
    {
        await desk.ChangeAsync(was => was with { Copies = Thrice });
        await desk.PassesAsync(TimeSpan.FromHours(24));
        Assert.Equal(["12:30", "18:30", "09:00"], await TimesAsync());
        Assert.All(await ListedAsync(), copy => Assert.Equal((CopyReason.SetTime, CopyRound.TheClock), (copy.Reason, copy.MadeBy)));
    }

    [Fact]
    public async Task A_desk_that_is_set_to_nothing_makes_none()
    {
        await desk.PassesAsync(TimeSpan.FromHours(48));
        Assert.Empty(await ListedAsync());
    }

    [Fact]
    public async Task After_an_outage_of_days_one_copy_is_made_not_many()
    {
        await desk.ChangeAsync(was => was with { Copies = Thrice });
        await desk.RoundAsync();
        desk.Clock.Now += TimeSpan.FromHours(51);
        await desk.RoundAsync();
        var copy = Assert.Single(await ListedAsync());
        Assert.Equal((desk.Clock.Now, desk.Clock.Now - TimeSpan.FromHours(0.5)), (copy.MadeAt, copy.DueAt));
    }

    [Fact]
    public async Task Two_nodes_make_one_copy_between_them()
    {
        await desk.ChangeAsync(was => was with { Copies = Thrice });
        await desk.RoundAsync();
        var others = new DeskBook(Database);
        await others.ReloadAsync(Cancel);
        var making = new CopyMaking(Database, new CurrentSheet(new SheetStore(Database), others, desk.Clock), RemindedDesk.Settings, desk.Clock);
        var other = new CopyRound(Database, others, making, desk.Clock);

        desk.Clock.Now += TimeSpan.FromHours(3);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => (at % 2 == 0 ? desk.CopyRound : other).MakeDueAsync(Cancel), Cancel)));
        Assert.Equal(1, made.Sum());
        Assert.Single(await ListedAsync());
    }

    [Fact]
    public async Task Other_times_count_from_when_they_were_set_and_other_settings_leave_them()
    {
        await desk.ChangeAsync(was => was with { Copies = Thrice });
        await desk.PassesAsync(TimeSpan.FromHours(5));
        await desk.ChangeAsync(was => was with { Copies = Thrice with { Times = [.. Thrice.Times, new CopyTime { At = new(14, 0) }] } });
        await desk.PassesAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["12:30"], await TimesAsync());
        await desk.ChangeAsync(was => was with { Persona = "Alex" });
        await desk.PassesAsync(TimeSpan.FromHours(4));
        Assert.Equal(["12:30", "18:30"], await TimesAsync());
    }

    [Theory]
    [InlineData("2026-03-08T09:55:00Z", 2, 30, "2026-03-08T10:00:00Z")] // 01:55 PST; 02:30 does not exist
    [InlineData("2026-11-01T07:55:00Z", 1, 30, "2026-11-01T08:30:00Z")] // 00:55 PDT; 01:30 comes twice, the first counts
    public async Task When_the_clocks_change_a_copy_is_made_once(string from, int hour, int minute, string made)
    {
        desk.Clock.Now = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        await desk.ChangeAsync(was => was with { Copies = new CopyOrders { Times = [new CopyTime { At = new(hour, minute), Days = Enum.GetValues<DayOfWeek>() }] } });
        await desk.PassesAsync(TimeSpan.FromHours(12));
        Assert.Equal(DateTimeOffset.Parse(made, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await ListedAsync()).MadeAt);
    }

    private Task<IReadOnlyList<ListedCopy>> ListedAsync() => desk.Copies.NewestAsync(desk.Desk.Id, null, 50, Cancel);

    /// <summary>Oldest first, on the desk's wall.</summary>
    private async Task<IEnumerable<string>> TimesAsync()
    {
        var clock = new FrontDesk.Desks.DeskClock(desk.Desk);
        return (await ListedAsync()).Reverse().Select(copy => clock.Local(copy.MadeAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
