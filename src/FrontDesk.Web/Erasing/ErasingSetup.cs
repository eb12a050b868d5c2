namespace FrontDesk.Web.Erasing;

/// <summary>Forgetting somebody.</summary>
public static class ErasingSetup
{
    public static IServiceCollection AddErasing(this IServiceCollection services)
    {
        services.AddSingleton<Erasure>();
        services.AddSingleton<ErasureRound>();
        return services.AddHostedService(provider => provider.GetRequiredService<ErasureRound>());
    }
}
