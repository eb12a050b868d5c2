using System.Text.Json.Nodes;
using FrontDesk.Desks;
using FrontDesk.Office;
using FrontDesk.Tests.Rules;
using FrontDesk.Tests.Sheet;
using FrontDesk.Web;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Office;
using FrontDesk.Web.Sheet;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class OfficeStoreTests(DatabaseEngine engine) : StoreTest(engine)
{
    private static readonly OfficeNotes Told = new()
    {
        Referred = true,
        ReferredBy = "Suzie Smith",
        Job = "Art production assistant",
        Department = "the Art Department",
        Listing = "Art production assistant",
        ToldNoCalls = true,
        ResumeSent = false,
        Availability = Availability.VideoNow,
        When = "tomorrow at ten",
    };

    private readonly Desk desk = Some.Desk() with { Office = TheOffice.Lighthouse with { Wording = new OfficeWording { Greeting = "{show}, good day." } } };

    private HouseConfig Config => field ??= new(Database, TimeProvider.System);

    [Fact]
    public async Task An_office_comes_back_as_it_was_saved_and_can_become_an_executives_desk_again()
    {
        await new DeskBook(Database).SaveAsync(desk, Cancel);

        var saved = await OnlyDeskAsync();
        Assert.Equal(DeskKind.ProductionOffice, saved.Kind);
        Assert.Equivalent(desk.Office, saved.Office, strict: true);

        await new DeskBook(Database).SaveAsync(saved with { Office = null }, Cancel);
        Assert.Equal(DeskKind.Executive, (await OnlyDeskAsync()).Kind);
    }

    [Fact]
    public async Task What_was_exported_makes_the_same_office_elsewhere_and_applied_again_changes_nothing()
    {
        await new DeskBook(Database).SaveAsync(desk, Cancel);
        var exported = await Config.ExportAsync(Cancel);
        Assert.Contains("Rosa Delgado", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("referred you", exported, StringComparison.Ordinal);

        Assert.Empty(await Config.ApplyAsync(exported, Cancel));
        Assert.Equal(1, (await OnlyDeskAsync()).Version);

        foreach (var table in (string[])["lines", "offices", "desks"])
        {
            await Database.WriteAsync(work => work.ExecuteAsync($"delete from {table}"), Cancel);
        }

        Assert.Empty(await Config.ApplyAsync(exported, Cancel));
        Assert.Equal(exported, await Config.ExportAsync(Cancel));
    }

    [Fact]
    public async Task What_is_wrong_with_an_office_is_reported_under_its_path()
    {
        await new DeskBook(Database).SaveAsync(desk, Cancel);
        var file = JsonNode.Parse(await Config.ExportAsync(Cancel))!;
        var office = file["desks"]![0]!["office"]!.AsObject();
        office.Remove("show");
        office["listings"]![0]!["department"] = "the moon";
        office["wording"]!["goodbye"] = "Thank you, {boss}.";
        office["phone"] = "x";

        Assert.Equal(
            [
                "desks[0].office.listings: \"the moon\", where Art production assistant is wanted, is none of the departments",
                "desks[0].office.phone: is not known",
                "desks[0].office.show: is missing",
                "desks[0].office.wording.goodbye: {boss} stands for nothing",
            ],
            (await Config.ApplyAsync(file.ToJsonString(), Cancel)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_call_gave_stands_on_the_sheet_and_in_the_log_and_is_kept_once()
    {
        await new DeskBook(Database).SaveAsync(desk, Cancel);
        var call = await Database.RingsAsync(desk, new SeedCall());
        var without = await Database.RingsAsync(desk, new SeedCall { Id = Some.Id() });

        await Database.WriteAsync(work => work.KeepApplicationAsync(call, Told with { When = null }).AsTask(), Cancel);
        await Database.WriteAsync(work => work.KeepApplicationAsync(call, Told).AsTask(), Cancel);

        var owed = await new SheetStore(Database).OwedAsync(desk.Id, Cancel);
        Assert.Equal(Told, owed.Single(line => line.Id == call).Application);
        Assert.Null(owed.Single(line => line.Id == without).Application);
        var history = new CallHistory(Database);
        Assert.Equal(Told, (await history.FindAsync(call, Cancel))!.ToOfficeNotes());
        Assert.Null((await history.FindAsync(without, Cancel))!.ToOfficeNotes());
    }

    private async Task<Desk> OnlyDeskAsync() => Assert.Single(await Database.ReadAsync(DeskTables.AllAsync, Cancel));
}

public sealed class OfficeStoreOnSqlite() : OfficeStoreTests(DatabaseEngine.Sqlite);

public sealed class OfficeStoreOnSqlServer() : OfficeStoreTests(DatabaseEngine.SqlServer);
