using System.Data.Common;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Data;
using FrontDesk.Web.Nodes;
using FrontDesk.Web.Office;
using FrontDesk.Web.Reminders;

namespace FrontDesk.Web.Desks;

/// <summary>Desks with their lines and phones, as they stand in the books.</summary>
internal static class DeskTables
{
    public static async Task<IReadOnlyList<Desk>> AllAsync(Look look)
    {
        var desks = await look.QueryAsync<DeskRow>("""
            select id, name, boss_name, pronoun, persona, zone, waking_from, waking_to, opens, closes, wording, reach, dials, assistant_number, may_record, days_off, reminding, version, office, orders,
              case when brief_desks.desk_id is null then 0 else 1 end as has_pin
            from desks left join offices on offices.desk_id = desks.id left join copy_orders on copy_orders.desk_id = desks.id
              left join brief_desks on brief_desks.desk_id = desks.id
            """);
        var lines = await look.QueryAsync<LineRow>("select id, desk_id, number, label, since_at from lines order by id");
        var phones = await look.QueryAsync<PhoneRow>("""
            select id, desk_id, number, label, takes_texts, texts_closed_at
            from boss_phones
            order by position
            """);
        var stays = await look.QueryAsync<StayRow>("select desk_id, zone, from_wall, until_wall from stays order by place");
        return [.. desks.OrderBy(desk => desk.Name, StringComparer.Ordinal).Select(desk => desk.ToDesk(
            [.. lines.Where(line => line.DeskId == desk.Id).Select(line => line.ToLine())],
            [.. phones.Where(phone => phone.DeskId == desk.Id).Select(phone => phone.ToPhone())],
            [.. stays.Where(stay => stay.DeskId == desk.Id).Select(stay => stay.ToStay())]))];
    }

    /// <param name="desk">Version 0 for a new one, else the version it was read in.</param>
    /// <exception cref="DbException">Its name or one of its lines is another's, which <see cref="Dialect.IsDuplicateKey"/> tells.</exception>
    public static async Task<SaveOutcome> SaveAsync(Work work, Desk desk)
    {
        var row = DeskRow.Of(desk);
        if (desk.Version == 0)
        {
            await work.ExecuteAsync(
                """
                insert into desks (id, name, boss_name, pronoun, persona, zone, waking_from, waking_to, opens, closes, wording, reach, dials, assistant_number, may_record, days_off, reminding, version)
                values (@Id, @Name, @BossName, @Pronoun, @Persona, @Zone, @WakingFrom, @WakingTo, @Opens, @Closes, @Wording, @Reach, @Dials, @AssistantNumber, @MayRecord, @DaysOff, @Reminding, 1)
                """,
                row);
        }
        else if (await work.ExecuteAsync(
            """
            update desks set name = @Name, boss_name = @BossName, pronoun = @Pronoun, persona = @Persona, zone = @Zone,
              waking_from = @WakingFrom, waking_to = @WakingTo, opens = @Opens, closes = @Closes, wording = @Wording, reach = @Reach, dials = @Dials,
              assistant_number = @AssistantNumber, may_record = @MayRecord, days_off = @DaysOff, reminding = @Reminding, version = version + 1
            where id = @Id and version = @Version
            """,
            row) == 0)
        {
            return await work.FirstOrDefaultAsync<int>("select count(*) from desks where id = @Id", row) == 0 ? SaveOutcome.NotThere : SaveOutcome.Stale;
        }

        await SaveOfficeAsync(work, row);
        await CopyOrderRows.SaveAsync(work, desk.Id, desk.Copies);
        await StayConfig.SaveAsync(work, desk.Id, desk.Stays);
        await SaveLinesAsync(work, desk);
        await SavePhonesAsync(work, desk);
        return SaveOutcome.Saved;
    }

    private static async Task SaveOfficeAsync(Work work, DeskRow row)
    {
        await work.ExecuteAsync("delete from offices where desk_id = @Id", row);
        if (row.Office is not null)
        {
            await work.ExecuteAsync("insert into offices (desk_id, office) values (@Id, @Office)", row);
        }
    }

    public static async Task<SaveOutcome> SaveWordingAsync(Work work, Guid deskId, int version, Wording wording)
    {
        var row = new { Id = deskId, Version = version, Wording = OwnWording.Write(wording) };
        var saved = await work.ExecuteAsync("update desks set wording = @Wording, version = version + 1 where id = @Id and version = @Version", row);
        await Changes.CountAsync(work, Changes.Desks);
        return saved > 0 ? SaveOutcome.Saved
            : await work.FirstOrDefaultAsync<int>("select count(*) from desks where id = @Id", row) == 0 ? SaveOutcome.NotThere
            : SaveOutcome.Stale;
    }

    public static async Task<SaveOutcome> SaveStaysAsync(Work work, Guid deskId, int version, IReadOnlyList<Stay> stays)
    {
        var row = new { Id = deskId, Version = version };
        if (await work.ExecuteAsync("update desks set version = version + 1 where id = @Id and version = @Version", row) == 0)
        {
            return SaveOutcome.Stale;
        }

        await StayConfig.SaveAsync(work, deskId, stays);
        await Changes.CountAsync(work, Changes.Desks);
        return SaveOutcome.Saved;
    }

