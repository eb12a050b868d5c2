using System.Collections.Concurrent;
using System.Globalization;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Tests.Reminders;

/// <summary>A carrier for the stores' tests: it keeps what it accepts, and answers as the test has decided beforehand.</summary>
internal sealed class PretendCarrier(TimeProvider time) : ITelephony
{
    private readonly ConcurrentDictionary<string, int> sent = new(StringComparer.Ordinal);
    private int count;

    public ConcurrentQueue<Func<SendOutcome, SendOutcome>> Fates { get; } = [];

    /// <summary>Of the prefix, what is sent to whom, and how often that was sent before; by default they are counted.</summary>
    public Func<string, string, int, string>? SidOf { get; init; }

    /// <summary>Decides by what is sent to whom, where nothing was decided beforehand.</summary>
    public Func<string, Func<SendOutcome, SendOutcome>>? FateOf { get; set; }

    /// <summary>What reached the carrier, in order.</summary>
    public ConcurrentQueue<CarrierText> Texts { get; } = [];

    public ConcurrentQueue<CarrierCall> Calls { get; } = [];

    public ConcurrentQueue<Uri> Callbacks { get; } = [];

    public bool ListsAnswer { get; set; } = true;

    /// <summary>What happens elsewhere while a list of texts is on its way.</summary>
    public Func<Task> WhileListing { get; set; } = static () => Task.CompletedTask;

    public string TextStatus { get; set; } = "sent";

    /// <summary>The request is carried out, the answer is this one.</summary>
    public void AnswersNext(SendOutcome answer) => Fates.Enqueue(_ => answer);

    /// <summary>The request is not carried out.</summary>
    public void RefusesNext(SendOutcome answer) => Fates.Enqueue(_ => throw new NotCarriedOutException(answer));

    /// <summary>The request is carried out, and our process dies before the answer.</summary>
    public void DiesNext() => Fates.Enqueue(_ => throw new OperationCanceledException());

    public Task<SendOutcome> SendTextAsync(OutgoingText text, CancellationToken cancel) => TakeAsync("SM", $"{text.From} {text.To} {text.Body}", text.StatusCallback, sid => Texts.Enqueue(new CarrierText
    {
        Sid = sid,
        To = text.To.E164,
        From = text.From.E164,
        Body = text.Body,
        Direction = "outbound-api",
        DateCreated = Now,
    }));

    public Task<SendOutcome> PlaceCallAsync(OutgoingCall call, CancellationToken cancel) => TakeAsync("CA", $"{call.From} {call.To} {call.Url.AbsolutePath}", call.Url, sid => Calls.Enqueue(new CarrierCall
    {
        Sid = sid,
        To = call.To.E164,
        From = call.From.E164,
        Status = "queued",
        Direction = "outbound-api",
        DateCreated = Now,
    }));

    /// <summary>The calls that were to be ended, or moved elsewhere.</summary>
    public ConcurrentQueue<string> Ended { get; } = [];

