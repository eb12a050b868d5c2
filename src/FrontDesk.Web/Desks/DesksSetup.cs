using System.Reflection;

namespace FrontDesk.Web.Desks;

/// <summary>The desks, and the file they are kept in.</summary>
public static class DesksSetup
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<DeskBook>();
        services.AddSingleton<DeskWording>();
        services.AddSingleton<BlockedNumbers>();
        services.AddSingleton<BossStays>();
        services.AddSingleton<HouseConfig>();
        return services.AddHostedService<DesksAtStart>();
    }

    /// <summary>Reads the desks, furnishes an empty demo, and says in a sentence each what a desk still lacks.</summary>
    private sealed class DesksAtStart(DeskBook desks, HouseConfig config, Settings settings, ILogger<DeskBook> log) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await desks.ReloadAsync(cancellationToken);
            if (settings.Demo && desks.All.Count == 0)
            {
                await FurnishAsync(cancellationToken);
            }

            foreach (var sentence in WhatIsMissing.At(desks.All, settings))
            {
                WhatIsMissing.Say(log, sentence);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private async Task FurnishAsync(CancellationToken cancel)
        {
            using var seed = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("sql/seed/demo.json")!);
            if (await config.ApplyAsync(await seed.ReadToEndAsync(cancel), cancel) is { Count: > 0 } problems)
            {
                throw new InvalidOperationException($"The demo's seed is wrong: {string.Join("; ", problems)}");
            }

            await desks.ReloadAsync(cancel);
        }
    }
}
