using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FrontDesk.Tests.Support;

/// <summary>The real program on a real server, on the story's clock; what goes wrong in it is noted.</summary>
internal sealed class DeskHost : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<string> faults;

    public DeskHost(IReadOnlyDictionary<string, string> settings, TimeProvider clock, ConcurrentQueue<string> faults)
    {
        (this.settings, this.clock, this.faults) = (settings, clock, faults);
        UseKestrel(0);
        StartServer();
    }

    public Uri Reached => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Nothing of the machine's user-secrets is to be in a test.
        builder.UseEnvironment("Production");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new FaultLog(faults)));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(clock);
            services.AddSingleton<IStartupFilter>(new Watch(faults));
        });
    }

    /// <summary>F19: the carrier follows a redirect without the form; and a 5xx is never an answer.</summary>
    private sealed class Watch(ConcurrentQueue<string> faults) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(NoteAsync);
            next(app);
        };

        private async Task NoteAsync(HttpContext context, RequestDelegate next)
        {
            await next(context);
            var isWebhook = context.Request.Path.StartsWithSegments("/twilio", StringComparison.OrdinalIgnoreCase);
            if (context.Response.StatusCode >= 500 || (isWebhook && context.Response.StatusCode is >= 300 and < 400))
            {
                faults.Enqueue($"{context.Request.Path} answered {context.Response.StatusCode}");
            }
        }
    }
}
