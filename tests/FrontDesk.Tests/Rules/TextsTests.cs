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
    public void The_boss_may_text_a_digit_as_thumbs_do(string body) => Assert.Equal(new TextCommand.Returned(), TextCommand.Parse(body));

    [Fact]
    public void Each_digit_means_what_the_reminder_says_it_means()
    {
        Assert.Equal(new TextCommand.Snooze(), TextCommand.Parse("2"));
        Assert.Equal(new TextCommand.CallMe(), TextCommand.Parse("3"));
        Assert.Equal(new TextCommand.BackInOffice(), TextCommand.Parse("6"));
        Assert.Equal(new TextCommand.ReadSheet(), TextCommand.Parse("5"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("11")]
    [InlineData("1 2")]
    [InlineData("1st")]
    [InlineData("-½")]
    [InlineData("one")]
    [InlineData("stop it")]
    [InlineData("called him")]
    public void Anything_else_is_not_understood(string? body) => Assert.Equal(new TextCommand.NotUnderstood(), TextCommand.Parse(body));

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
