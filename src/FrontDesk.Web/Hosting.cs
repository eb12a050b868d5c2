using System.Reflection;
using Microsoft.Extensions.Configuration.Json;

namespace FrontDesk.Web;

/// <summary>Where the house differs from the framework's habits.</summary>
internal static class Hosting
{
    /// <summary>
    /// The framework reads user-secrets in Development only, which shows strangers its error pages; a desk that is live through a tunnel
    /// to "dotnet run" must not. They stand above the settings' files and below the environment.
    /// </summary>
    public static void AddUserSecrets(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            return;
        }

        var sources = builder.Configuration.Sources;
        var secrets = new ConfigurationBuilder().AddUserSecrets(Assembly.GetExecutingAssembly(), optional: true).Sources;
        var afterFiles = sources.IndexOf(sources.OfType<JsonConfigurationSource>().Last()) + 1;
        foreach (var source in secrets)
        {
            sources.Insert(afterFiles, source);
        }
    }

    /// <summary>http://localhost:5080, unless an address or port is configured in one of the framework's ways.</summary>
    public static void ListenByDefault(this WebApplicationBuilder builder)
    {
        string[] ways = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (ways.All(way => string.IsNullOrEmpty(builder.Configuration[way])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }
    }
}
