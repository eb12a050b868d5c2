using FrontDesk.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Contacts;

/// <summary>Works out how the names sound, and where they stand in the book, on cards that were written before either was.</summary>
internal sealed class SoundsAtStart(Database database) : IHostedService
{
    private const int Batch = 500;

    private readonly string unheard = "select id, name, sort_name from contacts where sound is null order by id" + database.Dialect.FirstRows(Batch);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        int heard;
        do
        {
            heard = await ListenAsync(cancellationToken);
        }
        while (heard == Batch);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>How many cards there were.</returns>
    private Task<int> ListenAsync(CancellationToken cancel) => database.WriteAsync(
        async work =>
        {
            var cards = await work.Prepared(unheard).ListAsync(row => (Id: row.Id(0), Name: row.Text(1), SortName: row.TextOrNull(2)));
            foreach (var (id, name, sortName) in cards)
            {
                await work.Prepared("update contacts set sound = @sound, sort_key = @sort_key where id = @id")
                    .With(NameSound.Kept(name)).With(NameKey.InOrder(sortName ?? name)).With(id).ExecuteAsync();
            }

            return cards.Count;
        },
        cancel);
}
