using System.Net;
using FrontDesk.Web.Nodes;

namespace FrontDesk.Web.Telephony;

/// <summary>
/// A form that leaves only while this node may act. Looked at once the connection is there, right before the first byte: connecting may take
/// seconds, and a process may be stopped for minutes anywhere.
/// </summary>
internal sealed class HeldContent : HttpContent
{
    private readonly HttpContent form;
    private readonly Hold hold;

    public HeldContent(HttpContent form, Hold hold)
    {
        (this.form, this.hold) = (form, hold);
        Headers.ContentType = form.Headers.ContentType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        hold.Stands ? form.CopyToAsync(stream, context, cancellationToken) : throw new HoldLostException();

    protected override bool TryComputeLength(out long length)
    {
        length = form.Headers.ContentLength ?? 0;
        return form.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        form.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Nothing was sent: others may have taken over what this node was about to send.</summary>
internal sealed class HoldLostException() : Exception("the node was held up for too long");
