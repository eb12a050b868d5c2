using FrontDesk.Web;
using FrontDesk.Web.Telephony;

namespace FrontDesk.Tests.Reminders;

public sealed class TwilioRestTests : TelephonyContract
{
    private protected override ITelephony To(CarrierDoor door, TwilioSettings settings) => new TwilioRest(door, settings);
}
