using System.Net;
using FrontDesk.Desks;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>The whole service over real HTTP on a port of its own, with one desk and books of its own.</summary>
public sealed class SheetHouse : WebApplicationFactory<Program>
{
    /// <summary>A request says here from where it pretends to come.</summary>
    public const string FromHeader = "X-Test-From";

    private readonly TestBooks books;
    private readonly bool demo;
    private readonly bool isFirst;
    private readonly IReadOnlyList<(string Name, string Value)> settings;

    private SheetHouse(TestBooks books, bool demo, IReadOnlyList<(string Name, string Value)> settings, SheetHouse? beside = null)
    {
        (this.books, this.demo, this.settings, isFirst) = (books, demo, settings, beside is null);
        Clock = beside?.Clock ?? new(Some.Morning.AddHours(1));
        UseKestrel(0);
    }

    public WallClock Clock { get; }

    public Desk Desk { get; private set; } = Some.Desk();

    public Database Database => Services.GetRequiredService<Database>();

    public static async Task<SheetHouse> OpenAsync(bool demo = true, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var house = new SheetHouse(await TestBooks.LendAsync(TestBooks.OfDesks, TestContext.Current.CancellationToken), demo, settings);
        house.StartServer();
        await house.Services.GetRequiredService<DeskBook>().SaveAsync(house.Desk, TestContext.Current.CancellationToken);
        house.Desk = house.Services.GetRequiredService<DeskBook>().Named(house.Desk.Name)!;
        return house;
    }

    /// <summary>Another process on the same books; it is to be closed first.</summary>
    public SheetHouse OpenBeside()
    {
        var house = new SheetHouse(books, demo, settings, beside: this) { Desk = Desk };
        house.StartServer();
        return house;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser without JavaScript: it keeps cookies and follows no redirect by itself.</summary>
    public HttpClient NewClient() => new(new CookieJar { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } })
    {
        BaseAddress = ClientOptions.BaseAddress,
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in books.Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.UseSetting("Demo", demo ? "true" : "false");
        // Nobody listens there: what the desk would text or ring in these tests reaches no one.
        builder.UseSetting("Twilio:ApiBaseUrl", "http://127.0.0.1:9");
        if (!demo)
        {
            builder.UseSetting("Twilio:AccountSid", "AC" + new string('a', 32));
            builder.UseSetting("Twilio:AuthToken", "a token of the tests");
            builder.UseSetting("PublicUrl", "https://desk.example.org");
        }

        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logs => logs.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddTransient<IStartupFilter, PretendedAddress>();
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (isFirst)
        {
            await books.DisposeAsync();
        }
    }

    private sealed class PretendedAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[FromHeader], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }

                return rest(context);
            });
            next(app);
        };
    }
}
