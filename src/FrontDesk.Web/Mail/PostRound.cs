namespace FrontDesk.Web.Mail;

/// <summary>Sees to the mails every few seconds, and apart from the reminders: what is slow about mail servers keeps nobody waiting on the phone.</summary>
public sealed partial class PostRound(Postman postman, TimeProvider time, ILogger<PostRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                while (await postman.DeliverNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLater(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The round over the mails failed; the next one goes on from there")]
    private partial void LogLater(Exception fault);
}
