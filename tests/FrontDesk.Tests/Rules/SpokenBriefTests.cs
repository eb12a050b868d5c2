using FrontDesk.Brief;
using FrontDesk.Sheet;
using FrontDesk.Tests.Reminders;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R6: phoned by the boss, the desk rattles off the important calls, in order, in seconds.</summary>
public sealed class SpokenBriefTests
{
    private static readonly SpeechTiming Timing = SpeechTiming.Of(SpeechTiming.Joanna);

    private static readonly string?[] Names =
    [
        "Danni Okafor", "John Smith", "Siân Pritchard", "Étienne Moreau", "María del Carmen Villanueva y Ortega de la Fuente", "Bartholomew Featherstonehaugh-Cholmondeley",
        "Nguyễn Thị Minh Khai", "王小明", "渡辺さくらこ", "محمد عبد الرحمن السعيد", "Αλέξανδρος Παπαδόπουλος", "Ὀδυσσεύς", "X", null, "Krzysztof Brzęczyszczykiewicz", "Ng",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "{boss} <b>Bold</b>", "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior", "Jean-Jacques de la Rochefoucauld",
    ];

    private static readonly string?[] Matters =
    [
        "the Big Merger", "regarding the lighthouse pilot and whether the second unit can shoot in October", null, "it's about my invoice", "a", "supercalifragilisticexpialidocious",
        "第二季的合同", "the", "her notes on the script, all forty-one pages of them, and the ending", "contracts",
    ];

    /// <summary>Owed calls, ASAP calls, and how many of all are new.</summary>
    public static readonly TheoryData<int, int, int> Sheets = new()
    {
        { 1, 0, 0 }, { 1, 1, 0 }, { 1, 1, 1 }, { 9, 5, 0 }, { 9, 5, 3 }, { 9, 5, 9 }, { 9, 0, 4 }, { 60, 5, 0 }, { 60, 5, 30 }, { 60, 20, 11 }, { 60, 60, 7 },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_first_name_is_spoken_within_two_and_a_half_seconds_and_no_breath_is_longer(int owed, int asap, int news)
    {
        for (var shift = 0; shift < Names.Length; shift++)
        {
            var brief = BriefOf(owed, asap, news, shift);
            var first = brief.At(0);
            var until = first.Clauses[0].Seconds + Timing.Seconds(first.Clauses[1].Words[..^1], brief.Lines[0].NameSpokenAs());
            Assert.True(until <= SpokenBrief.FirstName, $"{until:0.00} s: {Words(first)}");
            Assert.All(
                Enumerable.Range(0, owed).SelectMany(place => brief.At(place).Clauses.Concat(brief.More(place, TheDesk.Clock, TheDesk.At(12, 0)).Clauses)),
                clause => Assert.True(clause.Seconds <= SpokenBrief.LongestClause && clause.Words.Length > 0, $"{clause.Seconds:0.00} s: {clause.Words}"));
        }
    }

    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(9, 5, 0)]
    [InlineData(9, 5, 3)]
    [InlineData(9, 5, 9)]
    [InlineData(60, 5, 31)]
    [InlineData(60, 3, 2)]
    public void Five_ASAP_calls_are_told_within_fifteen_seconds_with_the_silences_between_them(int owed, int asap, int news)
    {
        for (var shift = 0; shift < Names.Length; shift++)
        {
            var brief = BriefOf(owed, asap, news, shift);
            var part = Enumerable.Range(0, asap).Select(brief.At).ToList();
            var seconds = part.Sum(said => said.Seconds) + part.SkipLast(1).Sum(said => said.Listens);
            Assert.True(seconds <= SpokenBrief.FiveAsap, $"{seconds:0.00} s: {string.Join(' ', part.SelectMany(said => said.Clauses).Select(clause => clause.Words))}");
        }
    }

    [Fact]
    public void It_counts_tells_the_ASAP_calls_one_by_one_then_the_others_three_at_a_time()
    {
        var brief = Brief(
            null,
            Call("Danni Okafor", CallCode.CallAsap, "the lighthouse pilot"),
            Call("John Smith", CallCode.CallAsap, "Big Merger"),
            Call("Gwyneth Hale", CallCode.CallToday),
            Call("Ann Bell", CallCode.CallSometime),
            Call("Bo Crane", CallCode.CallSometime),
            Call("Cy Dunn", CallCode.CallMaybe, "the parking"));
        Assert.Equal(
            [
                "2 ASAP. Danni Okafor, lighthouse pilot.",
                "John Smith, Big Merger.",
                "And 4 more. Today: Gwyneth Hale.",
                "Sometime: Ann Bell.",
                "Bo Crane.",
                "1 left. Maybe: Cy Dunn, parking.",
            ],
            Enumerable.Range(0, 6).Select(place => Words(brief.At(place))));
        Assert.Equal([1, 1, 1, 1, 3, 1], Enumerable.Range(0, 6).Select(place => brief.At(place).Listens));
    }

