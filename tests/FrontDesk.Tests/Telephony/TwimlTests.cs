using System.Text;
using System.Xml.Linq;
using FrontDesk.Brief;
using FrontDesk.Calls;
using FrontDesk.Web;
using FrontDesk.Web.Brief;
using FrontDesk.Web.Telephony;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FrontDesk.Tests.Telephony;

/// <summary>F18: what the carrier is answered, to the byte.</summary>
public sealed class TwimlTests
{
    private readonly Twiml twiml = new(new Settings
    {
        PublicUrl = new Uri("https://Desk.example.org"),
        Engine = DatabaseEngine.Sqlite,
        ConnectionString = "",
        Demo = false,
        MigratesAtStart = true,
        Twilio = new TwilioSettings { AccountSid = "", AuthToken = "x", ApiBaseUrl = new Uri("https://api.twilio.com") },
    });

    [Fact]
    public async Task F18_a_question_is_asked_in_these_bytes()
    {
        var (type, text) = await Written(response => twiml.For(Line("Margaret Miller's office. May I ask who's calling?", ScriptStep.WhoIsCalling), response));

        Assert.Equal("text/xml; charset=utf-8", type);
        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf speech" actionOnEmptyResult="true" method="POST" language="en-US" profanityFilter="false" action="https://Desk.example.org/twilio/voice/heard?step=1&amp;attempt=1" timeout="5" speechTimeout="1" finishOnKey="#"><Say voice="Polly.Joanna" language="en-US">Margaret Miller&apos;s office. May I ask who&apos;s calling?</Say></Gather></Response>""",
            text);
    }

    [Fact]
    public async Task F18_a_goodbye_is_said_in_these_bytes()
    {
        var (_, text) = await Written(response => twiml.For(Line("Great. She'll call you back as soon as she can.", ScriptStep.Goodbye), response));

        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Say voice="Polly.Joanna" language="en-US">Great. She&apos;ll call you back as soon as she can.</Say><Hangup/></Response>""",
            text);
    }

    [Fact]
    public async Task F18_a_moment_is_asked_for_in_these_bytes()
    {
        var (_, text) = await Written(response => twiml.OneMoment("One moment, please.", "/twilio/voice/heard?step=1&attempt=1&retry=1&words=a%20%26%20b", response));

        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Say voice="Polly.Joanna" language="en-US">One moment, please.</Say><Pause length="1"/><Redirect method="POST">https://Desk.example.org/twilio/voice/heard?step=1&amp;attempt=1&amp;retry=1&amp;words=a%20%26%20b</Redirect></Response>""",
            text);
    }

    [Fact]
    public async Task F18_the_brief_is_read_in_these_bytes()
    {
        var answer = new BriefAnswer([new BriefClause("2 ASAP.", 1), new BriefClause("Gwyneth Hale.", 1) { SpokenAs = [new SpokenAs("Gwyneth", "GWIN-eth", null)] }], Listens: 1) { Turn = 4, Speed = 115 };
        var (_, text) = await Written(response => twiml.Read(answer, "/twilio/brief/key?turn=4", response));

        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf" numDigits="1" finishOnKey="" actionOnEmptyResult="true" method="POST" action="https://Desk.example.org/twilio/brief/key?turn=4" timeout="1"><Say voice="Polly.Joanna" language="en-US"><prosody rate="115%">2 ASAP.</prosody></Say><Say voice="Polly.Joanna" language="en-US"><prosody rate="115%"><sub alias="GWIN-eth">Gwyneth</sub> Hale.</prosody></Say></Gather></Response>""",
            text);
        Assert.Contains(SpeechTiming.Joanna, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F18_a_PIN_is_asked_for_in_these_bytes()
    {
        var (_, text) = await Written(response => twiml.AskForPin(BriefSpeech.Pin, "/twilio/brief/pin?attempt=1", response));

        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf" finishOnKey="#" timeout="5" actionOnEmptyResult="true" method="POST" action="https://Desk.example.org/twilio/brief/pin?attempt=1"><Say voice="Polly.Joanna" language="en-US">Your PIN, please.</Say></Gather></Response>""",
            text);
    }

    [Fact]
    public async Task A_yes_is_one_key_and_a_number_as_many_as_it_takes()
    {
        var (_, yes) = await Written(response => twiml.For(Line("Is that right?", ScriptStep.IsThisTheNumber), response));
        var (_, number) = await Written(response => twiml.For(Line("Which number?", ScriptStep.WhatNumber), response));

        Assert.Equal("1", Gather(yes).Attribute("numDigits")?.Value);
        Assert.Null(Gather(number).Attribute("numDigits"));
        Assert.Equal("#", Gather(number).Attribute("finishOnKey")?.Value);
    }

    [Theory]
    [InlineData("<Dial>+13105550199</Dial>", "<Dial>+13105550199</Dial>")]
    [InlineData("]]> & \"quoted\" 'too'", "]]> & \"quoted\" 'too'")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;")]
    [InlineData("Zoë 🎬 שלום مرحبا", "Zoë 🎬 שלום مرحبا")]
    [InlineData("bell\u0007 escape\u001b nul\0 delete\u007f next\u0085", "bell escape nul delete next")]
    [InlineData("override\u202egnp.exe\u2066 \ufffe\uffff", "overridegnp.exe ")]
    [InlineData("half \ud83c of one", "half  of one")]
    [InlineData("tab\tline\nreturn\r.", "tab line return .")]
    public async Task S91_what_a_caller_said_is_spoken_as_text(string said, string spoken)
    {
        var (_, text) = await Written(response => twiml.For(Line(said, ScriptStep.Goodbye), response));

        Assert.Equal(["Say", "Hangup"], XDocument.Parse(text).Root!.Elements().Select(verb => verb.Name.LocalName));
        Assert.Equal(spoken, XDocument.Parse(text).Root!.Element("Say")!.Value);
    }

    [Fact]
    public async Task F17_the_longest_line_stays_within_what_the_carrier_takes()
    {
        var (_, text) = await Written(response => twiml.For(Line(new string('"', 100_000), ScriptStep.Message), response));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 64 * 1024);
        Assert.Equal(2500, XDocument.Parse(text).Root!.Value.Length);
    }

    private static ScriptLine Line(string say, ScriptStep step) => new() { Say = say, At = new ScriptPosition(step, 1) };

    private static XElement Gather(string text) => XDocument.Parse(text).Root!.Element("Gather")!;

    private static async Task<(string? Type, string Text)> Written(Func<HttpResponse, Task> write)
    {
        var context = new DefaultHttpContext();
        var body = new MemoryStream();
        context.Response.Body = body;
        await write(context.Response);
        await context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(body.Length, context.Response.ContentLength);
        return (context.Response.ContentType, Encoding.UTF8.GetString(body.ToArray()));
    }
}
