using FrontDesk.Web.Reminders;
using FrontDesk.Web.Reminders.Hangfire;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Telephony.Sdk;
using Hangfire;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;

namespace FrontDesk.Web;

/// <summary>Hangfire and the Twilio SDK, in a build that has them.</summary>
internal static partial class FullNuGet
{
    private const string Dashboard = "/hangfire";

    // Its pages carry their own scripts and styles inline.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static partial void Find(ref bool found) => found = true;

    static partial void BringTwilioSdk(IServiceCollection services, TwilioSettings settings) =>
        services.AddSingleton<ITelephony>(provider => new TwilioSdk(provider.GetRequiredService<CarrierDoor>(), settings));

    static partial void BringHangfireClock(IServiceCollection services, Settings settings)
    {
        services.AddHangfire(hangfire => Keep(hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings(), settings));
        services.AddSingleton<HangfireClock>();
        services.AddTransient(provider => new ReminderJob(provider.GetRequiredService<ReminderRound>(), provider.GetRequiredService<HangfireClock>()));
        services.AddHangfireServer(server =>
        {
            // One at a time is enough, and a second for the sweep.
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        services.AddHostedService(provider => provider.GetRequiredService<HangfireClock>());
    }

    static partial void ShowHangfire(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        if (settings.Clock != ReminderClock.Hangfire)
        {
            return;
        }

        // Who may see it is decided here, by our sign-in, and not by its own filter, which takes a proxy on this machine for a friend (S103).
        var pages = app.MapHangfireDashboard(Dashboard, new DashboardOptions { Authorization = [], DashboardTitle = "FrontDesk's reminders", AppPath = "/" })
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser()
                .RequireAssertion(who => settings.Owners.Contains(who.User.Identity?.Name ?? "", StringComparer.OrdinalIgnoreCase)));
        pages.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
                return next(context);
            };
        });
    }

    private static void Keep(IGlobalConfiguration hangfire, Settings settings)
    {
        if (settings.Engine == DatabaseEngine.SqlServer)
        {
            hangfire.UseSqlServerStorage(
                () => new SqlConnection(settings.ConnectionString),
                new SqlServerStorageOptions { SchemaName = "hangfire", PrepareSchemaIfNecessary = true });
        }
        else
        {
            // Lost at a restart, which costs nothing: the first job of the next start finds in the rows what is due.
            hangfire.UseInMemoryStorage();
        }
    }
}
