using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R11: who calls for somebody else, and for whom.</summary>
public sealed class AssistantsTests
{
    [Theory]
    [InlineData("Jamie from Tom Reed's office", "Jamie", "Tom Reed")]
    [InlineData("Hi, this is Ann Lee, Tom Reed's assistant", "Ann Lee", "Tom Reed")]
    [InlineData("It's Robin calling from Tom Reed's office", "Robin", "Tom Reed")]
    [InlineData("Robin Vale on behalf of Tom Reed", "Robin Vale", "Tom Reed")]
    [InlineData("My name is Robin, I'm calling on behalf of Tom Reed", "Robin", "Tom Reed")]
    [InlineData("I have Tom Reed for Ms. Miller", null, "Tom Reed")]
    [InlineData("Robin from jim rogers office", "Robin", "jim rogers")]
    [InlineData("Robin from Jim Rogers' office", "Robin", "Jim Rogers")]
    public void Two_people_are_told_from_each_other(string said, string? assistant, string? principal)
    {
        var answer = Heard(said);
        Assert.Equal((assistant, principal), (answer.Assistant, answer.Principal));
    }

    [Theory]
    [InlineData("John Smith from Universal Pictures")]
    [InlineData("It's John Smith.")]
    [InlineData("John Smith calling for Ms. Miller about the office lease")]
    [InlineData("I have a question")]
    [InlineData("Is she in the office?")]
    [InlineData("This is her doctor's office")]
    [InlineData("I'll be in my office")]
    public void Who_calls_for_nobody_else_has_no_principal(string said) => Assert.Null(Heard(said).Principal);

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