    public Task<SendOutcome> EndCallAsync(string sid, CancellationToken cancel)
    {
        Ended.Enqueue(sid);
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(sid));
    }

    public Task<SendOutcome> MoveCallAsync(string sid, Uri url, CancellationToken cancel) => EndCallAsync(sid, cancel);

    public Task<LookUp<CarrierText>> FetchTextAsync(string sid, CancellationToken cancel) =>
        Task.FromResult(One(Texts.FirstOrDefault(text => text.Sid == sid) is { } text ? text with { Status = TextStatus } : null));

    public Task<LookUp<CarrierCall>> FetchCallAsync(string sid, CancellationToken cancel) => Task.FromResult(One(Calls.FirstOrDefault(call => call.Sid == sid)));

    public async Task<LookUp<IReadOnlyList<CarrierText>>> ListTextsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel)
    {
        await WhileListing();
        return Many(Texts.Where(text => text.To == to.E164 && DateOnly.FromDateTime(text.CreatedAt!.Value.UtcDateTime) == day));
    }

    public Task<LookUp<IReadOnlyList<CarrierCall>>> ListCallsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel) =>
        Task.FromResult(Many(Calls.Where(call => call.To == to.E164 && DateOnly.FromDateTime(call.CreatedAt!.Value.UtcDateTime) == day)));

    /// <summary>What the account has besides what we sent: the calls and texts of others, and the numbers.</summary>
    public List<CarrierCall> OthersCalls { get; } = [];

    public List<CarrierText> OthersTexts { get; } = [];

    public List<CarrierLine> Lines { get; } = [];

    /// <summary>Of every list, so many pages of two are given before the carrier falls silent; all of them while null.</summary>
    public int? PagesBeforeSilence { get; set; }

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierCall>>> CallsOfAsync(DateOnly day, CancellationToken cancel) =>
        PagesOf(OthersCalls.Concat(Calls).Where(call => DateOnly.FromDateTime(call.StartedAt!.Value.UtcDateTime) == day)).ToAsyncEnumerable();

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierText>>> TextsOfAsync(DateOnly day, CancellationToken cancel) =>
        PagesOf(OthersTexts.Concat(Texts).Where(text => DateOnly.FromDateTime(text.SentAt!.Value.UtcDateTime) == day)).ToAsyncEnumerable();

    public IAsyncEnumerable<LookUp<IReadOnlyList<CarrierLine>>> LinesAsync(CancellationToken cancel) => PagesOf(Lines).ToAsyncEnumerable();

    public Task<LookUp<CarrierName>> LookUpNameAsync(PhoneNumber number, CancellationToken cancel) => Task.FromResult(One<CarrierName>(null));

    private IEnumerable<LookUp<IReadOnlyList<T>>> PagesOf<T>(IEnumerable<T> rows)
    {
        var pages = rows.Chunk(2).DefaultIfEmpty([]).ToList();
        var given = ListsAnswer ? Math.Min(pages.Count, PagesBeforeSilence ?? pages.Count) : 0;
        foreach (var page in pages.Take(given))
        {
            yield return new LookUp<IReadOnlyList<T>>.Found(page);
        }

        if (given < pages.Count)
        {
            yield return new LookUp<IReadOnlyList<T>>.Unreachable("HTTP 500");
        }
    }

    private string Now => time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);

    private Task<SendOutcome> TakeAsync(string prefix, string what, Uri callback, Action<string> carryOut)
    {
        var sid = SidOf?.Invoke(prefix, what, sent.AddOrUpdate(what, 1, (_, times) => times + 1))
            ?? prefix + Interlocked.Increment(ref count).ToString("x32", CultureInfo.InvariantCulture);
        try
        {
            var fate = Fates.TryDequeue(out var next) ? next : FateOf?.Invoke(what) ?? (answer => answer);
            SendOutcome outcome;
            try
            {
                outcome = fate(new SendOutcome.Accepted(sid));
            }
            catch (OperationCanceledException)
            {
                carryOut(sid);
                throw;
            }

            carryOut(sid);
            Callbacks.Enqueue(callback);
            return Task.FromResult(outcome);
        }
        catch (NotCarriedOutException refusal)
        {
            return Task.FromResult(refusal.Answer);
        }
    }

    private LookUp<T> One<T>(T? found)
        where T : class => !ListsAnswer ? new LookUp<T>.Unreachable("down") : found is null ? new LookUp<T>.Nothing() : new LookUp<T>.Found(found);

    private LookUp<IReadOnlyList<T>> Many<T>(IEnumerable<T> found) =>
        ListsAnswer ? new LookUp<IReadOnlyList<T>>.Found([.. found]) : new LookUp<IReadOnlyList<T>>.Unreachable("down");

    private sealed class NotCarriedOutException(SendOutcome answer) : Exception
    {
        public SendOutcome Answer { get; } = answer;
    }
}
