using FrontDesk.Web.SignIn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FrontDesk.Web.Api;

/// <summary>The API other programs rely on: below /api/v1, with bearer tokens, described at /openapi/v1.json.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        // What cannot be read is the program's mistake, said as such; in development the framework would throw.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddSingleton<ApiLog>();
        services.AddSingleton<ApiMarks>();
        services.AddSingleton<ApiCards>();
        services.AddSingleton<ApiBook>();
        return services.AddOpenApi("v1", options => options.AddDocumentTransformer(DescribeAsync));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();
        var desks = app.MapGroup("/api/v1/desks")
            .RequireRateLimiting(RateLimits.Programs)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        desks.MapSheetApi();
        desks.MapBriefApi();
        desks.MapCallApi();
        desks.MapMarkApi();
        desks.MapContactApi();
        desks.MapErasureApi();
        desks.MapLogApi();
        desks.MapStayApi();
        desks.MapReachApi();
        desks.MapWordingApi();
        desks.MapCopyApi();
        app.MapReconciliationApi();
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        const string Scheme = "token";
        document.Info = new OpenApiInfo
        {
            Title = "FrontDesk",
            Version = "v1",
            Description = "The phone desk. Numbers are E.164, instants ISO 8601 in UTC. Make a token with the verb \"token add\".",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
