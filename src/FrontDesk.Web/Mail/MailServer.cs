using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FrontDesk.Web.Mail;

/// <summary>The mail server, as it is configured: one mail, one conversation.</summary>
public sealed class MailServer(Settings settings)
{
    private const int ImplicitTls = 465;
    private const int NetworkMilliseconds = 10_000;

    // Mails behind it wait; a server that slow is tried again later.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    /// <exception cref="OperationCanceledException">We are shutting down; whether the mail went is not known.</exception>
    public async Task<MailOutcome> SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(AtMost);
        try
        {
            using var client = new SmtpClient { Timeout = NetworkMilliseconds };
            await TalkAsync(client, settings.Smtp!, mail, patience.Token);
            return new MailOutcome.Taken();
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            return new MailOutcome.Refused($"{(int)refused.StatusCode} {refused.Message}");
        }
        catch (SmtpCommandException refused)
        {
            return new MailOutcome.NotNow($"{(int)refused.StatusCode} {refused.Message}");
        }
        catch (Exception exception) when (IsOfTheWire(exception) && !cancel.IsCancellationRequested)
        {
            return new MailOutcome.NotNow(exception is OperationCanceledException ? "the mail server did not answer in time" : exception.Message);
        }
    }

    private static async Task TalkAsync(SmtpClient client, SmtpSettings smtp, MimeMessage mail, CancellationToken cancel)
    {
        await client.ConnectAsync(smtp.Host, smtp.Port, SecurityOf(smtp), cancel);
        if (smtp is { User: { } user, Password: { } password })
        {
            await client.AuthenticateAsync(user, password, cancel);
        }

        await client.SendAsync(mail, cancel);
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception exception) when (IsOfTheWire(exception))
        {
            // It has the mail: however the conversation ends, that is not said twice.
        }
    }

    /// <summary>A password is never said in the open, except on this very machine.</summary>
    private static SecureSocketOptions SecurityOf(SmtpSettings smtp) => smtp switch
    {
        { Port: ImplicitTls } => SecureSocketOptions.SslOnConnect,
        { User: not null } when !IsThisMachine(smtp.Host) => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsOfTheWire(Exception exception) => exception
        is ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException
        or SocketException or IOException or TimeoutException or OperationCanceledException or NotSupportedException;
}
