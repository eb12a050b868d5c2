using System.ComponentModel.DataAnnotations;
using FrontDesk.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace FrontDesk.Web.Pages;

/// <summary>The door: name and password, and out again.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Tries)]
public sealed class SignInModel(UserBook users, Settings settings) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string? Name { get; set; }

    [BindProperty]
    [Required]
    [StringLength(1000)]
    public string? Password { get; set; }

    public string? ReturnUrl { get; private set; }

    public bool WasRefused { get; private set; }

    // The demo has no users: its door is the computer it runs on.
    public IActionResult OnGet(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        return settings.Demo || User.Identity?.IsAuthenticated == true ? LocalRedirect(Safe(returnUrl)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancel)
    {
        ReturnUrl = returnUrl;
        if (!settings.Demo
            && ModelState.IsValid
            && await users.CheckAsync(Name!, Password!, cancel) is SignInOutcome.Welcome user)
        {
            await HttpContext.SignInAsync(SignInSetup.Principal(user));
            return LocalRedirect(Safe(returnUrl));
        }

        WasRefused = true;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        if (!settings.Demo)
        {
            await HttpContext.SignOutAsync();
        }

        return LocalRedirect("/signin");
    }

    private string Safe(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";
}
