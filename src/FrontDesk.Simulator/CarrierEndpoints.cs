using FrontDesk.Simulator.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FrontDesk.Simulator;

/// <summary>The carrier's REST side.</summary>
public static class CarrierEndpoints
{
    /// <summary>Serves the REST API under {prefix}/2010-04-01/Accounts/{AccountSid}/….json with Basic authentication.</summary>
    public static IEndpointRouteBuilder MapCarrier(this IEndpointRouteBuilder routes, Carrier carrier, string prefix = "")
    {
        var door = new RestDoor(carrier.Board, prefix);
        var calls = new CallResource(carrier.Board);
        var messages = new MessageResource(carrier.Board);
        var numbers = new NumberResource(carrier.Board);
        var account = routes.MapGroup($"{prefix}/2010-04-01/Accounts/{{account}}").ExcludeFromDescription();
        account.MapPost("/Calls.json", Through(calls.Create));
        account.MapGet("/Calls.json", Through(calls.List));
        account.MapGet("/Calls/{sid}.json", Through(calls.Show));
        account.MapPost("/Calls/{sid}.json", Through(calls.Update));
        account.MapDelete("/Calls/{sid}.json", Through(calls.Delete));
        account.MapPost("/Messages.json", Through(messages.Create));
        account.MapGet("/Messages.json", Through(messages.List));
        account.MapGet("/Messages/{sid}.json", Through(messages.Show));
        account.MapGet("/IncomingPhoneNumbers.json", Through(numbers.List));
        account.MapGet("/IncomingPhoneNumbers/{sid}.json", Through(numbers.Show));
        account.Map("/{**rest}", Through(RestFault.NotFound));
        var lookups = new LookupResource(carrier.Board);
        routes.MapGet($"{prefix}/v2/PhoneNumbers/{{sid}}", Late(lookups.Delay, Through(lookups.Show))).ExcludeFromDescription();
        return routes;

        RequestDelegate Late(Func<HttpContext, TimeSpan> delay, RequestDelegate work) => async context =>
        {
            if (delay(context) is { Ticks: > 0 } late)
                await Task.Delay(late, carrier.Clock, context.RequestAborted);
            await work(context);
        };

        RequestDelegate Through(Func<RestRequest, RestAnswer> work) => context => door.ServeAsync(context, work);
    }
}
