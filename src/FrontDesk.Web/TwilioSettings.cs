using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace FrontDesk.Web;

/// <summary>The account calls and texts go through.</summary>
public sealed partial record TwilioSettings
{
    private const string TwilioLookups = "https://lookups.twilio.com";

    public required string AccountSid { get; init; }

    public required string AuthToken { get; init; }

    /// <summary>While tokens are rotated, a webhook signed with either is genuine.</summary>
    public string? NextAuthToken { get; init; }

    public required Uri ApiBaseUrl { get; init; }

    /// <summary>Where numbers are looked up: Twilio's own host for it, or that of the carrier that stands in for it.</summary>
    public Uri LookupBaseUrl { get; init; } = new(TwilioLookups);

    /// <summary>Strangers' numbers are looked up for a name, which costs a fee each. It is a hint, never a name given.</summary>
    public bool LooksUpNames { get; init; }

    public TwilioClient Client { get; init; } = TwilioClient.Rest;

    /// <summary>Nothing goes out: for training, or for a restored backup.</summary>
    public bool Muted { get; init; }

    internal static TwilioSettings Read(IConfiguration configuration, List<string> problems)
    {
        var account = configuration["Twilio:AccountSid"] ?? "";
        if (!AccountSidShape().IsMatch(account))
        {
            problems.Add("Twilio:AccountSid is missing or wrong: it is AC and 32 hexadecimal digits, on the first page of Twilio's console.");
        }

        var token = configuration["Twilio:AuthToken"] ?? "";
        if (token.Length == 0)
        {
            problems.Add("Twilio:AuthToken is missing: it stands below the account's SID; without it no webhook can be checked.");
        }

        var api = Settings.ReadUrl(configuration, "Twilio:ApiBaseUrl", Settings.TwilioApi, problems);
        return new TwilioSettings
        {
            AccountSid = account,
            AuthToken = token,
            NextAuthToken = configuration["Twilio:NextAuthToken"] is { Length: > 0 } next ? next : null,
            ApiBaseUrl = api,
            LookupBaseUrl = Settings.ReadUrl(configuration, "Twilio:LookupBaseUrl", api == new Uri(Settings.TwilioApi) ? TwilioLookups : api.OriginalString.TrimEnd('/'), problems),
            LooksUpNames = Settings.ReadFlag(configuration, "Twilio:LookUpNames", otherwise: false, problems),
            Client = ReadClient(configuration, problems),
            Muted = IsMuted(configuration),
        };
    }

    /// <summary>The simulator's account: made up, and its token anew at each start, so that nobody else can sign for it.</summary>
    internal static TwilioSettings OfTheDemo(IConfiguration configuration, List<string> problems) => new()
    {
        AccountSid = configuration["Twilio:AccountSid"] is { Length: > 0 } account ? account : "AC" + new string('0', 31) + "1",
        AuthToken = configuration["Twilio:AuthToken"] is { Length: > 0 } token ? token : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        NextAuthToken = configuration["Twilio:NextAuthToken"],
        ApiBaseUrl = DemoCarrier(configuration),
        LookupBaseUrl = DemoCarrier(configuration),
        LooksUpNames = Settings.ReadFlag(configuration, "Twilio:LookUpNames", otherwise: false, problems),
        Client = ReadClient(configuration, problems),
        Muted = IsMuted(configuration),
    };

    private static Uri DemoCarrier(IConfiguration configuration) =>
        new(configuration["Twilio:ApiBaseUrl"] is { Length: > 0 } url ? url : "http://localhost:5080/simulator/api");

    private static TwilioClient ReadClient(IConfiguration configuration, List<string> problems)
    {
        var text = configuration["Twilio:Client"] is { Length: > 0 } given ? given : nameof(TwilioClient.Rest);
        if (!Enum.TryParse<TwilioClient>(text, ignoreCase: true, out var client) || !Enum.IsDefined(client))
        {
            problems.Add($"Twilio:Client must be Rest or Sdk; \"{text}\" is neither.");
        }
        else if (client == TwilioClient.Sdk && !FullNuGet.IsBuiltIn)
        {
            problems.Add("Twilio:Client is Sdk, which is not built in: say Rest, or build with -p:FullNuGet=true.");
        }

        return client;
    }

    private static bool IsMuted(IConfiguration configuration) => configuration.GetValue<bool>("Twilio:Muted");

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccountSidShape();
}

/// <summary>What carries requests to Twilio.</summary>
public enum TwilioClient
{
    /// <summary>Plain HTTP, in every build.</summary>
    Rest = 1,

    /// <summary>Twilio's own library.</summary>
    Sdk = 2,
}
