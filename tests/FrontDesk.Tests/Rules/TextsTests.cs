using FrontDesk.Tests.Stores;
using FrontDesk.Texts;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>TWILIO.md §5.2 and §5.3: digits are ours, words are the carrier's.</summary>
public sealed class TextsTests
{
    /// <summary>Written out a second time, from the carrier's list, so that a slip in ours shows.</summary>
    public static readonly TheoryData<string, CarrierAct> CarrierWords = new()
    {
        { "STOP", CarrierAct.OptsOut }, { "STOPALL", CarrierAct.OptsOut }, { "UNSUBSCRIBE", CarrierAct.OptsOut }, { "END", CarrierAct.OptsOut },
        { "QUIT", CarrierAct.OptsOut }, { "CANCEL", CarrierAct.OptsOut }, { "REVOKE", CarrierAct.OptsOut }, { "OPTOUT", CarrierAct.OptsOut },
        { "START", CarrierAct.OptsIn }, { "YES", CarrierAct.OptsIn }, { "UNSTOP", CarrierAct.OptsIn },
        { "HELP", CarrierAct.AsksForHelp }, { "INFO", CarrierAct.AsksForHelp },
    };

    [Theory]
    [MemberData(nameof(CarrierWords))]
    public void A_word_of_the_carrier_is_known_as_such_and_never_a_command_of_ours(string word, CarrierAct act)
    {
        Assert.Equal(new TextCommand.CarrierWord(act), TextCommand.Parse(word));
        Assert.Equal(new TextCommand.CarrierWord(act), TextCommand.Parse($" {word.ToLowerInvariant()}. "));
        Assert.DoesNotContain(TextCommand.Commands.Keys, command => command.Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_command_of_ours_is_digits_and_no_carrier_word_is_missing()
    {
        Assert.All(TextCommand.Commands.Keys, command => Assert.All(command, sign => Assert.True(char.IsAsciiDigit(sign))));
        Assert.Equal(CarrierWords.Select(row => row.Data.Item1).Order(), TextCommand.CarrierWords.Keys.Order());
    }

    [Theory]
    [InlineData("1")]
    [InlineData(" 1 ")]
    [InlineData("1.")]
    [InlineData("(1)!")]
    [InlineData("1\n")]
    [InlineData("1️⃣")]
    [InlineData("１")]
    [InlineData("١")]
    [InlineData("👍1")]
    public void The_boss_may_text_a_digit_as_thumbs_do(string body) => Assert.Equal(new TextCommand.Do(LineAct.Returned), TextCommand.Parse(body));

    [Fact]
    public void Each_digit_means_what_the_reminder_says_it_means()
    {
        Assert.Equal(new TextCommand.Do(LineAct.Snooze), TextCommand.Parse("2"));
        Assert.Equal(new TextCommand.Do(LineAct.CallMe), TextCommand.Parse("3"));
        Assert.Equal(new TextCommand.Next(), TextCommand.Parse("8"));
        Assert.Equal(new TextCommand.Hold(), TextCommand.Parse("9"));
        Assert.Equal(new TextCommand.GoOn(), TextCommand.Parse("0"));
        Assert.Equal(new TextCommand.BackInOffice(), TextCommand.Parse("6"));
        Assert.Equal(new TextCommand.ReadSheet(), TextCommand.Parse("5"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("12")]
    [InlineData("1 0")]
    [InlineData("1 10")]
    [InlineData("1 2 3")]
    [InlineData("4 2")]
    [InlineData("9 0")]
    [InlineData("9 25")]
    [InlineData("9 300")]
    [InlineData("0 1")]
    [InlineData("1st")]
    [InlineData("-½")]
    [InlineData("one")]
    [InlineData("stop it")]
    [InlineData("called him")]
    public void Anything_else_is_not_understood(string? body) => Assert.Equal(new TextCommand.NotUnderstood(), TextCommand.Parse(body));

    [Theory]
    [InlineData("1 2", LineAct.Returned, 2)]
    [InlineData("2, 9", LineAct.Snooze, 9)]
    [InlineData("3️⃣1️⃣", LineAct.CallMe, 1)]
    public void Two_digits_apart_are_an_act_and_the_line_it_is_about(string body, LineAct act, int item) =>
        Assert.Equal(new TextCommand.Do(act, item), TextCommand.Parse(body));

    [Theory]
    [InlineData("9 1", 1)]
    [InlineData("9 12", 12)]
    [InlineData("9 24", 24)]
    public void A_nine_with_hours_holds_for_so_long(string body, int hours) => Assert.Equal(new TextCommand.Hold(hours), TextCommand.Parse(body));

    [Theory]
    [InlineData("4", 4)]
    [InlineData("7", 7)]
    public void A_digit_without_a_command_is_a_number_and_nothing_else(string body, int number) => Assert.Equal(new TextCommand.Number(number), TextCommand.Parse(body));

    [Fact]
    public void T87_a_digit_is_a_line_only_while_a_question_with_so_many_lines_stands_and_never_two_things_at_once()
    {
        for (var count = 0; count <= TextQuestion.MostLines; count++)
        {
            Guid[] lines = [.. Enumerable.Range(0, count).Select(_ => Some.Id())];
            foreach (var act in Enum.GetValues<LineAct>())
            {
                var asked = new TextQuestion(act, lines, Place: null, default);
                for (var digit = 0; digit <= 9; digit++)
                {
                    ChosenLine? line = digit >= 1 && digit <= count ? new ChosenLine(act, lines[digit - 1]) : null;
                    Assert.Equal(line, asked.Choice(TextCommand.Parse($"{digit}")));
                    Assert.Null((asked with { Act = null }).Choice(TextCommand.Parse($"{digit}")));
                }
            }
        }
    }

    [Fact]
    public void Two_digits_say_act_and_line_whatever_was_asked_and_hours_are_never_a_line()
    {
        Guid[] lines = [Some.Id(), Some.Id(), Some.Id()];
        foreach (var asked in new LineAct?[] { null, LineAct.Returned, LineAct.Snooze, LineAct.CallMe })
        {
            var question = new TextQuestion(asked, lines, Place: null, default);
            Assert.Equal(new ChosenLine(LineAct.CallMe, lines[1]), question.Choice(TextCommand.Parse("3 2")));
            Assert.Null(question.Choice(TextCommand.Parse("1 4")));
            Assert.Null(question.Choice(TextCommand.Parse("9 3")));
            Assert.Null(question.Choice(TextCommand.Parse("what?")));
        }
    }

    [Fact]
    public void After_one_line_of_the_sheet_a_bare_act_is_about_it_and_other_digits_are_commands()
    {
        var line = Some.Id();
        var told = new TextQuestion(null, [line], Place: 4, default);
        Assert.All(Enum.GetValues<LineAct>(), act => Assert.Equal(new ChosenLine(act, line), told.Choice(TextCommand.Parse($"{(int)act}"))));
        Assert.All("0456789", digit => Assert.Null(told.Choice(TextCommand.Parse($"{digit}"))));
    }

    [Fact]
    public void A_question_stands_for_twenty_minutes()
    {
        var asked = new TextQuestion(LineAct.Returned, [], null, TheDesk.At(10, 0));
        Assert.True(asked.StandsAt(TheDesk.At(10, 19)));
        Assert.False(asked.StandsAt(TheDesk.At(10, 20)));
    }

    [Fact]
    public void A_text_s_status_never_moves_back()
    {
        TextStatus[] order = [TextStatus.Queued, TextStatus.Sending, TextStatus.Sent, TextStatus.Delivered, TextStatus.Read];
        Assert.All(order.Zip(order.Skip(1)), pair => Assert.True(pair.Second.MayReplace(pair.First) && !pair.First.MayReplace(pair.Second)));
        Assert.All(Enum.GetValues<TextStatus>(), status => Assert.False(status.MayReplace(status)));
        Assert.False(TextStatus.Accepted.MayReplace(TextStatus.Queued));
    }

    [Fact]
    public void Where_the_carrier_contradicts_itself_delivered_is_believed()
    {
        Assert.True(TextStatus.Delivered.MayReplace(TextStatus.Undelivered));
        Assert.False(TextStatus.Undelivered.MayReplace(TextStatus.Delivered));
        Assert.False(TextStatus.Failed.MayReplace(TextStatus.Undelivered));
        Assert.True(TextStatus.Undelivered.IsLost() && TextStatus.Failed.IsLost() && !TextStatus.Sent.IsLost());
    }

    [Fact]
    public void Every_word_of_the_carrier_for_a_text_is_understood()
    {
        Assert.All(Enum.GetValues<TextStatus>(), status => Assert.Equal(status, TextStatusWord.Read(status.ToString().ToLowerInvariant())));
        Assert.Equal(TextStatus.Received, TextStatusWord.Read("receiving"));
        Assert.Null(TextStatusWord.Read("teleported"));
        Assert.Null(TextStatusWord.Read(null));
    }
}
