namespace FrontDesk.Benchmarks;

/// <summary>The made-up account and addresses every contestant is configured with, so that one file of signed calls suits all.</summary>
public static class Account
{
    public const string Sid = "AC0000000000000000000000000000bead";
    public const string AuthToken = "a-token-for-benchmarks";
    public const string PublicUrl = "https://desk.example.org";
    public const string VoicePath = "/twilio/voice";
    public const string LineNumber = "+13105550100";
}
