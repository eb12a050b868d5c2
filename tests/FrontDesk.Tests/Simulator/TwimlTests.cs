using System.Globalization;
using System.Text;
using FrontDesk.Simulator;
using Xunit;

namespace FrontDesk.Tests.Simulator;

/// <summary>What the carrier accepts as a document, seen from the line: warnings, and what the caller hears.</summary>
public sealed class TwimlTests
{
    private const string Sorry = "We are sorry, an application error has occurred. Goodbye.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 11770)]
    [InlineData(" <Response/>", 12100)]
    [InlineData("\uFEFF<Response/>", 12100)]
    [InlineData("\n<?xml version=\"1.0\"?><Response/>", 12100)]
    [InlineData("<Response><Say>Bell & Sons</Say></Response>", 12100)]
    [InlineData("<Response><Say>a < b</Say></Response>", 12100)]
    [InlineData("<Response><Say>not closed</Response>", 12100)]
    [InlineData("<Response><Say>&#1;</Say></Response>", 12100)]
    [InlineData("<!DOCTYPE Response [<!ENTITY who \"Danni\">]><Response><Say>&who;</Say></Response>", 12100)]
    [InlineData("<?xml version=\"1.1\"?><Response/>", 12101)]
    [InlineData("<response/>", 12102)]
    [InlineData("<Say>Hello</Say>", 12102)]
    [InlineData("<Response xmlns=\"urn:x\"/>", 12102)]
    public async Task What_is_no_document_ends_the_call_with_Twilio_s_own_sentence(string body, int code)
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, body);

        Assert.Equal(Sorry, Assert.Single(call.Heard).Text);
        Assert.Contains($" {code}: ", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Say speed=\"fast\">Hello</Say>", "unknown attribute speed on Say")]
    [InlineData("<Say Voice=\"man\">Hello</Say>", "unknown attribute Voice on Say")]
    [InlineData("<Speak>Hello</Speak><Say>Hello</Say>", "unknown element Speak")]
    [InlineData("<Body>Hello</Body><Say>Hello</Say>", "Body inside Response")]
    [InlineData("<Say><Dial>+13105550142</Dial>Hello</Say>", "Dial inside Say")]
    [InlineData("<Gather><Redirect>x</Redirect></Gather><Say>Hello</Say>", "Redirect inside Gather")]
    [InlineData("<Gather timeout=\"soon\" numDigits=\"1\"><Pause/></Gather><Say>Hello</Say>", "timeout=\"soon\" on Gather")]
    [InlineData("<Gather finishOnKey=\"x\"/><Say>Hello</Say>", "finishOnKey=\"x\" on Gather")]
    [InlineData("Hello<Say>Hello</Say>", "text inside Response")]
    [InlineData("<Say loop=\"many\">Hello</Say>", "loop=\"many\" on Say")]
    public async Task What_the_schema_does_not_know_is_a_warning_and_the_call_goes_on(string verbs, string warning)
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, $"<Response>{verbs}</Response>");

        Assert.Contains("Hello", call.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Contains($"12200: {warning}", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_and_every_SSML_child_are_read_without_a_warning()
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, """
            <?xml version="1.0" encoding="utf-8"?>
            <Response><!-- the greeting --><Say voice="Polly.Joanna-Neural" language="en-US">
              <p><s>Call</s></p> <emphasis level="strong">Danni</emphasis><break time="500ms"/> <lang xml:lang="fr-FR">Rosé</lang>
              <prosody rate="fast" volume="loud" pitch="low">soon</prosody> <say-as interpret-as="telephone" format="1">310</say-as>
              <sub alias="Incorporated">Inc</sub> <phoneme alphabet="ipa" ph="x">Miller</phoneme> <w role="amazon:VB">read</w>
            </Say></Response>
            """);

        Assert.Empty(desk.Carrier.Warnings);
        Assert.Equal("Call Danni Rosé soon 310 Incorporated Miller read", Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task Words_take_their_time_and_a_comma_a_little_more()
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, """<Response><Say loop="2">One two, three<break time="2s"/> four.</Say></Response>""");

        Assert.Equal(2, call.Heard.Count);
        Assert.Equal((4 * 60.0 / 170) + 0.25 + 2, call.Heard[0].Seconds, 6);
        Assert.Equal(call.Heard[0].Seconds, (call.Heard[1].At - call.Heard[0].At).TotalSeconds, 3);
    }

    [Fact]
    public async Task Names_that_look_like_markup_are_words()
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, "<Response><Say>&lt;Dial&gt;+19005550199&lt;/Dial&gt; 🌹 مرحبا</Say></Response>");

        Assert.Equal("<Dial>+19005550199</Dial> 🌹 مرحبا", Assert.Single(call.Heard).Text);
        Assert.Single(desk.Carrier.Calls);
        Assert.Empty(desk.Carrier.Warnings);
    }

    [Theory]
    [InlineData("text/xml", "Hello")]
    [InlineData("application/xml", "Hello")]
    [InlineData("text/html", "Hello")]
    [InlineData("text/xml; charset=utf-8", "Hello")]
    [InlineData("text/plain", "Hello")]
    [InlineData("application/json", Sorry)]
    [InlineData(null, Sorry)]
    public async Task The_content_type_decides_whether_it_is_a_document(string? type, string heard)
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, "<Response><Say>Hello</Say></Response>", type);

        Assert.Equal(heard, Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task Plain_text_is_read_aloud()
    {
        await using var desk = await PretendDesk.OpenAsync();

        var call = await CallAsync(desk, "The office is closed", "text/plain");

        Assert.Equal("The office is closed", Assert.Single(call.Heard).Text);
    }

    [Fact]
    public async Task Sixty_four_kilobytes_are_enough()
    {
        await using var desk = await PretendDesk.OpenAsync();
        var comment = new string('x', (64 * 1024) - "<Response><!----></Response>".Length);

        await CallAsync(desk, $"<Response><!--{comment}--></Response>");
        Assert.Empty(desk.Carrier.Warnings);
        await CallAsync(desk, $"<Response><!--{comment}x--></Response>");

        Assert.Contains(" 11750: ", Assert.Single(desk.Carrier.Warnings), StringComparison.Ordinal);
    }

    private static async Task<PhoneCall> CallAsync(PretendDesk desk, string body, string? contentType = "text/xml")
    {
        desk.Answers("answer", async (_, context) =>
        {
            context.Response.ContentType = contentType;
            context.Response.Headers.ContentLength = Encoding.UTF8.GetByteCount(body);
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), Cancel);
        });
        var number = string.Create(CultureInfo.InvariantCulture, $"+131055501{desk.Carrier.Calls.Count + 42}");
        var call = await desk.Carrier.Telephone(number).DialAsync(PretendDesk.Line, Cancel);
        await call.WaitUntilEndedAsync(Cancel);
        return call;
    }
}
