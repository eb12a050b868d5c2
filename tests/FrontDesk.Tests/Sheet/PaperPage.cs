using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace FrontDesk.Tests.Sheet;

/// <summary>A page as a browser without JavaScript has it: read it, and send its forms.</summary>
public sealed class PaperPage(HttpClient client, IDocument document, HttpStatusCode status, HttpResponseMessage response)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IDocument Document { get; } = document;

    public HttpStatusCode Status { get; } = status;

    public HttpResponseMessage Response { get; } = response;

    public static async Task<PaperPage> OpenAsync(HttpClient client, string address) =>
        await ReadAsync(client, await client.GetAsync(address, Cancel));

    /// <summary>Sends the form the button stands in, as that button would, and follows where it leads.</summary>
    public async Task<PaperPage> PressAsync(string button, Action<Dictionary<string, string>>? change = null)
    {
        var pressed = (IHtmlButtonElement)(Document.QuerySelector(button) ?? throw new InvalidOperationException($"No button {button}."));
        var form = pressed.Form ?? throw new InvalidOperationException($"{button} stands in no form.");
        var fields = form.Elements.OfType<IHtmlInputElement>()
            .Where(field => field.Type is not ("radio" or "checkbox") || field.IsChecked).ToDictionary(field => field.Name!, field => field.Value, StringComparer.Ordinal);
        foreach (var select in form.Elements.OfType<IHtmlSelectElement>())
        {
            fields[select.Name!] = select.Value ?? "";
        }

        foreach (var area in form.Elements.OfType<IHtmlTextAreaElement>())
        {
            fields[area.Name!] = area.Value;
        }

        if (pressed.Name is { Length: > 0 } name)
        {
            fields[name] = pressed.Value;
        }

        change?.Invoke(fields);
        using var content = new FormUrlEncodedContent(fields);
        var answer = await client.PostAsync(
            (pressed.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } action ? action : Document.Url, content, Cancel);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await OpenAsync(client, answer.Headers.Location!.ToString())
            : await ReadAsync(client, answer);
    }

    public string Text(string selector) => string.Join(
        ' ',
        (Document.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing at {selector}.")).TextContent
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IEnumerable<string> Texts(string selector) => Document.QuerySelectorAll(selector).Select(element => element.TextContent.Trim());

    public static async Task<PaperPage> ReadAsync(HttpClient client, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        var address = response.RequestMessage!.RequestUri!.ToString();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(text).Address(address), Cancel);
        return new PaperPage(client, document, response.StatusCode, response);
    }
}
