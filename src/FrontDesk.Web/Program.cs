using FrontDesk.Web;
using FrontDesk.Web.Commands;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;

return await CommandLine.RunAsync(args, ServeAsync);

static async Task ServeAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddUserSecrets();
    builder.ListenByDefault();
    var settings = Settings.Read(builder.Configuration);

    builder.Logging.ClearProviders().AddJsonConsole();
    builder.Services.AddDatabase(settings);
    builder.Services.AddDesks();

    await using var app = builder.Build();
    await app.RunAsync();
}
