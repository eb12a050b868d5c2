using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>Each page test has a house of its own, and a client at its door.</summary>
public abstract class PageTest : IAsyncLifetime
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected HttpClient Client { get; private set; } = null!;

    private protected SheetHouse House { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        House = await SheetHouse.OpenAsync();
        Client = House.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
