using FrontDesk.Tests.Reminders;
using FrontDesk.Web;
using FrontDesk.Web.Telephony;
using FrontDesk.Web.Telephony.Sdk;

namespace FrontDesk.Tests.FullNuGet;

public sealed class TwilioSdkTests : TelephonyContract
{
    private protected override ITelephony To(CarrierDoor door, TwilioSettings settings) => new TwilioSdk(door, settings);
}
