namespace FrontDesk.Web;

/// <summary>What only a build with a complete package source has (<c>-p:FullNuGet=true</c>); in every other these say that it is missing.</summary>
internal static partial class FullNuGet
{
    /// <summary>Whether Hangfire and the Twilio SDK are built in.</summary>
    public static bool IsBuiltIn
    {
        get
        {
            var found = false;
            Find(ref found);
            return found;
        }
    }

    public static IServiceCollection AddTwilioSdk(IServiceCollection services, TwilioSettings settings)
    {
        BringTwilioSdk(services, settings);
        return services;
    }

    public static IServiceCollection AddHangfireClock(IServiceCollection services, Settings settings)
    {
        BringHangfireClock(services, settings);
        return services;
    }

    public static void MapHangfire(WebApplication app) => ShowHangfire(app);

    // Settings.Read refuses what is not built in, so that none of these is ever asked in vain.
    static partial void Find(ref bool found);

    static partial void BringTwilioSdk(IServiceCollection services, TwilioSettings settings);

    static partial void BringHangfireClock(IServiceCollection services, Settings settings);

    static partial void ShowHangfire(WebApplication app);
}
