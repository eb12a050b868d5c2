namespace FrontDesk.Web.Sheet;

/// <summary>The phone sheet: its pages, its wire to open browsers, and what it reads and writes.</summary>
public static class SheetSetup
{
    public static IServiceCollection AddSheet(this IServiceCollection services)
    {
        services.AddSingleton<SheetStore>();
        services.AddSingleton<CurrentSheet>();
        services.AddSingleton<SheetMarks>();
        services.AddSingleton<SheetUndo>();
        services.AddSingleton<SheetChanges>();
        services.AddSingleton<SheetWire>();
        services.AddSingleton<CallHistory>();
        services.AddRazorPages();
        return services;
    }

    public static void MapSheet(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/changes", SheetWire.Open).ExcludeFromDescription();
    }
}
