using System.Globalization;

namespace FrontDesk.Web.Mail;

/// <summary>The mail server copies go through.</summary>
public sealed record SmtpSettings
{
    private const int Submission = 587;

    public required string Host { get; init; }

    /// <summary>465 speaks TLS from the start; any other port turns to it where the server offers it.</summary>
    public required int Port { get; init; }

    /// <summary>Null where the server asks nobody who they are.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Whom the mails are from.</summary>
    public required string From { get; init; }

    /// <summary>Null where nothing of it is configured: then nothing is mailed.</summary>
    internal static SmtpSettings? Read(IConfiguration configuration, List<string> problems)
    {
        string? Given(string name) => configuration[$"Smtp:{name}"] is { Length: > 0 } given ? given : null;
        var (host, port, user, password, from) = (Given("Host"), Given("Port"), Given("User"), Given("Password"), Given("From"));
        if ((host ?? port ?? user ?? password ?? from) is null)
        {
            return null;
        }

        if (host is null || host.Any(char.IsWhiteSpace))
        {
            problems.Add("Smtp:Host is missing or no host: give the mail server's name, like smtp.example.org, or none of the settings of Smtp.");
        }

        if (!MailAddress.IsOne(from))
        {
            problems.Add("Smtp:From is missing or no address: give the one mails come from, like desk@example.org.");
        }

        if (user is null != password is null)
        {
            problems.Add($"Smtp:{(user is null ? "User" : "Password")} is missing: the mail server wants both, or neither.");
        }

        return new SmtpSettings { Host = host ?? "", Port = ReadPort(port, problems), User = user, Password = password, From = from ?? "" };
    }

    private static int ReadPort(string? text, List<string> problems)
    {
        if (text is null)
        {
            return Submission;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue)
        {
            return port;
        }

        problems.Add($"Smtp:Port must be a port, 587 for most servers; \"{text}\" is none.");
        return Submission;
    }
}
