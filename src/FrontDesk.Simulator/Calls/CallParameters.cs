using System.Globalization;

namespace FrontDesk.Simulator.Calls;

/// <summary>The parameters every request about a call carries.</summary>
internal static class CallParameters
{
    public static List<KeyValuePair<string, string>> Of(Leg leg)
    {
        var (call, extras) = (leg.Call, leg.Extras);
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", leg.Board.Options.AccountSid),
            new("ApiVersion", "2010-04-01"),
            new("CallSid", call.Sid),
            new("CallStatus", call.Status.Word()),
            new("Called", call.To),
            new("Caller", call.From),
            new("Direction", call.Direction.Word()),
            new("From", call.From),
            new("To", call.To),
        ];
        Add(form, "ParentCallSid", call.ParentSid);
        Add(form, "ForwardedFrom", extras.ForwardedFrom);
        Add(form, "CallerName", extras.CallerName);
        Add(form, "StirVerstat", extras.StirVerstat);
        Add(form, "StirPassportToken", extras.StirPassportToken);
        Add(form, "AnsweredBy", call.AnsweredBy);
        if (call.Direction == CarrierCallDirection.Inbound)
            Add(form, "CallToken", leg.Board.Seed.Token($"token {call.Sid}"));
        AddPlace(form, leg.FromPlace, "From", "Caller");
        AddPlace(form, leg.ToPlace, "To", "Called");
        form.AddRange(extras.More);
        return form;
    }

    public static void Add(this List<KeyValuePair<string, string>> form, string name, string? value)
    {
        if (value is not null)
            form.Add(new KeyValuePair<string, string>(name, value));
    }

    /// <summary>Twilio's date form, in GMT.</summary>
    public static string Rfc2822(this DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static void AddPlace(List<KeyValuePair<string, string>> form, Place? place, params ReadOnlySpan<string> sides)
    {
        if (place is null)
            return;
        foreach (var side in sides)
        {
            Add(form, side + "City", place.City);
            Add(form, side + "State", place.State);
            Add(form, side + "Zip", place.Zip);
            Add(form, side + "Country", place.Country);
        }
    }
}
