using System.Globalization;
using FrontDesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>
/// The product as it ships, run through its own entry point, and beside it in the same process a bare Kestrel that answers every
/// request with the same TwiML from memory: what the machine could do if the desk had nothing to do.
/// </summary>
public static class DeskBesideStatic
{
    public static async Task<int> RunAsync(int productPort, int staticPort)
    {
        var desk = Task.Factory.StartNew(
            () => typeof(Settings).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]), TaskCreationOptions.LongRunning);
        var twiml = await FirstAnswerAsync(new Uri($"http://127.0.0.1:{productPort}{Account.VoicePath}"), desk);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{staticPort}");
        await using var bare = builder.Build();
        bare.Run(context =>
        {
            context.Response.ContentType = "text/xml";
            context.Response.ContentLength = twiml.Length;
            return context.Response.Body.WriteAsync(twiml, context.RequestAborted).AsTask();
        });
        await bare.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a desk and {twiml.Length} bytes of static TwiML are ready"));
        await desk;
        return 0;
    }

    private static async Task<byte[]> FirstAnswerAsync(Uri voice, Task desk)
    {
        using var client = new HttpClient();
        for (var patience = 300; ; patience--)
        {
            try
            {
                using var response = await client.SendAsync(Genuine(voice));
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsByteArrayAsync();
            }
            catch (HttpRequestException failure) when (failure.StatusCode is null && patience > 0)
            {
                if (desk.IsCompleted)
                {
                    await desk;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private static HttpRequestMessage Genuine(Uri node) =>
        SignedRequest.Of(new Uri(Account.PublicUrl + Account.VoicePath), new IncomingCalls(seed: 7).Next()).To(node);
}
