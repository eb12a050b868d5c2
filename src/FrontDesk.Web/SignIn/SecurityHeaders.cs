namespace FrontDesk.Web.SignIn;

/// <summary>What every answer tells the browser: no script but ours, no frame around us, no guessing, no address passed on.</summary>
public static class SecurityHeaders
{
    // No inline script or style anywhere, and no text ever becomes markup in the browser (Trusted Types).
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, Settings settings)
    {
        var secure = !settings.Demo && string.Equals(settings.PublicUrl.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
        return app.Use((context, next) =>
        {
            // When it starts, so that an error page keeps them: the exception page clears what was set before.
            context.Response.OnStarting(() =>
            {
                Add(context.Response.Headers, secure);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Add(IHeaderDictionary headers, bool secure)
    {
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // Calls and names are nobody else's business, not even a shared computer's cache's; assets say otherwise themselves.
        headers.TryAdd("Cache-Control", "no-store");
        if (secure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
