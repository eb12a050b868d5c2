using System.Security.Claims;
using System.Threading.RateLimiting;

namespace FrontDesk.Web.SignIn;

/// <summary>How fast tries at the door and requests of programs may come.</summary>
public static class RateLimits
{
    public const string Tries = "tries";
    public const string Programs = "programs";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "10";
            return ValueTask.CompletedTask;
        };
        // One measure for the whole house: behind a proxy every try seems to come from the same address.
        limits.AddPolicy(Tries, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter("door", _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("look"));
        limits.AddPolicy(Programs, context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = 200, TokensPerPeriod = 100, ReplenishmentPeriod = TimeSpan.FromSeconds(10) }));
    });
}
