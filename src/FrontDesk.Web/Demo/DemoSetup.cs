using FrontDesk.Simulator;
using FrontDesk.Simulator.Page;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FrontDesk.Web.Demo;

/// <summary>The demo: the simulator stands in for Twilio, and the whole service runs on its clock. Absent otherwise.</summary>
public static class DemoSetup
{
    private const string Api = "/simulator/api";

    /// <summary>Comes before everything that asks for the time.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, Settings settings)
    {
        if (!settings.Demo)
        {
            return services;
        }

        var clock = SimulatorClock.Live();
        services.TryAddSingleton<TimeProvider>(clock);
        services.AddSingleton(new Carrier(new CarrierOptions { AccountSid = settings.Twilio.AccountSid, AuthToken = settings.Twilio.AuthToken }, clock));
        services.AddSingleton<DemoTelephones>();
        return services.AddHostedService(provider => provider.GetRequiredService<DemoTelephones>());
    }

    public static IEndpointRouteBuilder MapDemo(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<Carrier>() is not { } carrier)
        {
            return routes;
        }

        // Open to this computer only, like every page of the demo; the carrier asks for its account and token besides.
        routes.MapCarrier(carrier, Api);
        var telephones = routes.ServiceProvider.GetRequiredService<DemoTelephones>();
        routes.MapSimulatorPage(carrier, () => telephones.OnThePage);
        return routes;
    }
}
