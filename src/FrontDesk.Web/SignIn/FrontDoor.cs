namespace FrontDesk.Web.SignIn;

/// <summary>What every request passes before it is served: headers, error pages, who it is, whether it may.</summary>
public static class FrontDoor
{
    private static readonly string[] ForPrograms = ["/api", "/openapi"];

    // A carrier wants its answers bare, and the simulator speaks for one.
    private static readonly string[] ForMachines = ["/twilio", "/simulator", "/health", "/changes"];

    public static WebApplication UseFrontDoor(this WebApplication app, Settings settings)
    {
        app.UsePublicScheme(settings);
        app.UseSecurityHeaders(settings);
        app.UseWhen(context => IsBelow(context, ForPrograms), programs =>
        {
            programs.UseExceptionHandler();
            programs.UseStatusCodePages();
        });
        app.UseWhen(context => !IsBelow(context, ForPrograms) && !IsBelow(context, ForMachines), people =>
        {
            people.UseExceptionHandler("/error");
            people.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        // After the error pages, so that a request they send round again is routed again.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        // Behind the doors, so that each token has a measure of its own.
        app.UseRateLimiter();
        return app;
    }

    private static bool IsBelow(HttpContext context, string[] roots) =>
        roots.Any(root => context.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
