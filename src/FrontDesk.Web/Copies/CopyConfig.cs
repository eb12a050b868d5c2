using System.Text.Json;
using FrontDesk.Copies;
using FrontDesk.Desks;
using FrontDesk.Web.Desks;
using FrontDesk.Web.Mail;

namespace FrontDesk.Web.Copies;

/// <summary>What a desk wants of its copies as JSON, in the books and in a configuration file.</summary>
internal sealed record CopyConfig
{
    public required Paper Paper { get; init; }

    public required IReadOnlyList<CopyTime> Times { get; init; }

    public required IReadOnlyList<string> MailTo { get; init; }

    public static CopyConfig Of(CopyOrders orders) => new() { Paper = orders.Paper, Times = orders.Times, MailTo = orders.MailTo };

    public static string? Write(CopyOrders orders) => orders.AreUsual ? null : JsonSerializer.Serialize(Of(orders), ConfigJson.Camel);

    public static CopyOrders Read(string? json) => json is null ? CopyOrders.None : JsonSerializer.Deserialize<CopyConfig>(json, ConfigJson.Camel)!.ToOrders();

    public static CopyConfig Read(ConfigNode node, DeskHours hours)
    {
        var config = new CopyConfig
        {
            Paper = node.Word("paper", Paper.Letter),
            Times = node.List("times", time => ReadTime(time, hours)),
            MailTo = node.Has("mailTo") ? node.Words("mailTo") : [],
        };
        foreach (var address in config.MailTo.Where(address => !MailAddress.IsOne(address)))
        {
            node.Problem("mailTo", $"\"{PlainText.ForShowing(address)}\" is no mail address; write one like margaret@example.org");
        }

        if (config.MailTo.Distinct(StringComparer.OrdinalIgnoreCase).Count() < config.MailTo.Count)
        {
            node.Problem("mailTo", "an address stands there twice");
        }

        node.NothingElse();
        return config;
    }

    public CopyOrders ToOrders() => new() { Paper = Paper, Times = Times, MailTo = MailTo };

    /// <summary>A time of day, or one of three names for one: the desk's opening, half past twelve, half past six.</summary>
    private static CopyTime ReadTime(ConfigNode node, DeskHours hours) => new()
    {
        At = node.TextOrNull("at") switch
        {
            "morning" => hours.Opens,
            "beforeLunch" => new(12, 30),
            "evening" => new(18, 30),
            _ => node.Time("at"),
        },
        Days = node.Has("days") ? ReadDays(node) : CopyTime.Weekdays,
    };

    private static DayOfWeek[] ReadDays(ConfigNode node)
    {
        var days = Enum.GetValues<DayOfWeek>().ToDictionary(day => JsonNamingPolicy.CamelCase.ConvertName(day.ToString()), StringComparer.Ordinal);
        var named = node.Words("days");
        foreach (var word in named.Where(word => !days.ContainsKey(word)))
        {
            node.Problem("days", $"\"{PlainText.ForShowing(word)}\" is none of {string.Join(", ", days.Keys)}");
        }

        return [.. named.Where(days.ContainsKey).Select(word => days[word]).Distinct().Order()];
    }
}
