using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FrontDesk.Tests.Support;

/// <summary>A mail server that speaks SMTP on a port of its own, takes what it is sent, and may be told to be difficult.</summary>
internal sealed class PretendMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task open;

    public PretendMailServer()
    {
        listener.Start();
        open = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<TakenMail> Taken { get; } = [];

    /// <summary>What it says to a command, by its first word, in place of the usual.</summary>
    public ConcurrentDictionary<string, string> Says { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>It takes the mail and breaks off without a word.</summary>
    public bool BreaksOffAfterTheMail { get; set; }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await open;
        closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                try
                {
                    await TalkAsync(client);
                }
                catch (IOException)
                {
                    // The other side hung up.
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 pretend ESMTP");
        var mail = new TakenMail();
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "DATA" && !Says.ContainsKey(word))
            {
                await writer.WriteLineAsync("354 go on");
                mail = mail with { Text = await ReadDataAsync(reader) };
                Taken.Enqueue(mail);
                if (BreaksOffAfterTheMail)
                {
                    return;
                }
            }

            mail = word switch
            {
                "AUTH" => mail with { SignedIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Replace('\0', ' ').Trim() },
                "MAIL" => mail with { From = Between(line) },
                "RCPT" => mail with { To = Between(line) },
                _ => mail,
            };
            await writer.WriteLineAsync(Says.GetValueOrDefault(word) ?? Usual(word));
            if (word == "QUIT")
            {
                return;
            }
        }
    }

    private async Task<string> ReadDataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } line && line != ".")
        {
            text.AppendLine(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        }

        return text.ToString();
    }

    private static string Usual(string word) => word switch
    {
        "EHLO" => "250-pretend\r\n250-AUTH PLAIN\r\n250 8BITMIME",
        "AUTH" => "235 welcome",
        "QUIT" => "221 goodbye",
        _ => "250 fine",
    };

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

/// <summary>A mail as the server has it.</summary>
internal sealed record TakenMail
{
    public string? SignedIn { get; init; }

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>As a mail program reads it.</summary>
    public MimeKit.MimeMessage Read() => MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Text)));
}
