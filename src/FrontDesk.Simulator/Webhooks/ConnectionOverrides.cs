using System.Globalization;

namespace FrontDesk.Simulator.Webhooks;

/// <summary>What may be tried again.</summary>
[Flags]
internal enum RetryOn
{
    None = 0,
    ConnectTimeout = 1,
    ReadTimeout = 2,
    ClientError = 4,
    ServerError = 8,
    All = 15,
}

/// <summary>How patient the carrier is with a webhook: Twilio's defaults, or what the URL's fragment asks for within Twilio's limits.</summary>
internal sealed record ConnectionOverrides
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Read { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(15);

    public int Retries { get; init; } = 1;

    public RetryOn RetryOn { get; init; } = RetryOn.ConnectTimeout;

    public static ConnectionOverrides Of(string url)
    {
        var overrides = new ConnectionOverrides();
        if (url.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var hash))
            return overrides;
        foreach (var setting in url[(hash + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (setting.Split('=', 2) is [var name, var value])
                overrides = overrides.With(name, value);
        }

        return overrides;
    }

    private ConnectionOverrides With(string name, string value) => name switch
    {
        "ct" => this with { Connect = Milliseconds(value, 10_000, Connect) },
        "rt" => this with { Read = Milliseconds(value, 15_000, Read) },
        "tt" => this with { Total = Milliseconds(value, 15_000, Total) },
        "rc" => this with { Retries = int.TryParse(value, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 0, 5) : Retries },
        "rp" => this with { RetryOn = value.Split(',').Aggregate(RetryOn.None, (all, one) => all | Class(one)) },
        _ => this,
    };

    private static RetryOn Class(string name) => name.Trim() switch
    {
        "ct" => RetryOn.ConnectTimeout,
        "rt" => RetryOn.ReadTimeout,
        "4xx" => RetryOn.ClientError,
        "5xx" => RetryOn.ServerError,
        "all" => RetryOn.All,
        _ => RetryOn.None,
    };

    private static TimeSpan Milliseconds(string value, int most, TimeSpan otherwise) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var given) ? TimeSpan.FromMilliseconds(Math.Clamp(given, 100, most)) : otherwise;
}
