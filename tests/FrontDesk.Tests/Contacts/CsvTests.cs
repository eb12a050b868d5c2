using System.Text;
using CsvHelper;
using FrontDesk.Contacts;
using FrontDesk.Tests.Stores;
using FrontDesk.Web.Contacts.Files;
using Xunit;

namespace FrontDesk.Tests.Contacts;

public sealed class CsvTests
{
    private static readonly PhoneNumber Home = PhoneNumber.Parse("+13105550100");

    [Fact]
    public void What_was_exported_reads_back_the_same_whatever_stands_in_it()
    {
        var cards = Hostile.Texts.Select((text, at) => VCardTests.Full($"{text} {at}")).ToList();

        var read = Read(CardExport.Of(cards, CardFormat.Csv).Text);

        Assert.Empty(read.Problems);
        Assert.Equal(cards.Select(card => (Guid?)card.Id), read.Cards.Select(card => card.Uid));
        Assert.All(cards.Zip(read.Cards), pair => Assert.Empty(CardDiff.Between(pair.First, pair.Second.Card)));
    }

    [Theory]
    [InlineData(CardFormat.Csv)]
    [InlineData(CardFormat.GoogleCsv)]
    public void No_cell_is_a_formula(CardFormat format)
    {
        var text = CardExport.Of([.. Hostile.Texts.Select(VCardTests.Full)], format).Text;

        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        while (csv.Read())
        {
            Assert.All(Enumerable.Range(0, csv.FieldCount).Select(csv.GetString), cell => Assert.DoesNotContain(cell.TrimStart().FirstOrDefault(), "=+-@＝＋－＠\t\r\n"));
        }
    }

    [Fact]
    public void Googles_new_CSV_is_read()
    {
        var card = Assert.Single(Read("""
            First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Relation 1 - Label,Relation 1 - Value
            Gwyneth,,Hale,GWIN-eth,,,,,,,Hale Literary,Agent,,1970-01-02,"Prefers mornings.
            Likes tea.",,* myContacts,* Work,gwyneth@example.org,* Mobile,(310) 555-0146 ::: (310) 555-0147,Work,+44 20 7946 0147,Assistant,Priya
            """).Cards).Card;

        Assert.Equal(("Gwyneth Hale", "Hale, Gwyneth", "GWIN-eth", "Hale Literary", "Agent"), (card.Name, card.SortName, card.Pronunciation, card.Company, card.Title));
        Assert.Equal(
            [("+13105550146", "Mobile"), ("+13105550147", "Mobile"), ("+442079460147", "Work")], card.Numbers.Select(entry => (entry.Number.E164, entry.Label)));
        Assert.Equal("Priya", Assert.Single(card.Assistants).Name);
        Assert.Equal("Prefers mornings.\nLikes tea.\nE-mail: gwyneth@example.org\nBirthday: 1970-01-02".Split('\n').Order(StringComparer.Ordinal), card.Notes!.Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Googles_old_CSV_is_read()
    {
        var card = Assert.Single(Read(
            "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,Group Membership,Phone 1 - Type,Phone 1 - Value\n"
            + "Danni Okafor,Danni,Okafor,Okafor Films,Producer,* myContacts,Mobile,+1 310-555-0143\n").Cards).Card;

        Assert.Equal(("Danni Okafor", "Okafor, Danni", "Okafor Films", "Producer", null), (card.Name, card.SortName, card.Company, card.Title, card.Notes));
    }

    [Fact]
    public void A_plain_CSV_with_semicolons_is_read_and_what_has_no_place_is_kept()
    {
        var read = Read("Last Name;First Name;Mobile Phone;Shoe Size\nSmith;John;310-555-0142;44\n");

        var card = Assert.Single(read.Cards).Card;
        Assert.Equal(("John Smith", "Shoe Size: 44", "Mobile Phone"), (card.Name, card.Notes, card.Numbers[0].Label));
        Assert.Contains("no place for “Shoe Size”", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("Shoe Size\n44\n", "No column holds a name")]
    public void What_is_no_file_of_cards_is_said(string text, string problem)
    {
        Assert.Empty(Read(text).Cards);
        Assert.Contains(problem, Assert.Single(Read(text).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_stands_in_the_file_twice_is_one()
    {
        var read = Read("Name,Phone,Company\nJohn Smith,310-555-0142,\nJOHN SMITH,(310) 555-0142,Smith Brothers\nJohn Smith,310-555-0143,\n");

        Assert.Equal(["Smith Brothers", null], read.Cards.Select(card => card.Card.Company));
    }

    [Fact]
    public void Whatever_wrote_the_file_its_letters_are_read()
    {
        Assert.All(
            new[] { Encoding.UTF8.GetBytes("Siân"), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Siân")], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Siân")], Encoding.Latin1.GetBytes("Siân") },
            bytes => Assert.Equal("Siân", CardFile.TextOf(bytes)));
    }

    private static CardFile Read(string text) => CardFile.Read(text, Guid.Empty, Home, Some.Id);
}
