using System.Security.Cryptography;
using FrontDesk.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace FrontDesk.Web.SignIn;

/// <summary>Who may open the desk's pages, and how often they got the password wrong.</summary>
public sealed class UserBook(Database database, IPasswordHasher<string> hasher, TimeProvider time)
{
    private const int FreeTries = 5;
    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(1);

    // Checked when there is no such user, so that the time it takes does not say so.
    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword("nobody", "no such user"));

    public async Task<SignInOutcome> CheckAsync(string name, string password, CancellationToken cancel)
    {
        // Counted before it is judged: tries made at the same moment are tries, too.
        var user = await database.WriteAsync(work => CountTryAsync(work, name), cancel);
        var verdict = hasher.VerifyHashedPassword(name, user?.PasswordHash ?? nobodysHash.Value, password);
        if (user is null || verdict == PasswordVerificationResult.Failed)
        {
            return new SignInOutcome.Refused();
        }

        var hash = verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(name, password) : user.PasswordHash;
        await database.WriteAsync(
            work => work.ExecuteAsync(
                "update users set failures = 0, locked_until = null, password_hash = @hash where id = @Id",
                new { hash, user.Id }),
            cancel);
        return new SignInOutcome.Welcome(user.Id, user.Name, user.Stamp);
    }

    /// <summary>Somebody may sign in from now on. A name that differs from another's in case alone is taken: people do not tell them apart, nor does every engine.</summary>
    /// <param name="replaces">Gives a user who is there a new password, and ends every session of theirs.</param>
    /// <returns>False where the name is taken.</returns>
    public Task<bool> AddAsync(string name, string password, bool replaces, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var user = new { id = Guid.CreateVersion7(now), name, hash = hasher.HashPassword(name, password), stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), now };
        return database.WriteAsync(
            async work =>
            {
                var taken = (await work.QueryAsync<string>("select name from users")).FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
                return await (taken is null
                    ? work.ExecuteAsync("insert into users (id, name, password_hash, failures, stamp, created_at) values (@id, @name, @hash, 0, @stamp, @now)", user)
                    : work.ExecuteAsync(
                        "update users set password_hash = @hash, stamp = @stamp, failures = 0, locked_until = null where name = @taken and @replaces = 1",
                        new { user.hash, user.stamp, taken, replaces = replaces ? 1 : 0 })) > 0;
            },
            cancel);
    }

    /// <summary>A session is good as long as the user's stamp is the one it was made with.</summary>
    public async Task<bool> IsCurrentAsync(Guid userId, string stamp, CancellationToken cancel) =>
        string.Equals(
            stamp,
            await database.ReadAsync(
                look => look.FirstOrDefaultAsync<string>("select stamp from users where id = @userId", new { userId }), cancel),
            StringComparison.Ordinal);

    /// <summary>Null where there is no such user, or the door is shut for now: neither says which.</summary>
    private async Task<UserRow?> CountTryAsync(Work work, string name)
    {
        // Touched first: tries made at the same moment are counted one after the other.
        await work.ExecuteAsync("update users set failures = failures where name = @name", new { name });
        var user = await work.FirstOrDefaultAsync<UserRow>(
            "select id, name, password_hash, failures, locked_until, stamp from users where name = @name", new { name });
        var now = time.GetUtcNow();
        // To SQL Server "jamie" is "Jamie", and so is "Jamie ".
        if (user is null || !string.Equals(user.Name, name, StringComparison.Ordinal) || user.LockedUntil > now)
        {
            return null;
        }

        await work.ExecuteAsync(
            "update users set failures = failures + 1, locked_until = @until where id = @Id",
            new { user.Id, until = LockAfter(user.Failures + 1, now) });
        return user;
    }

    private static DateTimeOffset? LockAfter(int failures, DateTimeOffset now) =>
        failures < FreeTries ? null : now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, failures - FreeTries), LongestLock.TotalMinutes));

    private sealed record UserRow
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string PasswordHash { get; init; } = "";

        public int Failures { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }

        public string Stamp { get; init; } = "";
    }
}

/// <summary>What came of a try at the door.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record Welcome(Guid UserId, string Name, string Stamp) : SignInOutcome;

    /// <summary>Wrong name, wrong password or shut for now: who tries is not told which.</summary>
    public sealed record Refused : SignInOutcome;
}
