using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Telephony;

/// <summary>The way out to the carrier: sending texts, placing calls, and looking up what became of them.</summary>
public interface ITelephony
{
    Task<SendOutcome> SendTextAsync(OutgoingText text, CancellationToken cancel);

    Task<SendOutcome> PlaceCallAsync(OutgoingCall call, CancellationToken cancel);

    /// <summary>Ends a call of ours, or stops its ringing. One that is over already is no fault.</summary>
    Task<SendOutcome> EndCallAsync(string sid, CancellationToken cancel);

    /// <summary>Takes a call of ours that was answered to another document.</summary>
    /// <param name="url">Absolute.</param>
    Task<SendOutcome> MoveCallAsync(string sid, Uri url, CancellationToken cancel);

    Task<LookUp<CarrierText>> FetchTextAsync(string sid, CancellationToken cancel);

    Task<LookUp<CarrierCall>> FetchCallAsync(string sid, CancellationToken cancel);

    /// <param name="day">A day of UTC: the carrier's lists know nothing finer.</param>
    Task<LookUp<IReadOnlyList<CarrierText>>> ListTextsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel);

    /// <param name="day">A day of UTC: the carrier's lists know nothing finer.</param>
    Task<LookUp<IReadOnlyList<CarrierCall>>> ListCallsAsync(PhoneNumber to, DateOnly day, CancellationToken cancel);

    /// <summary>
    /// Every call of the account that began on a day, newest first, page by page. Rows may shift from page to page while it is read. It ends
    /// with the list, or with the first page that cannot be had.
    /// </summary>
    /// <param name="day">A day of UTC.</param>
    IAsyncEnumerable<LookUp<IReadOnlyList<CarrierCall>>> CallsOfAsync(DateOnly day, CancellationToken cancel);

    /// <summary>Every text of the account that was sent on a day, as <see cref="CallsOfAsync"/>.</summary>
    IAsyncEnumerable<LookUp<IReadOnlyList<CarrierText>>> TextsOfAsync(DateOnly day, CancellationToken cancel);

    /// <summary>The account's numbers and where they lead, as <see cref="CallsOfAsync"/>.</summary>
    IAsyncEnumerable<LookUp<IReadOnlyList<CarrierLine>>> LinesAsync(CancellationToken cancel);

    /// <summary>The name the telephone companies have for a number.</summary>
    Task<LookUp<CarrierName>> LookUpNameAsync(PhoneNumber number, CancellationToken cancel);
}

/// <summary>A text about to be sent.</summary>
/// <param name="StatusCallback">Absolute; carries the intent's id.</param>
public sealed record OutgoingText(PhoneNumber From, PhoneNumber To, string Body, Uri StatusCallback)
{
    /// <summary>It leaves while this stands, or not at all.</summary>
    public Hold? Hold { get; init; }
}

/// <summary>A call about to be placed.</summary>
/// <param name="Url">Absolute; asked for what to say once somebody, or something, has answered. Carries the intent's id.</param>
/// <param name="StatusCallback">Absolute; told how the call ended.</param>
/// <param name="RingsFor">How long it rings before it is given up.</param>
public sealed record OutgoingCall(PhoneNumber From, PhoneNumber To, Uri Url, Uri StatusCallback, TimeSpan RingsFor)
{
    /// <summary>The carrier listens what has answered, and lets a machine finish its greeting, before it asks what to say.</summary>
    public bool WaitsForGreeting { get; init; }

    /// <summary>It leaves while this stands, or not at all.</summary>
    public Hold? Hold { get; init; }
}
