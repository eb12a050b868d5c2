using FrontDesk.Calls;
using Xunit;

namespace FrontDesk.Tests.Rules;

/// <summary>R5: the desk writes a name as its caller spells it.</summary>
public sealed class SpelledNameTests
{
    [Theory]
    [InlineData("John Smyth, S M Y T H", "John Smyth")]
    [InlineData("John Smith, S M Y T H", "John Smyth")]
    [InlineData("John Smith, S-M-Y-T-H, calling for Ms. Miller", "John Smyth")]
    [InlineData("John Smith, S.M.Y.T.H.", "John Smyth")]
    [InlineData("It's John Smith. That's spelled S M Y T H E.", "John Smythe")]
    [InlineData("john smith s m y t h", "John Smyth")]
    [InlineData("John Smith, S as in Sam, M as in Mary, Y as in yes, T as in Tom, H as in Harry", "John Smyth")]
    [InlineData("John Boyd, B for Boy, O for Orange, Y for yellow, D like dog", "John Boyd")]
    [InlineData("John Smith, Sierra Mike Yankee Tango Hotel", "John Smyth")]
    [InlineData("Ann Mitchel, M I T C H E double L", "Ann Mitchell")]
    [InlineData("Mary Oneil, O apostrophe N E I L L", "Mary O'Neill")]
    [InlineData("Anne Marie, A N N E hyphen M A R I E", "Anne-Marie")]
    [InlineData("Jan van der Burg, V A N space D E R space B E R G", "Jan van der Berg")]
    [InlineData("Jenny Ng, N G", "Jenny Ng")]
    [InlineData("Jenny Ing, N G", "Jenny Ng")]
    [InlineData("Jon, J O N, S M Y T H", "Jon Smyth")]
    [InlineData("Shawn Reed, S E A N, R E I D", "Sean Reid")]
    [InlineData("Gwyneth, G W Y N E T H, Jones", "Gwyneth Jones")]
    [InlineData("Kathryn Vale, C A T H E R I N E", "Catherine Vale")]
    [InlineData("Tom McDonald, M C D O N A L D", "Tom McDonald")]
    [InlineData("John, S M Y T H", "John Smyth")]
    [InlineData("S M Y T H", "Smyth")]
    [InlineData("My name is S M Y T H I am calling for Ms. Miller", "Smyth")]
    [InlineData("John Smith from Fox, S M Y T H", "John Smyth from Fox")]
    [InlineData("Ana Pena, P E Ñ A", "Ana Peña")]
    public void A_spelled_name_is_written_as_it_was_spelled(string said, string name) => Assert.Equal(name, Heard(said).NameAsked(again: false));

    [Theory]
    [InlineData("J R R Tolkien", "J R R Tolkien")]
    [InlineData("J. R. R. Tolkien", "J. R. R. Tolkien")]
    [InlineData("George R R Martin", "George R R Martin")]
    [InlineData("I. M. Pei", "I. M. Pei")]
    [InlineData("John Smith from C B S", "John Smith from C B S")]
    [InlineData("John Smith, C B S", "John Smith, C B S")]
    [InlineData("John Smith about the N D A", "John Smith")]
    [InlineData("Mike Victor", "Mike Victor")]
    [InlineData("김 철 수", "김 철 수")]
    public void Initials_and_companies_are_no_spelling(string said, string name)
    {
        Assert.Null(Heard(said).Spelled);
        Assert.Equal(name, Heard(said).NameAsked(again: false));
    }

    private static Answer Heard(string said) => Answer.Of(said, TheDesk.Margarets);
}
