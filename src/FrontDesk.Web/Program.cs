using FrontDesk.Web;
using FrontDesk.Web.Api;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.SignIn;

var builder = WebApplication.CreateBuilder(args);
var settings = Settings.Read(builder.Configuration);
builder.Services.AddSingleton(settings);
builder.Services.AddDatabase(settings);
builder.Services.AddDesks();
builder.Services.AddSingleton<ReminderBell>();
builder.Services.AddSheet();
builder.Services.AddSignIn(settings);
builder.Services.AddApi();

var app = builder.Build();
app.UseFrontDoor(settings);
app.MapSheet();
app.MapApi();
app.MapHealth();
app.Run();