    public static async Task SaveLinesAsync(Work work, Desk desk)
    {
        await Changes.CountAsync(work, Changes.Desks);
        await work.ExecuteAsync("delete from lines where desk_id = @Id", new { desk.Id });
        foreach (var line in desk.Lines)
        {
            await work.ExecuteAsync(
                "insert into lines (id, desk_id, number, label, since_at) values (@Id, @DeskId, @Number, @Label, @Since)",
                new { line.Id, DeskId = desk.Id, line.Number, line.Label, line.Since });
        }
    }

    private static async Task SavePhonesAsync(Work work, Desk desk)
    {
        await work.ExecuteAsync("delete from boss_phones where desk_id = @Id", new { desk.Id });
        foreach (var (position, phone) in desk.Phones.Index())
        {
            await work.ExecuteAsync(
                """
                insert into boss_phones (id, desk_id, number, label, position, takes_texts, texts_closed_at)
                values (@Id, @DeskId, @Number, @Label, @position, @TakesTexts, @TextsClosedAt)
                """,
                new { phone.Id, DeskId = desk.Id, phone.Number, phone.Label, position, phone.TakesTexts, phone.TextsClosedAt });
        }
    }

    private sealed record DeskRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string BossName { get; init; }

        public required Pronoun Pronoun { get; init; }

        public required string Persona { get; init; }

        public required string Zone { get; init; }

        public required TimeOnly WakingFrom { get; init; }

        public required TimeOnly WakingTo { get; init; }

        public required TimeOnly Opens { get; init; }

        public required TimeOnly Closes { get; init; }

        public required string Wording { get; init; }

        public required ReachWay Reach { get; init; }

        public string? Dials { get; init; }

        public required int Version { get; init; }

        public bool MayRecord { get; init; }

        public string? DaysOff { get; init; }

        public string? Reminding { get; init; }

        public string? Office { get; init; }

        public string? Orders { get; init; }

        public PhoneNumber? AssistantNumber { get; init; }

        public bool HasPin { get; init; }

        public static DeskRow Of(Desk desk) => new()
        {
            Id = desk.Id,
            Name = desk.Name,
            BossName = desk.BossName,
            Pronoun = desk.Pronoun,
            Persona = desk.Persona,
            Zone = desk.Zone,
            WakingFrom = desk.Hours.WakingFrom,
            WakingTo = desk.Hours.WakingTo,
            Opens = desk.Hours.Opens,
            Closes = desk.Hours.Closes,
            Wording = OwnWording.Write(desk.Wording),
            Reach = desk.Reach,
            Dials = desk.Dials is { } countries ? string.Join(',', countries) : null,
            AssistantNumber = desk.AssistantNumber,
            MayRecord = desk.MayRecord,
            DaysOff = desk.DaysOff.Words is { Count: > 0 } days ? string.Join(',', days) : null,
            Reminding = ReminderConfig.Write(desk.Reminding),
            Office = OfficeConfig.Write(desk.Office),
            Version = desk.Version,
        };

        public Desk ToDesk(IReadOnlyList<Line> lines, IReadOnlyList<BossPhone> phones, IReadOnlyList<Stay> stays) => new()
        {
            Id = Id,
            Name = Name,
            BossName = BossName,
            Pronoun = Pronoun,
            Persona = Persona,
            Zone = Zone,
            Hours = new DeskHours { WakingFrom = WakingFrom, WakingTo = WakingTo, Opens = Opens, Closes = Closes },
            Wording = OwnWording.Read(Wording),
            Reach = Reach,
            Dials = Dials?.Split(','),
            AssistantNumber = AssistantNumber,
            HasPin = HasPin,
            MayRecord = MayRecord,
            DaysOff = FrontDesk.Desks.DaysOff.Read(DaysOff?.Split(',') ?? []) ?? FrontDesk.Desks.DaysOff.None,
            Office = OfficeConfig.Read(Office),
            Copies = CopyConfig.Read(Orders),
            Reminding = ReminderConfig.Read(Reminding),
            Stays = stays.Count == 0 ? [] : stays,
            Lines = lines,
            Phones = phones,
            Version = Version,
        };
    }

    private sealed record LineRow
    {
        public required Guid Id { get; init; }

        public required Guid DeskId { get; init; }

        public required PhoneNumber Number { get; init; }

        public required string Label { get; init; }

        public required DateTimeOffset SinceAt { get; init; }

        public Line ToLine() => new() { Id = Id, Number = Number, Label = Label, Since = SinceAt };
    }

    private sealed record StayRow
    {
        public required Guid DeskId { get; init; }

        public required string Zone { get; init; }

        public required string FromWall { get; init; }

        public required string UntilWall { get; init; }

        public Stay ToStay() => new StayConfig { Zone = Zone, From = FromWall, Until = UntilWall }.ToStay()!;
    }

    private sealed record PhoneRow
    {
        public required Guid Id { get; init; }

        public required Guid DeskId { get; init; }

        public required PhoneNumber Number { get; init; }

        public required string Label { get; init; }

        public required bool TakesTexts { get; init; }

        public DateTimeOffset? TextsClosedAt { get; init; }

        public BossPhone ToPhone() => new() { Id = Id, Number = Number, Label = Label, TakesTexts = TakesTexts, TextsClosedAt = TextsClosedAt };
    }
}
