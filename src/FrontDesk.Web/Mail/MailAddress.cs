using System.Text.RegularExpressions;

namespace FrontDesk.Web.Mail;

/// <summary>What is taken for a mail address: one mailbox in plain ASCII, so that no header holds more than was meant.</summary>
public static partial class MailAddress
{
    private const int Longest = 254;

    public static bool IsOne(string? text) => text is { Length: <= Longest } && Shape().IsMatch(text);

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
