using System.Security.Cryptography;
using System.Text;
using FrontDesk.Web.Data;
using FrontDesk.Web.SignIn;
using Microsoft.AspNetCore.Identity;

namespace FrontDesk.Web.Commands;

/// <summary>"user add" and "token add": who may come in, people and programs.</summary>
internal static class AccessVerbs
{
    private const int ShortestPassword = 10;
    private const int LongestName = 200;

    public static async Task<int> AddUserAsync(VerbCall call, CancellationToken cancel)
    {
        var name = Name(call);
        var replaces = call.Flag("--replace");
        call.NothingElse();
        await call.OpenBooksAsync(cancel);
        if (Secret.Ask("Password: ") is not { Length: >= ShortestPassword } password)
        {
            return await SayAsync($"A password has at least {ShortestPassword} characters, typed twice alike.");
        }

        var users = new UserBook(call.Of<Database>(), new PasswordHasher<string>(), call.Of<TimeProvider>());
        if (!await users.AddAsync(name, password, replaces, cancel))
        {
            return await SayAsync($"There is a user {name} already; --replace gives a new password and ends every session of theirs.");
        }

        Console.WriteLine($"{name} can sign in.");
        return Verb.Fine;
    }

    public static async Task<int> AddTokenAsync(VerbCall call, CancellationToken cancel)
    {
        var name = Name(call);
        call.NothingElse();
        await call.OpenBooksAsync(cancel);
        var token = "fd_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = call.Of<TimeProvider>().GetUtcNow();
        await call.Of<Database>().WriteAsync(
            work => work.ExecuteAsync(
                "insert into tokens (id, name, hash, created_at) values (@id, @name, @hash, @now)",
                new { id = Guid.CreateVersion7(now), name, hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))), now }),
            cancel);
        Console.WriteLine(token);
        await Console.Error.WriteLineAsync("Keep it: only its hash is kept here, and it cannot be shown again.");
        return Verb.Fine;
    }

    private static string Name(VerbCall call) => call.Option("--name").Trim() is { Length: > 0 and <= LongestName } name
        ? name
        : throw new MisuseException($"A name has 1 to {LongestName} characters.");

    private static async Task<int> SayAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return Verb.Problem;
    }
}
