namespace FrontDesk.Web.Telephony;

/// <summary>
/// Outgoing switched off, for training and for a restored backup: nothing rings and nothing is sent, and what would have
/// been stays visible as refused. It is refused, not put off, so that switching it on again sets off no flood.
/// </summary>
public sealed partial class MutedTelephony(ILogger<MutedTelephony> log) : ITelephony
{
    private const string SwitchedOff = "outgoing is switched off";

    public Task<SendOutcome> SendTextAsync(OutgoingText text, CancellationToken cancel) => MuteAsync("text");

    public Task<SendOutcome> PlaceCallAsync(OutgoingCall call, CancellationToken cancel) => MuteAsync("call");

    public Task<SendOutcome> EndCallAsync(string sid, CancellationToken cancel) => MuteAsync("hang-up");

    public Task<SendOutcome> MoveCallAsync(string sid, Uri url, CancellationToken cancel) => MuteAsync("redirect");

    public Task<LookUp<CarrierText>> FetchTextAsync(string sid, CancellationToken cancel) => NotAskedAsync<CarrierText>();

    public Task<LookUp<CarrierCall>> FetchCallAsync(string sid, CancellationToken cancel) => NotAskedAsync<CarrierCall>();

    public Task<LookUp<IReadOnlyList<CarrierText>>> ListTextsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) =>
        NotAskedAsync<IReadOnlyList<CarrierText>>();

    public Task<LookUp<IReadOnlyList<CarrierCall>>> ListCallsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) =>
        NotAskedAsync<IReadOnlyList<CarrierCall>>();

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierCall>>> CallsOfAsync(DateOnly day, CancellationToken cancel) => NotAsked<CarrierCall>();

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierText>>> TextsOfAsync(DateOnly day, CancellationToken cancel) => NotAsked<CarrierText>();

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierLine>>> LinesAsync(CancellationToken cancel) => NotAsked<CarrierLine>();

    public Task<LookUp<CarrierName>> LookUpNameAsync(PhoneNumber number, CancellationToken cancel) => NotAskedAsync<CarrierName>();

    private static Task<LookUp<T>> NotAskedAsync<T>() => Task.FromResult<LookUp<T>>(new LookUp<T>.Unreachable(SwitchedOff));

    private static IAsyncEnumerable<LookUp<IReadOnlyList<T>>> NotAsked<T>() =>
        new LookUp<IReadOnlyList<T>>[] { new LookUp<IReadOnlyList<T>>.Unreachable(SwitchedOff) }.ToAsyncEnumerable();

    private Task<SendOutcome> MuteAsync(string what)
    {
        LogMuted(log, what);
        return Task.FromResult<SendOutcome>(new SendOutcome.Refused(0, Permanent: true, "outgoing is switched off"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outgoing is switched off by Twilio:Muted: a {What} was not sent.")]
    private static partial void LogMuted(ILogger logger, string what);
}
