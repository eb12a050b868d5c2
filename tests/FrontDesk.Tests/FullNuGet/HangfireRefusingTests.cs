using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Stores;
using FrontDesk.Web;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Reminders.Hangfire;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FrontDesk.Tests.FullNuGet;

public sealed class HangfireRefusingTests() : StoreTest(DatabaseEngine.Sqlite)
{
    private readonly NoHangfire hangfire = new();
    private RemindedDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = await RemindedDesk.OpenAsync(Database);
    }

    [Fact]
    public async Task The_desk_once_ended_where_hangfire_could_not_be_had_at_its_start_and_now_reminds_without_it()
    {
        await desk.DanniRangAsync();

        using var clock = Clock();
        await clock.StartAsync(Cancel);
        for (var began = TimeProvider.System.GetTimestamp(); desk.Carrier.Texts.IsEmpty && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30);)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        Assert.Single(desk.Carrier.Texts);
        Assert.False(clock.ExecuteTask!.IsCompleted);
        await clock.StopAsync(Cancel);
    }

    [Fact]
    public void A_job_that_was_not_taken_was_once_held_to_be_set_and_is_asked_for_again()
    {
        using var clock = Clock();
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1);

        Assert.ThrowsAny<Exception>(() => clock.WakeAt(due));
        Assert.ThrowsAny<Exception>(() => clock.WakeAt(due));

        Assert.Equal(2, hangfire.Asked);
    }

    private HangfireClock Clock() => new(hangfire, hangfire, desk.Round, new ReminderBell(), TimeProvider.System, NullLogger<HangfireClock>.Instance);

    /// <summary>As where its tables are not there.</summary>
    private sealed class NoHangfire : IBackgroundJobClient, IRecurringJobManager
    {
        public int Asked { get; private set; }

        public string Create(Job job, IState state) => throw Refused();

        public bool ChangeState(string jobId, IState state, string expectedState) => throw Refused();

        public void AddOrUpdate(string recurringJobId, Job job, string cronExpression, RecurringJobOptions options) => throw Refused();

        public void Trigger(string recurringJobId) => throw Refused();

        public void RemoveIfExists(string recurringJobId) => throw Refused();

        private InvalidOperationException Refused()
        {
            Asked++;
            return new("There is no such table.");
        }
    }
}
