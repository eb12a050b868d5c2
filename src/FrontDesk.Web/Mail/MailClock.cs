namespace FrontDesk.Web.Mail;

/// <summary>Sees to the mails every few seconds, apart from the reminder round: a mail server that is slow keeps nobody from being rung.</summary>
public sealed partial class MailClock(Postman postman, Settings settings, TimeProvider time, ILogger<MailClock> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.SendsMail)
        {
            await DeliverAsync(stoppingToken);
            await Task.Delay(Every, time, stoppingToken);
        }
    }

    private async Task DeliverAsync(CancellationToken cancel)
    {
        try
        {
            while (await postman.DeliverNextAsync(cancel))
            {
            }
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            // Whatever it was, the rows still say what is to be sent.
            LogFailed(log, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails could not be seen to; they are looked at again in a moment.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
