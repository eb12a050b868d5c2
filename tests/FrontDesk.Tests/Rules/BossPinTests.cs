using FrontDesk.Brief;
using Xunit;

namespace FrontDesk.Tests.Rules;

public sealed class BossPinTests
{
    [Theory]
    [InlineData("246810")]
    [InlineData("907155")]
    [InlineData("118812344321")]
    public void Six_to_twelve_digits_that_are_no_row_are_a_PIN(string pin) => Assert.Null(BossPin.Objection(pin, TheDesk.Margarets));

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567890123")]
    [InlineData("24681o")]
    [InlineData("٢٤٦٨١٠")]
    [InlineData("111111")]
    [InlineData("121212")]
    [InlineData("123456")]
    [InlineData("987654")]
    public void Anything_else_is_refused_and_so_is_what_everybody_would_try(string pin) => Assert.NotNull(BossPin.Objection(pin, TheDesk.Margarets));

    [Fact]
    public void Part_of_a_number_of_the_desk_is_no_PIN()
    {
        var desk = Stores.Some.Desk();
        Assert.NotNull(BossPin.Objection("550100", desk));
        Assert.Null(BossPin.Objection("550199", desk));
    }
}
