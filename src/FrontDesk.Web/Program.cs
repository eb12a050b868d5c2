using FrontDesk.Web;
using FrontDesk.Web.Commands;

return await CommandLine.RunAsync(args, static args => FrontDeskApp.Build(FrontDeskApp.NewBuilder(args)).RunAsync());
