namespace FrontDesk.Web.Telephony;

/// <summary>Twilio's error codes that the desk acts upon.</summary>
public static class TwilioCode
{
    public const int AuthenticationFailed = 20003;
    public const int TooManyRequests = 20429;

    /// <summary>The recipient said STOP.</summary>
    public const int OptedOut = 21610;
    public const int TextQueueFull = 21611;
    public const int NotAMobile = 21614;

    private const int TooManyCalls = 10004;
    private const int CallQueueFull = 22001;
    private const int CallQueueFullToo = 22005;
    private const int Landline = 30006;
    private const int UnknownDestination = 30005;

    /// <summary>No later text to this number will arrive either.</summary>
    public static bool ClosesTexts(int code) => code is OptedOut or NotAMobile or Landline or UnknownDestination;

    /// <summary>The same request may be taken a little later.</summary>
    public static bool Passes(int code) => code is TooManyCalls or TextQueueFull or CallQueueFull or CallQueueFullToo;
}
