using FrontDesk.Web;
using FrontDesk.Web.Api;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Reminders;
using FrontDesk.Web.Sheet;
using FrontDesk.Web.SignIn;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Texts;

var builder = WebApplication.CreateBuilder(args);
var settings = Settings.Read(builder.Configuration);
builder.Services.AddSingleton(settings);
builder.Services.AddDatabase(settings);
builder.Services.AddDesks();
builder.Services.AddTelephony(settings);
builder.Services.AddSheet();
builder.Services.AddReminders();
builder.Services.AddTexts();
builder.Services.AddSignIn(settings);
builder.Services.AddApi();

var app = builder.Build();
app.UseFrontDoor(settings);
app.MapSheet();
app.MapApi();
app.MapHealth();
app.Run();
