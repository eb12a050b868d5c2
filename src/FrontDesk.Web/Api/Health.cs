using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Api;

/// <summary>Whether the service lives, and whether it can write calls down: for whoever watches over it.</summary>
public static class Health
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
        app.MapGet("/health/engine", EngineAsync).ExcludeFromDescription();
        // Null where the machine does not say.
        app.MapGet("/health/zones", () => Results.Json(new { TimeZoneRules = TimeZoneRules.Edition })).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(Migrator migrator, IHostApplicationLifetime life, CancellationToken cancel)
    {
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            return NotReady("This node is going.");
        }

        try
        {
            var lacking = await migrator.LackingAsync(cancel);
            return lacking.Count == 0 ? Results.Text("ready") : NotReady($"The schema waits for {string.Join(", ", lacking)}: run migrate.");
        }
        catch (Exception fault) when (fault is DbException or DatabaseUnavailableException)
        {
            return NotReady("The database does not answer.");
        }
    }

    private static async Task<IResult> EngineAsync(EngineHealth engine, CancellationToken cancel)
    {
        try
        {
            return Results.Json(await engine.LookAsync(cancel), Json);
        }
        catch (Exception fault) when (fault is DbException or DatabaseUnavailableException)
        {
            return NotReady("The database does not answer.");
        }
    }

    private static IResult NotReady(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
