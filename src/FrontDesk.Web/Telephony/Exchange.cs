using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace FrontDesk.Web.Telephony;

/// <summary>One request to the carrier, as far as it got.</summary>
internal abstract record Exchange
{
    private const string Neither = "An exchange was answered, never left or was broken off.";

    private Exchange()
    {
    }

    public sealed record Answered(CarrierAnswer Answer) : Exchange;

    /// <summary>Nothing reached the carrier, or it turned us away at the door.</summary>
    /// <param name="AtOnce">As in <see cref="SendOutcome.NotProcessed"/>.</param>
    public sealed record NeverLeft(string Why, bool AtOnce = false) : Exchange;

    /// <summary>It may have reached the carrier; the answer did not reach us.</summary>
    public sealed record BrokenOff(string Why) : Exchange;

    /// <summary>Cancellation is a fault of ours, not of the exchange, and is thrown; everything else is an outcome.</summary>
    public static async Task<Exchange> MakeAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return new Answered(new CarrierAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(cancel)));
        }
        catch (HoldLostException e)
        {
            return new NeverLeft(e.Message, AtOnce: true);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new NeverLeft(e.HttpRequestError.ToString());
        }
        catch (HttpRequestException e)
        {
            return new BrokenOff(e.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new BrokenOff("no answer in time");
        }
        catch (IOException)
        {
            return new BrokenOff("the connection was lost");
        }
    }

    /// <summary>What came of asking it to send something.</summary>
    public SendOutcome AsOutcome(string sidPrefixes) => this switch
    {
        Answered answered => answered.Answer.AsOutcome(sidPrefixes),
        NeverLeft neverLeft => new SendOutcome.NotProcessed(neverLeft.Why, neverLeft.AtOnce),
        BrokenOff brokenOff => new SendOutcome.Unknown(brokenOff.Why),
        _ => throw new InvalidOperationException(Neither),
    };

    public LookUp<T> One<T>(JsonTypeInfo<T> type)
        where T : class => this is Answered { Answer: { IsYes: true } answer } && answer.Read(type) is { } value ? new LookUp<T>.Found(value) : Without<T>();

    /// <summary>Where nothing was found in it: whether that means that there is nothing.</summary>
    public LookUp<T> Without<T>() => this switch
    {
        Answered { Answer.Status: HttpStatusCode.NotFound } => new LookUp<T>.Nothing(),
        Answered answered => new LookUp<T>.Unreachable($"HTTP {(int)answered.Answer.Status}"),
        NeverLeft neverLeft => new LookUp<T>.Unreachable(neverLeft.Why),
        BrokenOff brokenOff => new LookUp<T>.Unreachable(brokenOff.Why),
        _ => throw new InvalidOperationException(Neither),
    };
}
