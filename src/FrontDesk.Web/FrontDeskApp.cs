using FrontDesk.Web.Api;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Calls;
using FrontDesk.Web.Connect;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Demo;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Erasing;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Reach;
using FrontDesk.Web.Reconciling;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.SignIn;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;

namespace FrontDesk.Web;

/// <summary>The whole desk, in the order it is put together: a table of contents.</summary>
public static class FrontDeskApp
{
    /// <summary>The settings lie beside the program; what it keeps lies where it is started.</summary>
    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddUserSecrets();
        builder.ListenByDefault();
        return builder;
    }

    /// <exception cref="SettingsException">The settings do not make a working desk.</exception>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var settings = Settings.Read(builder.Configuration);
        builder.AddLogs(settings);
        builder.WebHost.UseStaticWebAssets();
        AddRooms(builder.Services, settings);

        var app = builder.Build();
        app.UseFrontDoor(settings);
        app.MapTwilio();
        app.MapSheet();
        app.MapBook();
        app.MapApi();
        app.MapHealth();
        FullNuGet.MapHangfire(app);
        app.MapDemo();
        return app;
    }

    // Hosted services start in this order: the books are opened and read before anything answers.
    private static void AddRooms(IServiceCollection services, Settings settings) => services
        .AddDemo(settings)
        .AddDatabase(settings)
        .AddHeartbeat()
        .AddDesks()
        .AddBook()
        .AddOutgoing(settings)
        .AddTelephony(settings)
        .AddBrief(settings)
        .AddCalls(settings)
        .AddReach()
        .AddConnect()
        .AddCopies()
        .AddTexts()
        .AddReminders(settings)
        .AddReconciling()
        .AddErasing()
        .AddSheet()
        .AddNodes(settings)
        .AddSignIn(settings)
        .AddApi();

    private static void AddLogs(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Logging.ClearProviders();
        _ = settings.Demo
            ? builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
            : builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
    }
}
