using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using FrontDesk.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FrontDesk.Web.Api;

/// <summary>The API's door: a bearer token, of which only the hash is kept.</summary>
public sealed class TokenDoor(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Database database, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Token";

    // "Last used" is to the hour: a write for each request would be the dearest part of it.
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromHours(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string Bearer = "Bearer ";
        if (Request.Headers.Authorization is not [{ } given] || !given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(given[Bearer.Length..].Trim())));
        var token = await database.ReadAsync(
            look => look.FirstOrDefaultAsync<TokenRow>(
                "select id, name, last_used_at from tokens where hash = @hash and revoked_at is null", new { hash }),
            Context.RequestAborted);
        if (token is null)
        {
            return AuthenticateResult.Fail("No such token.");
        }

        await NoteUseAsync(token);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, token.Id.ToString()), new Claim(ClaimTypes.Name, token.Name)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private async Task NoteUseAsync(TokenRow token)
    {
        var now = time.GetUtcNow();
        if (token.LastUsedAt is null || token.LastUsedAt < now - UseIsNotedEvery)
        {
            await database.WriteAsync(
                work => work.ExecuteAsync("update tokens set last_used_at = @now where id = @Id", new { now, token.Id }),
                Context.RequestAborted);
        }
    }

    private sealed record TokenRow
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public DateTimeOffset? LastUsedAt { get; init; }
    }
}
