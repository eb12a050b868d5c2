using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FrontDesk.Web.Pages;

/// <summary>What a person sees instead of a page that could not be shown.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // It stands in for whatever failed, a form among them; it changes nothing.
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int? status) => Explain(status);

    public void OnPost(int? status) => Explain(status);

    private void Explain(int? status) => (Heading, Advice) = status switch
    {
        StatusCodes.Status400BadRequest => ("That form was too old", "Nothing was changed. Go back to the sheet and try once more."),
        StatusCodes.Status403Forbidden => ("Not for you", "This account may not see that."),
        StatusCodes.Status404NotFound => ("Not here", "There is no such page, call or desk."),
        StatusCodes.Status429TooManyRequests => ("Too many tries", "Wait a minute, then try again."),
        StatusCodes.Status401Unauthorized => ("Sign in first", "The session has ended. Sign in, then try again; nothing was changed."),
        _ => ("Something went wrong", "Calls are answered all the same. Try again; if it stays so, the service's log says why."),
    };
}
