namespace FrontDesk.Simulator;

/// <summary>What goes wrong on the way, and how often (0 to 1): by seed, so that the same seed goes wrong in the same way.</summary>
public sealed record Mischief
{
    public WebhookMischief Voice { get; init; } = new();

    public WebhookMischief VoiceStatus { get; init; } = new();

    public WebhookMischief Text { get; init; } = new();

    public WebhookMischief TextStatus { get; init; } = new();

    public RestMischief Rest { get; init; } = new();

    /// <summary>Everything goes wrong, each kind this often; voice webhooks are late by seconds, callbacks by up to hours.</summary>
    public static Mischief Everywhere(double odds)
    {
        var voice = new WebhookMischief
        {
            Duplicate = odds,
            DuplicateAtOnce = odds,
            Late = odds,
            Lost = odds,
            AnswerLost = odds,
        };
        var callback = voice with { Reordered = odds, LateBy = TimeSpan.FromHours(3) };
        return new Mischief
        {
            Voice = voice,
            Text = voice,
            VoiceStatus = callback,
            TextStatus = callback,
            Rest = new RestMischief
            {
                TooMany = odds,
                Unavailable = odds,
                ErrorAfterAcceptance = odds,
                ResetAfterAcceptance = odds,
                GarbageAfterAcceptance = odds,
            },
        };
    }
}

/// <summary>How often a webhook goes wrong, and how.</summary>
public sealed record WebhookMischief
{
    /// <summary>Delivered again within three seconds of its answer, under the same idempotency token.</summary>
    public double Duplicate { get; init; }

    /// <summary>Two copies under way at the same time.</summary>
    public double DuplicateAtOnce { get; init; }

    /// <summary>Arrives late, by anything up to <see cref="LateBy"/>; beyond the read time-out the carrier has gone on without it.</summary>
    public double Late { get; init; }

    public TimeSpan LateBy { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>No connection: retried as the connection overrides say, then the fallback.</summary>
    public double Lost { get; init; }

    /// <summary>The service answers, the carrier never sees it.</summary>
    public double AnswerLost { get; init; }

    /// <summary>Status callbacks only: overtaken by later ones, by up to ten seconds.</summary>
    public double Reordered { get; init; }
}

/// <summary>How often a REST request goes wrong, and how.</summary>
public sealed record RestMischief
{
    /// <summary>429 with 20429; nothing was done.</summary>
    public double TooMany { get; init; }

    /// <summary>503 with 20503; nothing was done.</summary>
    public double Unavailable { get; init; }

    /// <summary>500 with 20500, although it was done.</summary>
    public double ErrorAfterAcceptance { get; init; }

    /// <summary>The connection breaks, although it was done.</summary>
    public double ResetAfterAcceptance { get; init; }

    /// <summary>502 with a page of HTML, although it was done.</summary>
    public double GarbageAfterAcceptance { get; init; }
}
