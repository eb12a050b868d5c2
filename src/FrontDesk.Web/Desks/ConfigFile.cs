using System.Text.Json;
using System.Text.RegularExpressions;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Office;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Desks;

/// <summary>A configuration file that was read: its desks, and all that is wrong with it.</summary>
internal sealed partial record ConfigFile(IReadOnlyList<DeskConfig> Desks, IReadOnlyList<string> Problems)
{
    private static readonly JsonDocumentOptions Forgiving = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static ConfigFile Read(string text)
    {
        var problems = new List<string>();
        try
        {
            using var json = JsonDocument.Parse(text, Forgiving);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new([], ["The file must hold one JSON object with a list of desks."]);
            }

            var root = new ConfigNode(json.RootElement, "", problems);
            var desks = root.List("desks", ReadDesk);
            root.NothingElse();
            problems.AddRange(Twice("name", desks.Select(desk => desk.Name)).Select(twice => $"desks: {twice}"));
            problems.AddRange(Twice("line", LinesOf(desks)).Select(twice => $"desks: {twice}"));
            return new(desks, problems);
        }
        catch (JsonException exception)
        {
            return new([], [$"The file is no JSON: {exception.Message}"]);
        }
    }

    private static DeskConfig ReadDesk(ConfigNode node)
    {
        var hours = ReadHours(node.Object("hours"));
        var desk = new DeskConfig
        {
            Name = node.Text("name"),
            BossName = node.Text("bossName"),
            Pronoun = node.Word("pronoun", Pronoun.They),
            Persona = node.Text("persona"),
            Zone = node.Text("zone"),
            Reach = node.Has("reach") ? node.Word("reach", ReachWay.AtOnce) : null,
            Dials = node.Has("dials") ? ReadDials(node) : null,
            Hours = hours,
            DaysOff = node.Has("daysOff") ? ReadDaysOff(node) : null,
            Stays = node.Has("stays") ? ReadStays(node) : null,
            Reminders = node.Has("reminders") ? ReminderConfig.Read(node.Object("reminders")) : null,
            AssistantNumber = node.Has("assistantNumber") ? node.Phone("assistantNumber") : null,
            Wording = node.Has("wording") ? ReadWording(node.Object("wording")) : new Wording(),
            MayRecord = node.Has("mayRecord") ? node.Flag("mayRecord", otherwise: false) : null,
            Office = node.Has("office") ? OfficeConfig.Read(node.Object("office")) : null,
            Copies = node.Has("copies") ? CopyConfig.Read(node.Object("copies"), hours) : null,
            Lines = node.List("lines", ReadNumber),
            Phones = node.List("phones", phone => ReadNumber(phone) with { TakesTexts = phone.Flag("takesTexts", otherwise: true) }),
            BlockedNumbers = node.Has("blockedNumbers") ? node.List("blockedNumbers", ReadBlocked) : null,
            Matters = node.List("matters", ReadMatter),
            Contacts = node.List("contacts", ReadContact),
        };
        foreach (var twice in Twice("id", desk.Contacts.Select(contact => contact.Id?.ToString() ?? "")))
        {
            node.Problem("contacts", twice);
        }

        foreach (var objection in ObjectionsTo(desk))
        {
            node.Problem("blockedNumbers", objection);
        }

        if (!NameShape().IsMatch(desk.Name))
        {
            node.Problem("name", "must be lower-case letters, digits and hyphens");
        }

        if (desk.Zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(desk.Zone, out _))
        {
            node.Problem("zone", $"\"{desk.Zone}\" is no time zone; write one like America/Los_Angeles");
        }

        return desk;
    }

    private static DeskHours ReadHours(ConfigNode node)
    {
        var hours = new DeskHours
        {
            WakingFrom = node.Time("wakingFrom"),
            WakingTo = node.Time("wakingTo"),
            Opens = node.Time("opens"),
            Closes = node.Time("closes"),
        };
        node.NothingElse();
        return hours;
    }

    private static Wording ReadWording(ConfigNode node)
    {
        var sentences = OwnWording.Sentences.ToDictionary(name => name, name => node.TextOrNull(name, longest: WordingCheck.LongestSentence), StringComparer.Ordinal);
        node.NothingElse();
        foreach (var sentence in WordingSentence.All)
        {
            foreach (var fault in sentences[sentence.Name] is { Length: > 0 } words ? WordingCheck.Of(sentence, words) : [])
            {
                node.Problem(sentence.Name, fault);
            }
        }

        return OwnWording.Of(sentences);
    }

    private static IReadOnlyList<string> ReadDaysOff(ConfigNode node)
    {
        var days = node.Words("daysOff");
        if (DaysOff.Read(days) is null)
        {
            node.Problem("daysOff", "must be weekdays like saturday, not all seven, and dates like 2026-12-25");
        }

        return days;
    }

    private static IReadOnlyList<StayConfig> ReadStays(ConfigNode node)
    {
        var stays = node.List("stays", StayConfig.Read);
        if (Stay.Objection([.. stays.Select(stay => stay.ToStay()).OfType<Stay>().Where(stay => stay.Zone.Length > 0)]) is { } objection)
        {
            node.Problem("stays", objection);
        }

        return stays;
    }

    private static IReadOnlyList<string> ReadDials(ConfigNode node)
    {
        var countries = node.Words("dials");
        foreach (var wrong in countries.Where(code => !CountryCode.IsOne(code)))
        {
            node.Problem("dials", $"\"{wrong}\" is no country code; write one like 1 or 44");
        }

        return countries;
    }

    private static NumberConfig ReadNumber(ConfigNode node) => new() { Number = node.Phone("number"), Label = node.Text("label") };

    private static BlockedConfig ReadBlocked(ConfigNode node) => new() { Number = node.Phone("number"), Why = node.TextOrNull("why", BlockedNumber.LongestWhy) };

    private static IEnumerable<string> ObjectionsTo(DeskConfig desk) =>
        from blocked in desk.BlockedNumbers ?? []
        let objection = BlockedNumber.Objection(blocked.Number, desk.Phones.Select(phone => phone.Number), desk.Lines.Select(line => line.Number))
        where blocked.Number != default && objection is not null
        select objection;

    private static MatterConfig ReadMatter(ConfigNode node) => new() { Name = node.Text("name"), Words = node.Words("words") };

    private static ContactConfig ReadContact(ConfigNode node) => new()
    {
        Id = node.Id("id"),
        Name = node.Text("name"),
        SortName = node.TextOrNull("sortName"),
        Pronunciation = node.TextOrNull("pronunciation"),
        Ipa = node.TextOrNull("ipa"),
        Company = node.TextOrNull("company"),
        Title = node.TextOrNull("title"),
        Standing = node.Word("standing", Standing.Ordinary),
        WantsToTalk = node.Flag("wantsToTalk", otherwise: false),
        Wakes = node.Flag("wakes", otherwise: false),
        PreferredAnswer = ReadPreferredAnswer(node),
        Notes = node.TextOrNull("notes", longest: 10_000),
        Numbers = node.List("numbers", ReadNumber),
        Assistants = node.List("assistants", ReadAssistant),
        Matters = node.List("matters", ReadMatter),
    };

    private static string? ReadPreferredAnswer(ConfigNode node)
    {
        var words = node.TextOrNull("preferredAnswer", longest: WordingCheck.LongestSentence);
        foreach (var fault in PreferredAnswer.Faults(words))
        {
            node.Problem("preferredAnswer", fault);
        }

        return words;
    }

    private static AssistantConfig ReadAssistant(ConfigNode node) => new()
    {
        Name = node.Text("name"),
        Number = node.Has("number") ? node.Phone("number") : null,
        Notes = node.TextOrNull("notes", longest: 1000),
    };

    // A number that could not be read has been complained about already.
    private static IEnumerable<string> LinesOf(IEnumerable<DeskConfig> desks) =>
        desks.SelectMany(desk => desk.Lines).Where(line => line.Number != default).Select(line => line.Number.E164);

    private static IEnumerable<string> Twice(string what, IEnumerable<string> values) => values
        .Where(value => value.Length > 0)
        .GroupBy(value => value, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => $"the {what} {group.Key} stands there {group.Count()} times");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NameShape();
}
