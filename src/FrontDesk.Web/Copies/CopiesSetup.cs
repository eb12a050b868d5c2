using FrontDesk.Web.Mail;

namespace FrontDesk.Web.Copies;

/// <summary>Clean copies: made, kept, shown and mailed.</summary>
public static class CopiesSetup
{
    public static IServiceCollection AddCopies(this IServiceCollection services)
    {
        services.AddSingleton<CleanCopies>();
        services.AddSingleton<CopyMaking>();
        services.AddSingleton<CopyRound>();
        services.AddSingleton<CopyPost>();
        services.AddSingleton<MailServer>();
        services.AddSingleton<Postman>();
        return services.AddHostedService<MailClock>();
    }
}
