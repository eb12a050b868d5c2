using System.Text.RegularExpressions;
using Xunit;

namespace FrontDesk.Tests.House;

public sealed partial class House
{
    /// <summary>Numbers Twilio or its libraries publish in examples and test vectors, and a keypad's spellings of UNAVAILABLE and RESTRICTED.</summary>
    private static readonly string[] _published =
        ["+14158675309", "+14158675310", "+18005551212", "+12349013030", "+86282452253", "+7378742833"];

    [Fact]
    public void No_file_names_a_place_on_one_machine() => None(Finds(MachinePath(), TextFiles));

    [Fact]
    public void No_file_holds_a_key_to_anything() => None(Finds(Credential(), TextFiles));

    [Fact]
    public void Every_phone_number_belongs_to_nobody() =>
        None(Finds(PhoneDigits(), TextFiles).Where(found => !IsNobodys(found[found.LastIndexOf('+')..])));

    private static IEnumerable<string> TextFiles => Premises.Files.Where(Premises.IsText);

    private static bool IsNobodys(string number) => _published.Contains(number, StringComparer.Ordinal) || Fictional().IsMatch(number);

    [GeneratedRegex(
        """
        /(?:root|work|farm|Users|home/[a-z]\w*|opt/nuget|tmp/[a-z]|var/folders)/
        | [A-Z]:\\(?:Users|Projects|src)\\
        | https?://(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MachinePath();

    /// <summary>Accounts and keys of Twilio, tokens of code hosts, cloud keys, private keys, ngrok's token, a password in an address.</summary>
    [GeneratedRegex(
        """
        \b(?:AC|SK)(?!0{24})(?!(?<digit>[0-9a-f])\k<digit>{24})[0-9a-f]{32}\b
        | \bgh[pousr]_\w{20,}
        | \bAKIA[0-9A-Z]{16}\b
        | -----BEGIN\ [A-Z ]*PRIVATE\ KEY
        | authtoken:\ *\w
        | https?://(?!username:password@|[^\s/@]*@[\w.-]*\bexample\b)[^\s/:@"']+:[^\s/@"'{$]+@
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Credential();

    [GeneratedRegex(@"\+\d{10,15}\b", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneDigits();

    /// <summary>
    /// Numbers set aside for stories: 555-01xx wherever it stands at the end, the carrier's test numbers, and the ranges of Britain,
    /// Australia, France and Sweden; and what can be nobody's: a zero first, the digits in order, one digit throughout.
    /// </summary>
    [GeneratedRegex(
        """
        ^\+(?:
            \d{3,8}55501\d\d | 1\d{3}55501\d | 1500555\d{4}
          | 44(?:2079460\d{3}|7700900\d{3}|1632960\d{3})
          | 61(?:[2378]5550\d{4}|[2378]7010\d{4}|491570\d{3})
          | 33(?:19900|26191|35301|46571|53649|63998)\d{4}
          | 46(?:8465004\d\d|701740\d{3})
          | 0\d+ | \d*12345678\d* | 1(?<digit>\d)\k<digit>{9}
        )$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Fictional();
}
