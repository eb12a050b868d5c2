namespace FrontDesk.Web.Reconciling;

/// <summary>The comparison with the carrier's lists: what makes it, and when.</summary>
public static class ReconcilingSetup
{
    public static IServiceCollection AddReconciling(this IServiceCollection services)
    {
        services.AddSingleton<RunBook>();
        services.AddSingleton<Tombstones>();
        services.AddSingleton<MissedCalls>();
        services.AddSingleton<MissedTexts>();
        services.AddSingleton<SentOut>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<ReconcileClock>();
        return services.AddHostedService(provider => provider.GetRequiredService<ReconcileClock>());
    }
}
