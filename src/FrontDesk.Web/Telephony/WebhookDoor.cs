using System.Buffers;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FrontDesk.Web.Telephony;

/// <summary>Stands before every webhook: reads its body once, and lets in only what the carrier signed for our account.</summary>
public sealed class WebhookDoor(Settings settings, Refusals refusals)
{
    public const int MostBytes = 64 * 1024;

    private readonly byte[] account = Encoding.UTF8.GetBytes(settings.Twilio.AccountSid);

    private readonly TwilioSignature signature =
        new(settings.PublicUrl, settings.Twilio.AuthToken, settings.Twilio.NextAuthToken);

    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["X-Twilio-Signature"] is not [{ Length: > 0 } claimed])
        {
            Refuse(context, StatusCodes.Status403Forbidden, Refusal.NoSignature);
            return;
        }

        if (await ReadAsync(context.Request) is not { } body)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, Refusal.TooLong);
            return;
        }

        using var form = Inspect(context, body, claimed);
        ArrayPool<byte>.Shared.Return(body.Array!);
        if (form is not null)
        {
            context.Features.Set(form);
            await next(context);
        }
    }

    /// <returns>What the signature vouches for; null when the request was refused.</returns>
    private WebhookForm? Inspect(HttpContext context, ReadOnlySpan<byte> body, string claimed)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var posted = HttpMethods.IsPost(context.Request.Method) && (body.IsEmpty || IsForm(context.Request));
        if (WebhookForm.Parse(posted ? body : QueryOf(target)) is not { } form)
        {
            return Refuse(context, StatusCodes.Status400BadRequest, Refusal.NotAForm);
        }

        var genuine = target.StartsWith('/')
            && signature.Signs(target, posted ? form : null, claimed)
            && (posted || body.IsEmpty || TwilioSignature.IsBodyOf(form, body));
        var ours = genuine && form.Has("AccountSid"u8, account);
        if (!ours)
        {
            form.Dispose();
            return Refuse(context, StatusCodes.Status403Forbidden, genuine ? Refusal.OtherAccount : Refusal.BadSignature);
        }

        return form;
    }

    private WebhookForm? Refuse(HttpContext context, int status, Refusal why)
    {
        refusals.Count(why);
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        return null;
    }

    /// <returns>The whole body in a rented array; null when it is longer than any webhook.</returns>
    private static async ValueTask<ArraySegment<byte>?> ReadAsync(HttpRequest request)
    {
        while (request.ContentLength is null or <= MostBytes)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > MostBytes)
            {
                break;
            }

            if (read.IsCompleted)
            {
                var length = (int)read.Buffer.Length;
                var body = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
                read.Buffer.CopyTo(body);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return new ArraySegment<byte>(body, 0, length);
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        return null;
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType is "application/x-www-form-urlencoded; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private static byte[] QueryOf(string target) =>
        target.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? Encoding.UTF8.GetBytes(target[(mark + 1)..]) : [];
}
