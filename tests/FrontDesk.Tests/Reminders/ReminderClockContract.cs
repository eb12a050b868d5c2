using System.Collections.Concurrent;
using FrontDesk.Desks;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Reminders;

/// <summary>What every clock of the reminders does: the real program, on the machine's own time, before a carrier that takes every text.</summary>
public abstract class ReminderClockContract(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> faults = [];
    private readonly Desk desk = Some.Desk() with
    {
        Hours = new DeskHours { WakingFrom = default, WakingTo = default, Opens = new(9, 0), Closes = new(18, 0) },
        Phones = [new BossPhone { Id = Some.Id(), Number = RemindedDesk.Cell, Label = "cell", TakesTexts = true }],
    };

    private TestBooks kept = null!;
    private OddCarrier carrier = null!;
    private DeskHost host = null!;
    private int texts;

    protected abstract string Clock { get; }

    protected DatabaseEngine Engine => engine;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        kept = await TestBooks.LendAsync(engine, Cancel);
        carrier = await OddCarrier.OpenAsync();
        carrier.Answer = context => context.Request.Path.Value!.EndsWith("/Messages.json", StringComparison.Ordinal) && HttpMethods.IsPost(context.Request.Method)
            ? OddCarrier.Says(201, $$"""{"sid":"SM{{Interlocked.Increment(ref texts):x32}}","status":"queued"}""")(context)
            : OddCarrier.Says(404, "")(context);
        Start();
        await host.Services.GetRequiredService<DeskBook>().SaveAsync(desk, Cancel);
        await host.Services.GetRequiredService<PhoneBook>().SaveAsync(Some.Contact(desk, "Danni Okafor", "+13105550143") with { WantsToTalk = true }, Cancel);
    }

    [Fact]
    public async Task What_became_due_while_nobody_ran_goes_out_at_the_start()
    {
        await host.DisposeAsync();
        await using (var books = DatabaseSetup.Open(engine, kept.ConnectionString))
        {
            await DanniRangAsync(books);
        }

        Assert.Equal(0, texts);
        Start();

        await TextsAreAsync(1);
    }

    [Fact]
    public async Task The_bell_wakes_it_at_once()
    {
        await DanniRangAsync(host.Services.GetRequiredService<Database>());
        host.Services.GetRequiredService<ReminderBell>().Ring();

        await TextsAreAsync(1);
    }

    [Fact]
    public async Task What_is_due_later_goes_out_then_and_not_before()
    {
        await DanniRangAsync(host.Services.GetRequiredService<Database>());
        host.Services.GetRequiredService<ReminderBell>().Ring();
        await TextsAreAsync(1);

        // The next nudge is a quarter of an hour away, which no test waits for.
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(3);
        await host.Services.GetRequiredService<Database>().WriteAsync(work => work.ExecuteAsync("update reminders set due_at = @due where state = 1", new { due }), Cancel);
        host.Services.GetRequiredService<ReminderBell>().Ring();
        await TextsAreAsync(2);

        Assert.True(TimeProvider.System.GetUtcNow() >= due);
        Assert.Empty(faults);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await carrier.DisposeAsync();
        await kept.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private void Start() => host = new DeskHost(
        new Dictionary<string, string>(kept.Settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)), StringComparer.Ordinal)
        {
            ["PublicUrl"] = "https://desk.example.org",
            ["Twilio:AccountSid"] = OddCarrier.Account,
            ["Twilio:AuthToken"] = "a-token",
            ["Twilio:ApiBaseUrl"] = carrier.Settings.ApiBaseUrl.ToString(),
            ["Reminders:Clock"] = Clock,
        },
        TimeProvider.System,
        faults);

    private async Task TextsAreAsync(int many)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (texts < many && TimeProvider.System.GetElapsedTime(began) < LongEnough)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        Assert.Equal(many, texts);
    }

    /// <summary>Her call, which the boss wants to have, is just over.</summary>
    private Task DanniRangAsync(Database books) => books.WriteAsync(
        async work =>
        {
            var contact = await work.FirstOrDefaultAsync<Guid>("select id from contacts where name = 'Danni Okafor'");
            await work.ExecuteAsync(
                """
                insert into calls (id, desk_id, line_number, direction, live, status, party, contact_id, caller_from, said_name, number, regarding,
                  wants_return, says_urgent, step, attempt, received_at, ended_at, ball, planned, version)
                values (@id, @deskId, '+13105550100', 1, 0, 10, @party, @contact, '+13105550143', 'Danni Okafor', '+13105550143', 'the lease',
                  1, 0, 9, 1, @ended, @ended, 1, 0, 0)
                """,
                new { id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), deskId = desk.Id, party = contact.ToString(), contact, ended = TimeProvider.System.GetUtcNow() });
        },
        Cancel);
}
