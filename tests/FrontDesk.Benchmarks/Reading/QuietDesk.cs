using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FrontDesk.Benchmarks.Reading;

/// <summary>The product put together as it ships, and not started: nothing runs but what is measured, and its clock stands at noon.</summary>
public sealed class QuietDesk : IAsyncDisposable
{
    private readonly WebApplication app;

    private QuietDesk(WebApplication app, Guid deskId) => (this.app, DeskId) = (app, deskId);

    public Guid DeskId { get; }

    public static async Task<QuietDesk> OpenAsync(string database, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "FrontDesk.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
            ProductEnvironment.For(database).Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(new Noon());
        var app = FrontDeskApp.Build(builder);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancel);
        var desks = app.Services.GetRequiredService<DeskBook>();
        await desks.ReloadAsync(cancel);
        return new(app, desks.All[0].Id);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Seeding.PastCalls.Now;
    }
}