    [Fact]
    public void What_is_new_since_the_boss_last_asked_goes_first_within_its_code_and_is_called_new()
    {
        var brief = Brief(
            TheDesk.At(11, 0),
            Call("Old Asap", CallCode.CallAsap) with { ReceivedAt = TheDesk.At(10, 0) },
            Call("New Today", CallCode.CallToday) with { ReceivedAt = TheDesk.At(11, 30) },
            Call("New Asap", CallCode.CallAsap) with { ReceivedAt = TheDesk.At(11, 30) },
            Call("Old Today", CallCode.CallToday) with { ReceivedAt = TheDesk.At(10, 0) });
        Assert.Equal(
            ["2 ASAP. New: New Asap.", "Earlier: Old Asap.", "And 2 more. Today: New: New Today.", "Earlier: Old Today."],
            Enumerable.Range(0, 4).Select(place => Words(brief.At(place))));
    }

    [Fact]
    public void Who_was_left_word_is_not_in_it() =>
        Assert.Empty(SpokenBrief.Of(
            PhoneSheet.Of([Call("John Smith", CallCode.CallAsap) with { Ball = FrontDesk.Ledger.Ball.Theirs }], TheDesk.Clock, TheDesk.At(12, 0)).Lines, null, Timing).Lines);

    [Fact]
    public void The_voice_is_told_how_a_name_is_spoken()
    {
        var said = Brief(null, Call("Gwyneth Hale", CallCode.CallAsap) with { Pronunciation = "GWIN-eth" }).At(0);
        Assert.Equal("GWIN-eth", Assert.Single(said.Clauses[^1].SpokenAs).Respelled);
        Assert.Contains("Gwyneth Hale", said.Clauses[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void More_about_a_call_gives_company_matter_number_and_when_in_short_breaths()
    {
        var brief = Brief(null, Call("Danni Okafor", CallCode.CallAsap, "the lighthouse pilot and the second season") with { Company = "Okafor Films", Through = "Priya" });
        Assert.Equal(
            ["Danni Okafor.", "Okafor Films,", "through Priya,", "Regarding lighthouse pilot and the second,", "season,", "3 1 0,", "5 5 5,", "0 1 4 2,", "Called 11:10 AM,"],
            brief.More(0, TheDesk.Clock, TheDesk.At(12, 0)).Clauses.Select(clause => clause.Words));
    }

    [Fact]
    public void A_caller_without_a_name_is_told_by_the_end_of_the_number()
    {
        Assert.Contains("1 ASAP. 0 1 4 2.", Words(Brief(null, Call(null, CallCode.CallAsap)).At(0)), StringComparison.Ordinal);
        Assert.Contains("no name.", Words(Brief(null, Call(null, CallCode.CallAsap) with { Party = null, Numbers = [] }).At(0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Slower_takes_longer_faster_shorter_and_neither_goes_on_for_ever()
    {
        var own = Brief(null, Call("Danni Okafor", CallCode.CallAsap, "the lighthouse pilot"));
        var slower = own with { Speed = BriefSpeed.Slower(BriefSpeed.Own) };
        var faster = own with { Speed = BriefSpeed.Faster(BriefSpeed.Own) };
        Assert.True(slower.At(0).Seconds > own.At(0).Seconds && own.At(0).Seconds > faster.At(0).Seconds);
        Assert.Equal(Words(own.At(0)), Words(slower.At(0)));
        Assert.Equal(70, Enumerable.Range(0, 9).Aggregate(BriefSpeed.Own, (speed, _) => BriefSpeed.Slower(speed)));
        Assert.Equal(150, Enumerable.Range(0, 9).Aggregate(BriefSpeed.Own, (speed, _) => BriefSpeed.Faster(speed)));
    }

    [Theory]
    [InlineData("Danni Okafor", 2, 0)]
    [InlineData("Danni Okafor, lighthouse.", 3, 2)]
    [InlineData("3 1 0,", 3, 1)]
    [InlineData("Featherstonehaugh", 2, 0)]
    [InlineData("王小明", 2, 0)]
    public void A_voice_takes_so_many_words_and_pauses_for_it(string words, int count, int pauses) =>
        Assert.Equal((count * 60.0 / 170) + (pauses * 0.25), Timing.Seconds(words), 3);

    private static SpokenBrief BriefOf(int owed, int asap, int news, int shift) => Brief(
        TheDesk.At(11, 0),
        [
            .. Enumerable.Range(0, owed).Select(at => Call(
                Names[(at + shift) % Names.Length],
                at < asap ? CallCode.CallAsap : (CallCode)(2 + (at % 3)),
                Matters[(at + shift) % Matters.Length],
                at) with { ReceivedAt = at % owed < news ? TheDesk.At(11, 30) : TheDesk.At(9, at % 60) }),
        ]);

    private static SpokenBrief Brief(DateTimeOffset? lastAsked, params OwedCall[] calls) =>
        SpokenBrief.Of(PhoneSheet.Of(calls, TheDesk.Clock, TheDesk.At(12, 0)).Lines, lastAsked, Timing);

    private static OwedCall Call(string? name, CallCode code, string? regarding = null, int id = 142) =>
        TheDesk.Owed(name, id == 142 ? "+13105550142" : RemindedDesk.Fictional(id), id + 1, regarding) with
        {
            Party = $"{name} {id}",
            Assistant = new AssistantCode(code, "Jamie", "so it is"),
        };

    private static string Words(BriefSaid said) => string.Join(' ', said.Clauses.Select(clause => clause.Words));
}
