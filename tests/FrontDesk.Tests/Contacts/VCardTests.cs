using FrontDesk.Contacts;
using FrontDesk.Tests.Stores;
using Xunit;

namespace FrontDesk.Tests.Contacts;

public sealed class VCardTests
{
    private static readonly PhoneNumber Home = PhoneNumber.Parse("+13105550100");

    [Fact]
    public void A_phones_vCard_of_version_3_becomes_a_card()
    {
        var card = Assert.Single(Read("""
            BEGIN:VCARD
            VERSION:3.0
            PRODID:-//Some Phone//EN
            N:Hale;Gwyneth;;;
            FN:Gwyneth Hale
            X-PHONETIC-FIRST-NAME:GWIN-eth
            X-PHONETIC-LAST-NAME:HAIL
            ORG:Hale Literary;Rights
            TITLE:Agent
            TEL;type=CELL;type=VOICE;type=pref:(310) 555-0146
            item1.TEL:+44 20 7946 0147
            item1.X-ABLabel:boat
            item2.TEL;TYPE=WORK:310 555 0148 ext. 9
            item2.X-ABLabel:_$!<Work>!$_
            item3.X-ABRELATEDNAMES;type=pref:Priya
            item3.X-ABLabel:_$!<Assistant>!$_
            EMAIL;type=INTERNET:gwyneth@example.org
            NOTE:Prefers mornings.\nLikes tea\, not co
             ffee.
            PHOTO;ENCODING=b;TYPE=JPEG:AAAA
             BBBB
            END:VCARD
            """));

        Assert.Equal(("Gwyneth Hale", "Hale, Gwyneth", "GWIN-eth HAIL"), (card.Name, card.SortName, card.Pronunciation));
        Assert.Equal(("Hale Literary, Rights", "Agent"), (card.Company, card.Title));
        Assert.Equal(
            [("+13105550146", "cell"), ("+442079460147", "boat"), ("+13105550148", "Work, ext. 9")],
            card.Numbers.Select(entry => (entry.Number.E164, entry.Label)));
        Assert.Equal("Priya", Assert.Single(card.Assistants).Name);
        Assert.Equal("E-mail: gwyneth@example.org\nPrefers mornings.\nLikes tea, not coffee.", card.Notes);
    }

    [Fact]
    public void A_vCard_of_version_4_becomes_a_card()
    {
        var card = Assert.Single(Read(
            "begin:vcard\r\nversion:4.0\r\nFN:Danni Okafor\r\nN;SORT-AS=\"Okafor,Danni\":Okafor;Danni;;;\r\nN;ALTID=1;PHONETIC=ipa:oʊˈkɑːfɔːr;ˈdæni;;;\r\n"
            + "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-310-555-0144\r\nTEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":tel:+1-310-555-0143;ext=12\r\n"
            + "RELATED;TYPE=agent;VALUE=text:Sam\r\nend:vcard\r\n"));

        Assert.Equal(("Danni Okafor", "ˈdæni oʊˈkɑːfɔːr", "Sam"), (card.Name, card.Ipa, card.Assistants[0].Name));
        Assert.Equal([("+13105550143", "cell, ext. 12"), ("+13105550144", "home")], card.Numbers.Select(entry => (entry.Number.E164, entry.Label)));
    }

    [Theory]
    [InlineData("BEGIN:VCARD\nVERSION:2.1\nFN:Old\nEND:VCARD", "Card 1: it is a vCard of version 2.1; export it as 3.0 or 4.0.")]
    [InlineData("BEGIN:VCARD\nVERSION:3.0\nFN:Half", "The file ends in the middle of a card: it may have been cut off.")]
    public void What_cannot_be_read_is_said(string text, string problem)
    {
        Assert.Empty(VCardReader.Read(text, out var problems));
        Assert.Equal(problem, Assert.Single(problems));
    }

    [Fact]
    public void A_number_that_cannot_be_dialled_is_kept_in_the_notes()
    {
        VCardReader.Read("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nTEL;TYPE=home:555-0142\nEND:VCARD", out _);

        var card = VCardReader.Read("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nTEL;TYPE=home:555-0142\nEND:VCARD", out _)[0].Read(1, Guid.Empty, Home, Some.Id)!;

        Assert.Equal("Number as written: 555-0142 (home)", card.Card.Notes);
        Assert.Equal("\"555-0142\" cannot be dialled; it is kept in the notes.", Assert.Single(card.Warnings));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void What_was_written_reads_back_the_same_whatever_stands_in_it(int version)
    {
        foreach (var hostile in Hostile.Texts)
        {
            var card = Full(hostile);

            var text = VCardWriter.Write(card, version);

            Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
            var read = VCardReader.Read(text, out var problems)[0].Read(1, card.DeskId, Home, Some.Id)!;
            Assert.Empty(problems);
            Assert.Equal(card.Id, read.Uid);
            Assert.Empty(CardDiff.Between(card, read.Card));
        }
    }

    internal static Contact Full(string text) => CardText.Clean(new Contact
    {
        Id = Some.Id(),
        DeskId = Guid.Empty,
        Name = text,
        SortName = $"{text}, {text}",
        Pronunciation = text,
        Ipa = text,
        Company = text,
        Title = text,
        Standing = Standing.TooImportantNotTo,
        WantsToTalk = true,
        Wakes = true,
        PreferredAnswer = "I'm sorry, {she's} not available.",
        Notes = $"{text}\n{text}",
        Numbers =
        [
            new() { Id = Some.Id(), Number = PhoneNumber.Parse("+13105550146"), Label = text },
            new() { Id = Some.Id(), Number = PhoneNumber.Parse("+442079460147"), Label = "" },
        ],
        Assistants = [new() { Id = Some.Id(), Name = text, Number = PhoneNumber.Parse("+13105550148"), Notes = text }, new() { Id = Some.Id(), Name = "Priya" }],
        Matters = [new() { Id = Some.Id(), Name = text, Words = ["rights", "second book"] }],
    });

    private static IEnumerable<Contact> Read(string text) => VCardReader.Read(text, out _).Select(draft => draft.Read(1, Guid.Empty, Home, Some.Id)!.Card);
}
