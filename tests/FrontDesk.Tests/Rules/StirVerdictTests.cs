using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>What the carriers between say of a number is read by its beginning; what is new is unknown.</summary>
public sealed class StirVerdictTests
{
    [Theory]
    [InlineData("TN-Validation-Passed-A", StirVerdict.PassedA)]
    [InlineData("TN-Validation-Passed-B", StirVerdict.PassedB)]
    [InlineData("TN-Validation-Passed-C", StirVerdict.PassedC)]
    [InlineData("TN-Validation-Passed-A-Diverted", StirVerdict.PassedA)]
    [InlineData("TN-Validation-Passed-C-Passthrough", StirVerdict.PassedC)]
    [InlineData("TN-Validation-Passed", StirVerdict.Passed)]
    [InlineData("TN-Validation-Passed-D", StirVerdict.Passed)]
    [InlineData("TN-Validation-Passed-Almost", StirVerdict.Passed)]
    [InlineData("TN-Validation-Failed", StirVerdict.Failed)]
    [InlineData("TN-Validation-Failed-A", StirVerdict.Failed)]
    [InlineData("TN-Validation-Failed-C-Diverted", StirVerdict.Failed)]
    [InlineData(" tn-validation-failed ", StirVerdict.Failed)]
    [InlineData("No-TN-Validation", StirVerdict.NotValidated)]
    [InlineData("TN-Validation-Failedish", StirVerdict.Unknown)]
    [InlineData("TN-Validation-Pending", StirVerdict.Unknown)]
    [InlineData("Verified by the moon", StirVerdict.Unknown)]
    [InlineData("", StirVerdict.Unknown)]
    [InlineData(null, StirVerdict.Unknown)]
    public void A_verdict_is_read_by_its_beginning(string? word, StirVerdict verdict) => Assert.Equal(verdict, StirWord.Read(word));

    [Fact]
    public void A_number_that_failed_its_validation_suggests_nobody()
    {
        var john = new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber);

        Assert.Equal(TheDesk.Stranger, john.Under(StirVerdict.Failed));
        Assert.True((john with { IsBlocked = true }).Under(StirVerdict.Failed).IsBlocked);
        Assert.Equal(new Caller.Withheld(), new Caller.Withheld().Under(StirVerdict.Failed));
    }

    [Theory]
    [InlineData(StirVerdict.Unknown)]
    [InlineData(StirVerdict.NotValidated)]
    [InlineData(StirVerdict.PassedC)]
    [InlineData(StirVerdict.PassedA)]
    public void No_other_verdict_changes_whom_a_number_suggests(StirVerdict verdict)
    {
        var john = new Caller.Known(Guid.Empty, "John Smith", TheDesk.JohnsNumber);

        Assert.Same(john, john.Under(verdict));
    }
}
