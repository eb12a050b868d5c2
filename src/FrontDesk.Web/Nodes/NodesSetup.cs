using FrontDesk.Web.Data;

namespace FrontDesk.Web.Nodes;

/// <summary>What makes several processes on the same books one desk.</summary>
public static class NodesSetup
{
    /// <summary>Started with the books and stopped last: what others do is held by a process that lives.</summary>
    public static IServiceCollection AddHeartbeat(this IServiceCollection services) => services.AddPresence().AddHostedService<Heartbeat>();

    public static IServiceCollection AddPresence(this IServiceCollection services) =>
        services.AddSingleton(provider => new Presence(provider.GetRequiredService<Database>(), TimeProvider.System));

    public static IServiceCollection AddNodes(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<EngineHealth>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
        // A text under way to the carrier may take ten seconds, and a caller on the line is answered in any case.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30) + settings.LeavesFor);
        return services.AddHostedService<Leaving>();
    }

    /// <summary>Between "not ready" and the shut door, so that a proxy can look elsewhere first.</summary>
    private sealed class Leaving(IHostApplicationLifetime life, Settings settings) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken)
        {
            // Whoever stops the host otherwise than by a signal has not said so yet.
            life.StopApplication();
            return Task.Delay(settings.LeavesFor, TimeProvider.System, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
