using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using FrontDesk.Tests.Reminders;
using FrontDesk.Tests.Support;
using FrontDesk.Web;
using FrontDesk.Web.Commands;
using FrontDesk.Web.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace FrontDesk.Tests.Commands;

/// <summary>The real program, run as a newcomer runs it: a process of its own, in an empty folder.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("frontdesk-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_says_first_what_it_would_run_then_what_it_ran_then_nothing()
    {
        string[] scripts = ["0001_the_desk", "0002_the_office", "0003_the_ladder", "0004_who_was_heard", "0005_the_names", "0006_the_book", "0007_names_by_sound", "0008_the_unwanted", "0009_the_reach", "0010_the_connecting", "0011_the_clean_copy", "0012_the_brief", "0013_what_a_call_gave", "0014_the_reminding", "0015_cards_by_number", "0016_the_rungs", "0017_the_reconciling", "0018_the_nodes", "0019_who_is_there", "0020_the_forgetting", "0021_the_order_of_the_book", "0022_since_when_a_line"];
        Assert.Equal((Verb.Fine, string.Join('\n', scripts.Select(script => $"would run {script}"))), await RunAsync("migrate --dry-run"));
        Assert.Equal((Verb.Fine, string.Join('\n', scripts.Select(script => $"ran {script}"))), await RunAsync("migrate"));
        Assert.Equal((Verb.Fine, "The database is up to date."), await RunAsync("migrate"));
        Assert.True(File.Exists(Path.Combine(folder, "data", "frontdesk.db")));
    }

    [Fact]
    public async Task On_a_server_migrate_says_the_same_and_refuses_a_newer_database_in_a_sentence()
    {
        await using var books = await TestBooks.LendAsync(DatabaseEngine.SqlServer, Cancel);
        (string, string)[] settings = [("Database__Engine", "SqlServer"), ("ConnectionStrings__FrontDesk", books.ConnectionString)];
        var (code, output) = await RunAsync("migrate --dry-run", settings: settings);
        Assert.Equal((Verb.Fine, "The database is up to date."), (code, output.Split('\n')[0]));

        await using (var database = DatabaseSetup.Open(DatabaseEngine.SqlServer, books.ConnectionString))
        {
            await database.WriteAsync(work => work.ExecuteAsync("insert into schema_journal (number, name, hash, applied_at) values (9001, '9001_more', '', 0)"), Cancel);
        }

        Assert.Equal(
            (Verb.Problem, "The database is newer than this FrontDesk: it has 9001_more, which this version does not know. Start the newer version."),
            await RunAsync("migrate", settings: settings));
    }

    [Theory]
    [InlineData("migrat", "There is no \"migrat\".")]
    [InlineData("migrate --dryrun", "migrate does not know \"--dryrun\".")]
    [InlineData("reconcile --fast", "reconcile does not know \"--fast\".")]
    [InlineData("config apply", "config apply needs the file to read.")]
    [InlineData("user add", "user add needs --name and a value.")]
    [InlineData("pin set", "pin set needs --desk and a value.")]
    [InlineData("erase --desk miller", "erase needs --number and a value.")]
    [InlineData("erase --desk miller --number 555", "--number must be in E.164, like +13105550142.")]
    [InlineData("pin set --desk miller 907155", "pin set does not know \"907155\".")]
    public async Task What_is_not_understood_is_misuse_and_shows_the_verbs(string line, string says)
    {
        var (code, output) = await RunAsync(line);

        Assert.Equal(Verb.Misuse, code);
        Assert.StartsWith(says, output, StringComparison.Ordinal);
        Assert.Contains("token add --name NAME", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_goes_in_and_comes_out()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "wrong.json"), """{ "desks": [{ "name": "miller" }] }""", Cancel);

        var (code, output) = await RunAsync("config apply wrong.json");

        Assert.Equal(Verb.Problem, code);
        Assert.Contains("desks[0].bossName: is missing", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", output, StringComparison.Ordinal);
        Assert.Equal((Verb.Fine, "Wrote out.json."), await RunAsync("config export out.json"));
        Assert.Equal((Verb.Fine, "Applied out.json. A desk that is running sees it when it is restarted."), await RunAsync("config apply out.json"));
        Assert.Equal(Verb.Problem, (await RunAsync("config apply missing.json")).Code);
    }

    [Fact]
    public async Task A_token_is_printed_once_and_only_its_hash_is_kept()
    {
        var (code, output) = await RunAsync("token add --name clock");

        var token = output.Split('\n')[0];
        Assert.Equal(Verb.Fine, code);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))),
            await OneAsync("select hash from tokens where name = 'clock'"));
    }

    [Fact]
    public async Task A_user_is_added_with_a_password_nobody_can_read_back_and_replaced_only_on_purpose()
    {
        Assert.Equal((Verb.Fine, "jamie can sign in."), await RunAsync("user add --name jamie", "correct horse battery"));
        var (hash, stamp) = (await OneAsync("select password_hash from users"), await OneAsync("select stamp from users"));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<string>().VerifyHashedPassword("jamie", hash, "correct horse battery"));

        Assert.Equal(Verb.Problem, (await RunAsync("user add --name jamie", "another password")).Code);
        Assert.Equal(Verb.Problem, (await RunAsync("user add --name jamie --replace", "short")).Code);
        Assert.Equal(hash, await OneAsync("select password_hash from users"));

        Assert.Equal(Verb.Fine, (await RunAsync("user add --name jamie --replace", "another password")).Code);
        Assert.NotEqual(stamp, await OneAsync("select stamp from users"));
    }

    [Fact]
    public async Task A_PIN_is_read_from_the_input_and_only_its_hash_is_kept()
    {
        Assert.Equal((Verb.Problem, "There is no desk miller."), await RunAsync("pin set --desk miller", "907155"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "desk.json"),
            """
            { "desks": [{ "name": "miller", "bossName": "Margaret Miller", "persona": "Jamie", "zone": "America/Los_Angeles",
              "hours": { "wakingFrom": "07:00", "wakingTo": "22:30", "opens": "09:00", "closes": "18:00" }, "assistantNumber": "+13105550104" }] }
            """,
            Cancel);
        Assert.Equal(Verb.Fine, (await RunAsync("config apply desk.json")).Code);
        Assert.Equal((Verb.Problem, "A PIN is 6 to 12 digits."), await RunAsync("pin set --desk miller", "9071"));

        Assert.Equal(Verb.Fine, (await RunAsync("pin set --desk miller", "907155")).Code);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<string>().VerifyHashedPassword("", await OneAsync("select pin_hash from brief_desks"), "907155"));

        await RunAsync("config export out.json");
        var exported = await File.ReadAllTextAsync(Path.Combine(folder, "out.json"), Cancel);
        Assert.Contains("\"assistantNumber\": \"+13105550104\"", exported, StringComparison.Ordinal);
        Assert.DoesNotContain(await OneAsync("select pin_hash from brief_desks"), exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_says_how_much_it_would_forget_and_then_forgets_it_without_telling_the_number()
    {
        Assert.Equal((Verb.Problem, "There is no desk miller."), await RunAsync("erase --desk miller --number +13105550142"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "desk.json"),
            """
            { "desks": [{ "name": "miller", "bossName": "Margaret Miller", "persona": "Jamie", "zone": "America/Los_Angeles",
              "hours": { "wakingFrom": "07:00", "wakingTo": "22:30", "opens": "09:00", "closes": "18:00" },
              "lines": [{ "number": "+13105550100", "label": "office" }],
              "contacts": [{ "name": "John Smith", "numbers": [{ "number": "+13105550142", "label": "cell" }] }] }] }
            """,
            Cancel);
        Assert.Equal(Verb.Fine, (await RunAsync("config apply desk.json")).Code);

        Assert.Equal((Verb.Fine, "Would forget +*******0142: 0 calls, 0 texts and 1 card."), await RunAsync("erase --desk miller --number +13105550142 --dry-run"));
        Assert.Equal("John Smith", await OneAsync("select name from contacts"));
        Assert.Equal((Verb.Fine, "+*******0142: Forgotten: 0 calls, 0 texts and 1 card. The carrier keeps a log of its own."), await RunAsync("erase --desk miller --number +13105550142"));
        Assert.Null(await OneAsync("select name from contacts"));
        Assert.Equal((Verb.Problem, "That is a number of the desk's own people."), await RunAsync("erase --desk miller --number +13105550100"));
    }

    [Fact]
    public async Task Settings_that_make_no_desk_are_all_named_at_once()
    {
        var (code, output) = await RunAsync("migrate", settings: [("Twilio__AccountSid", "nonsense"), ("Database__Engine", "Oracle")]);

        Assert.Equal(Verb.Problem, code);
        Assert.All(["Twilio:AccountSid", "Twilio:AuthToken", "Database:Engine", "PublicUrl"], name => Assert.Contains(name, output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_says_what_was_missing_and_ends_with_one_where_something_was()
    {
        await using var carrier = await OddCarrier.OpenAsync();
        var calls = "";
        carrier.Answer = context => context.Response.WriteAsync(context.Request.Path.Value!.Split('/')[^1] switch
        {
            "Calls.json" => $$"""{"calls":[{{calls}}]}""",
            "Messages.json" => """{"messages":[]}""",
            _ => """{"incoming_phone_numbers":[{"phone_number":"+13105550100","voice_url":"https://desk.example.org/twilio/voice"}]}""",
        });
        (string, string)[] settings =
        [
            ("Twilio__AccountSid", OddCarrier.Account), ("Twilio__AuthToken", "a-token"), ("Twilio__ApiBaseUrl", carrier.Settings.ApiBaseUrl.AbsoluteUri),
            ("PublicUrl", "https://desk.example.org"), ("Database__MigrateAtStart", "true"),
        ];
        Assert.Equal((Verb.Fine, "Compared with the carrier: 3 of 3 lists read, 0 calls and 0 texts.\nNothing was missing."), await RunAsync("reconcile", settings: settings));

        calls = $$"""{"sid":"CA{{new string('a', 32)}}","from":"+13105550177","to":"+13105550100","direction":"inbound","status":"completed","start_time":"{{TimeProvider.System.GetUtcNow():r}}"}""";
        var (code, output) = await RunAsync("reconcile", settings: settings);
        Assert.Equal(Verb.Problem, code);
        Assert.Contains("1 call had never reached us and is on the sheet now, missed while we were down.", output, StringComparison.Ordinal);
        Assert.Equal("+13105550177", await OneAsync("select caller_from from calls"));

        Assert.Equal(Verb.Fine, (await RunAsync("reconcile", settings: settings)).Code);
        carrier.Answer = OddCarrier.Says(401, """{"code":20003,"message":"Authenticate","status":401}""");
        (code, output) = await RunAsync("reconcile", settings: settings);
        Assert.Equal(Verb.Problem, code);
        Assert.Contains("Not all of the carrier's lists could be read (numbers: the carrier does not take our credentials).", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_demo_the_carrier_is_the_running_desk_s_own() =>
        Assert.Equal((Verb.Problem, "The demo's carrier lives within the desk that is running: see /reconcile there."), await RunAsync("reconcile"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> OneAsync(string sql)
    {
        await using var database = DatabaseSetup.Open(DatabaseEngine.Sqlite, $"Data Source={Path.Combine(folder, "data", "frontdesk.db")}");
        return (await database.ReadAsync(look => look.FirstOrDefaultAsync<string>(sql), Cancel))!;
    }

    private async Task<(int Code, string Output)> RunAsync(string line, string input = "", params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FrontDesk.Web.dll"), .. line.Split(' ')])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, (await output + errors).Trim());
    }
}
