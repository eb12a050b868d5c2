using FrontDesk.Reminders;
using FrontDesk.Sheet;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static FrontDesk.Tests.Rules.TheDesk;

namespace FrontDesk.Tests.Rules;

/// <summary>R14 in 160 characters, whatever the caller is called.</summary>
public sealed class ReminderTextTests
{
    private const string Hint = ". Reply 1 returned, 2 snooze 30m, 3 call me";

    private static readonly string[] Hostile =
    [
        new string('W', 4000), "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€", "{}[]~|^\\", "\u202eevil\u202c", "👩‍👩‍👧‍👦", "李小龍", "محمد علي", "Łukasz Żółć", "Дмитрий Щукин",
        "\0\ud800\n\r", "Reply 1 returned, 2 snooze 30m, 3 call me", "“Quotes”—and…dots", "Zoë Ångström", "", "....", "ﬁancé ½ ㎏",
    ];

    private static readonly Gen<SheetLine> AnyLine =
        from name in Gen.OneOf(Gen.Elements(Hostile), ArbMap.Default.GeneratorFor<string>())
        from regarding in Gen.OneOf(Gen.Elements(Hostile), ArbMap.Default.GeneratorFor<string>())
        from number in Gen.Elements("+13105550142", "+123456" + "789012345", null)
        from asHeard in Gen.Elements(null, "555-0142", new string('9', 300), "♯♯")
        from times in Gen.Choose(1, 1000)
        from day in Gen.Choose(1, 13)
        select OnlyLine(Owed(name, number, regarding: regarding) with { NumberAsHeard = asHeard, ReceivedAt = At(9, 5, day) }) with { TimesCalled = times, Code = CallCode.CallAsap };

    [Fact]
    public void An_extension_is_told_with_its_number()
    {
        var line = OnlyLine(Owed("John Smith") with { NumberNotes = new Dictionary<PhoneNumber, string> { [JohnsNumber] = "office, ext. 204, given on a call" } });
        Assert.Contains("John Smith 310-555-0142 x204", ReminderText.ForAsap(line, Clock, At(12, 0)), StringComparison.Ordinal);
        Assert.Null((line with { NumberNotes = new Dictionary<PhoneNumber, string> { [JohnsNumber] = "ext. " } }).ExtensionOf(JohnsNumber));
    }

    [Fact]
    public void An_ASAP_reminder_says_who_on_which_number_regarding_what_and_when()
    {
        Assert.Equal("FrontDesk: ASAP John Smith 310-555-0142 re Big Merger, 11:10. Reply 1 returned, 2 snooze 30m, 3 call me", Asap("John Smith", "Big Merger"));
        Assert.Equal("FrontDesk: ASAP John Smith 310-555-0142, 11:10. Reply 1 returned, 2 snooze 30m, 3 call me", Asap("John Smith", null));
        Assert.Equal("FrontDesk: ASAP 310-555-0142, 11:10. Reply 1 returned, 2 snooze 30m, 3 call me", Asap(null, null));
        Assert.Equal("FrontDesk: ASAP Danni, no number, 11:10. Reply 1 returned, 2 snooze 30m, 3 call me", Asap("Danni", null, number: null));
        Assert.Equal("FrontDesk: ASAP no name, no number, 11:10. Reply 1 returned, 2 snooze 30m, 3 call me", Asap(null, null, number: null));
    }

    [Fact]
    public void A_call_of_another_day_and_a_second_call_are_told()
    {
        var line = OnlyLine(Owed("John") with { ReceivedAt = At(9, 5, day: 12) }, Owed("John", id: 2) with { ReceivedAt = At(9, 4, day: 12) });
        Assert.Equal("FrontDesk: ASAP John 310-555-0142, Thu 09:05 x2" + Hint, ReminderText.ForAsap(line, Clock, At(12, 0)));
    }

    [Theory]
    [InlineData("Łukasz Żółć", "Lukasz Zolc")]
    [InlineData("Дмитрий Щукин", "Dmitriy Shchukin")]
    [InlineData("Ελένη Παπαδοπούλου", "Eleni Papadopoulou")]
    [InlineData("Gwyneth O’Hara—Jones", "Gwyneth O'Hara-Jones")]
    [InlineData("Zoë Müller-Ñandú", "Zoe Müller-Ñandu")]
    [InlineData("李小龍 Bruce", "Bruce")]
    public void A_name_in_any_script_arrives_readable(string name, string folded) => Assert.Contains($"ASAP {folded} 310", Asap(name, null), StringComparison.Ordinal);

    [Fact]
    public void A_name_no_letter_of_which_can_be_sent_is_told_by_its_number() => Assert.Equal(Asap(null, "the merger"), Asap("李小龍", "the merger"));

    [Fact]
    public void It_is_one_segment_with_the_reply_hint_whole_whatever_the_name() => Prop.ForAll(AnyLine.ToArbitrary(), line =>
    {
        var text = ReminderText.ForAsap(line, Clock, At(12, 0));
        return Gsm7.Carries(text) && Gsm7.Septets(text) <= 160 && text.EndsWith(Hint, StringComparison.Ordinal)
            && (line.Numbers.Count == 0 || text.Contains(line.Numbers[0].Shown, StringComparison.Ordinal));
    }).Check(Tries.Of(1000));

    [Fact]
    public void A_digest_is_two_segments_at_most_and_counts_everybody() => Prop.ForAll(AnyLine.ArrayOf().Where(lines => lines.Length > 0).ToArbitrary(), lines =>
    {
        var text = ReminderText.Digest(lines, Clock, At(12, 0));
        var told = lines.TakeWhile((_, i) => text.Contains($" {i + 1}) ", StringComparison.Ordinal)).Count();
        return Gsm7.Carries(text) && Gsm7.Segments(text) <= 2 && told > 0
            && (told == lines.Length || text.EndsWith($"; +{lines.Length - told} more", StringComparison.Ordinal));
    }).Check(Tries.Of(500));

    [Fact]
    public void A_digest_names_callers_in_the_order_of_the_sheet()
    {
        SheetLine[] lines =
        [
            OnlyLine(Owed("John Smith", regarding: "Big Merger")) with { Code = CallCode.CallAsap },
            OnlyLine(Owed("Danni Okafor", "+13105550143")) with { Code = CallCode.CallToday },
        ];
        Assert.Equal(
            "FrontDesk: 2 to return. 1) ASAP John Smith 310-555-0142 re Big Merger, 11:10; 2) Danni Okafor 310-555-0143, 11:10",
            ReminderText.Digest(lines, Clock, At(17, 30)));
    }

    private static string Asap(string? name, string? regarding, string? number = "+13105550142") =>
        ReminderText.ForAsap(OnlyLine(Owed(name, number, regarding: regarding)), Clock, At(12, 0));
}
