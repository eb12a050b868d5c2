using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Sheet;

/// <summary>Where a page of the log begins: the call just before it, in the order of the page. It is no secret, only short.</summary>
public sealed record LogPlace(DateTimeOffset At, Guid Id)
{
    public static LogPlace Of(LoggedCall call) => new(call.ReceivedAt, call.Id);

    public static bool TryRead(string? text, [NotNullWhen(true)] out LogPlace? place)
    {
        place = null;
        if (text?.Split('_') is not [var at, var id]
            || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || microseconds > Instant.ToMicroseconds(DateTimeOffset.MaxValue)
            || !Guid.TryParseExact(id, "N", out var guid))
        {
            return false;
        }

        place = new LogPlace(Instant.OfMicroseconds(microseconds), guid);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Instant.ToMicroseconds(At)}_{Id:N}");
}
