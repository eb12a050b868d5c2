using FrontDesk.Web;

// The settings lie beside the program; what it keeps lies where it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
try
{
    await FrontDeskApp.Build(builder).RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
