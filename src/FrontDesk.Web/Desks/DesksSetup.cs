using FrontDesk.Web.Contacts;

namespace FrontDesk.Web.Desks;

/// <summary>The desks and their books of contacts.</summary>
public static class DesksSetup
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<DeskBook>();
        services.AddSingleton<PhoneBook>();
        return services.AddHostedService<DesksAtStart>();
    }

    private sealed class DesksAtStart(DeskBook desks) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => desks.ReloadAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
