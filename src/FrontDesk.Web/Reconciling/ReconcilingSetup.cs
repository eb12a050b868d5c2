using FrontDesk.Web.Calls;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.Telephony;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FrontDesk.Web.Reconciling;

/// <summary>The comparison with the carrier's lists: what makes it, and when.</summary>
public static class ReconcilingSetup
{
    public static IServiceCollection AddReconciling(this IServiceCollection services)
    {
        services.AddSingleton<RunBook>();
        services.AddSingleton<FoundList>();
        services.AddSingleton<Tombstones>();
        services.AddSingleton<MissedCalls>();
        services.AddSingleton<MissedTexts>();
        services.AddSingleton<SentOut>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<ReconcileClock>();
        return services.AddHostedService(provider => provider.GetRequiredService<ReconcileClock>());
    }

    /// <summary>All that it takes to compare once, on a command line: nobody is answered, and nothing is sent.</summary>
    public static IServiceCollection AddComparing(this IServiceCollection services, Settings settings)
    {
        services.TryAddSingleton(settings);
        services.AddSingleton<PhoneBook>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<CallsUnderWay>();
        services.AddSingleton<SheetChanges>();
        services.AddSingleton<ChangeFeed>();
        services.AddPresence();
        services.AddSingleton<ReminderBell>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Inquiry>();
        return services.AddOutgoing(settings).AddReconciling();
    }
}
