using FrontDesk.Web.Desks;

namespace FrontDesk.Web.Commands;

/// <summary>"config export" and "config apply".</summary>
internal static class ConfigVerbs
{
    public static async Task<int> ExportAsync(VerbCall call, CancellationToken cancel)
    {
        var file = call.Word("the file to write");
        call.NothingElse();
        await call.OpenBooksAsync(cancel);
        await File.WriteAllTextAsync(file, await call.Of<HouseConfig>().ExportAsync(cancel), cancel);
        Console.WriteLine($"Wrote {file}.");
        return Verb.Fine;
    }

    public static async Task<int> ApplyAsync(VerbCall call, CancellationToken cancel)
    {
        var file = call.Word("the file to read");
        call.NothingElse();
        var json = await File.ReadAllTextAsync(file, cancel);
        await call.OpenBooksAsync(cancel);
        var problems = await call.Of<HouseConfig>().ApplyAsync(json, cancel);
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        Console.WriteLine(problems.Count == 0 ? $"Applied {file}. A desk that is running sees it when it is restarted." : "Nothing was changed.");
        return problems.Count == 0 ? Verb.Fine : Verb.Problem;
    }
}
