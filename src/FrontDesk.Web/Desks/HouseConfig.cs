using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;

namespace FrontDesk.Web.Desks;

/// <summary>Desks, lines, phones, hours, wording, matters and contacts as one JSON text, out and in.</summary>
public sealed class HouseConfig(Database database, TimeProvider time)
{
    /// <summary>Who blocks what a file blocks.</summary>
    private const string ByTheFile = "the configuration";

    private static readonly JsonSerializerOptions ForPeople = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It goes to a file, not into a page: an apostrophe may be one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TimeOfDay(), new E164() },
    };

    public async Task<string> ExportAsync(CancellationToken cancel)
    {
        var desks = await database.ReadAsync(
            async look =>
            {
                var desks = new List<DeskConfig>();
                foreach (var desk in await DeskTables.AllAsync(look))
                {
                    desks.Add(DeskConfig.Of(
                        desk, await BlockedTables.OfDeskAsync(look, desk.Id), await ContactTables.MattersOfDeskAsync(look, desk.Id), await ContactTables.OfDeskAsync(look, desk.Id)));
                }

                return desks;
            },
            cancel);
        return JsonSerializer.Serialize(new { desks }, ForPeople) + "\n";
    }

    /// <summary>
    /// Adds what is new and changes what differs; a desk's lines, phones and matters, and a card's numbers and matters, become those of the
    /// text. Desks and contacts it does not name stay. Applied again, it changes nothing.
    /// </summary>
    /// <returns>Everything that is wrong with it, each with its path; when there is anything, nothing was changed.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(string json, CancellationToken cancel)
    {
        var file = ConfigFile.Read(json);
        return file.Problems.Count > 0 ? file.Problems : await database.WriteAsync(work => ApplyAsync(work, file.Desks), cancel);
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(Work work, IReadOnlyList<DeskConfig> desks)
    {
        var there = (await DeskTables.AllAsync(work)).ToDictionary(desk => desk.Name, StringComparer.Ordinal);
        var problems = TakenLines(desks, there.Values).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        // A line may pass from one desk of the file to another: each is let go before it is taken.
        foreach (var desk in desks.Select(desk => there.GetValueOrDefault(desk.Name)).OfType<Desk>())
        {
            await work.ExecuteAsync("delete from lines where desk_id = @Id", new { desk.Id });
        }

        foreach (var desk in desks)
        {
            await ApplyAsync(work, desk, there.GetValueOrDefault(desk.Name));
        }

        return problems;
    }

    private async Task ApplyAsync(Work work, DeskConfig config, Desk? there)
    {
        var desk = config.Over(there, NewId, time.GetUtcNow());
        await (Same(desk, there) ? DeskTables.SaveLinesAsync(work, desk) : DeskTables.SaveAsync(work, desk));
        if (config.BlockedNumbers is { } blocked)
        {
            var now = time.GetUtcNow();
            await BlockedTables.SaveAsync(work, desk.Id, [.. blocked.Select(number => new BlockedNumber { Number = number.Number, Why = number.Why, By = ByTheFile, At = now })]);
        }

        var matters = await ContactTables.MattersOfDeskAsync(work, desk.Id);
        await ContactWriting.SaveMattersAsync(work, desk.Id, contact: null, MatterConfig.Over(config.Matters, matters, NewId));

        await ApplyAsync(work, desk.Id, config.Contacts);
    }

    private async Task ApplyAsync(Work work, Guid desk, IReadOnlyList<ContactConfig> contacts)
    {
        var cards = await ContactTables.OfDeskAsync(work, desk);
        var byId = cards.ToDictionary(card => card.Id);
        var named = contacts.Select(contact => contact.Id).ToHashSet();
        var byName = cards.Where(card => !named.Contains(card.Id)).GroupBy(card => card.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<Contact>(group), StringComparer.Ordinal);
        foreach (var contact in contacts)
        {
            var card = contact.Id is { } id && byId.TryGetValue(id, out var known) ? known
                : byName.TryGetValue(contact.Name, out var namesakes) && namesakes.TryDequeue(out var namesake) ? namesake
                : null;
            var changed = contact.Over(card, desk, NewId);
            if (!Same(changed, card))
            {
                await ContactWriting.SaveAsync(work, await IsElsewhereAsync(work, changed) ? changed with { Id = NewId() } : changed);
            }
        }
    }

    // The file of one desk may have been the pattern for another's.
    private static async Task<bool> IsElsewhereAsync(Work work, Contact contact) =>
        contact.Version == 0 && await work.FirstOrDefaultAsync<int>("select count(*) from contacts where id = @Id", new { contact.Id }) > 0;

    private static IEnumerable<string> TakenLines(IReadOnlyList<DeskConfig> desks, IEnumerable<Desk> there) =>
        from desk in there
        where !desks.Any(other => other.Name.Equals(desk.Name, StringComparison.Ordinal))
        from line in desk.Lines
        where desks.Any(other => other.Lines.Any(claimed => claimed.Number == line.Number))
        select $"desks: the line {line.Number} belongs to the desk {desk.Name}, which the file does not name";

    private static bool Same<T>(T one, T? other) => string.Equals(JsonSerializer.Serialize(one, ForPeople), JsonSerializer.Serialize(other, ForPeople), StringComparison.Ordinal);

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    private sealed class TimeOfDay : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class E164 : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.E164);
    }
}
