using System.Text.Json.Serialization;
using FrontDesk.Copies;
using FrontDesk.Ledger;
using FrontDesk.Web.Copies;
using FrontDesk.Web.Mail;

namespace FrontDesk.Web.Api;

internal sealed record ApiListedCopy
{
    public required Guid Id { get; init; }

    /// <summary>Counted at each desk, from 1.</summary>
    public required int Number { get; init; }

    [JsonConverter(typeof(CamelCased<CopyReason>))]
    public required CopyReason Reason { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required int ToReturn { get; init; }

    public required int Asap { get; init; }

    public required int LeftWord { get; init; }

    /// <summary>Lines that are new since the copy before, or whose people called again.</summary>
    public required int New { get; init; }

    /// <summary>Lines of the copy before that are off the sheet.</summary>
    public required int Gone { get; init; }

    public static ApiListedCopy Of(ListedCopy copy) => new()
    {
        Id = copy.Id,
        Number = copy.Number,
        Reason = copy.Reason,
        MadeBy = copy.MadeBy,
        MadeAt = copy.MadeAt,
        ToReturn = copy.ToReturn,
        Asap = copy.Asap,
        LeftWord = copy.LeftWord,
        New = copy.New,
        Gone = copy.Gone,
    };
}

internal sealed record ApiCopy
{
    public required Guid Id { get; init; }

    /// <summary>Counted at each desk, from 1.</summary>
    public required int Number { get; init; }

    [JsonConverter(typeof(CamelCased<CopyReason>))]
    public required CopyReason Reason { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The set time it was made for; null where somebody asked for it.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>From one assistant to the next.</summary>
    public required string? Note { get; init; }

    /// <summary>What is owed, in order: whom to return, then who owes us a call, then lines no desk has claimed.</summary>
    public required IReadOnlyList<ApiCopyLine> Lines { get; init; }

    /// <summary>Lines of the copy before that are off the sheet.</summary>
    public required IReadOnlyList<ApiGoneLine> Gone { get; init; }

    public required IReadOnlyList<ApiMail> Mails { get; init; }

    public static ApiCopy Of(FullCopy copy, IReadOnlyList<MailRow> mails, bool notes) => new()
    {
        Id = copy.Kept.Id,
        Number = copy.Kept.Number,
        Reason = copy.Kept.Reason,
        MadeBy = copy.Kept.MadeBy,
        MadeAt = copy.Kept.MadeAt,
        DueAt = copy.Kept.DueAt,
        Note = copy.Kept.Note,
        Lines = [.. copy.Copy.Lines.Where(line => line.Part != CopyPart.Gone).Select(line => ApiCopyLine.Of(line, notes))],
        Gone = [.. copy.Copy.In(CopyPart.Gone).Select(ApiGoneLine.Of)],
        Mails = [.. mails.Select(mail => new ApiMail(mail.ToAddress, mail.State, mail.SentAt, mail.LastError))],
    };
}

internal sealed record ApiCopyLine
{
    /// <summary>Its place on the copy, from 1.</summary>
    public required int Place { get; init; }

    [JsonConverter(typeof(CamelCased<CopyPart>))]
    public required CopyPart Part { get; init; }

    /// <summary>The newest call of the line, as on the sheet.</summary>
    public required Guid Id { get; init; }

    /// <summary>The line's on the sheet, when the copy was made.</summary>
    public required int Version { get; init; }

    /// <summary>1 Call ASAP, 2 Call today, 3 Call sometime, 4 Call?</summary>
    public required int Code { get; init; }

    public required string Why { get; init; }

    public required string? Name { get; init; }

    public required string? Through { get; init; }

    public required string? Pronunciation { get; init; }

    public required string? Company { get; init; }

    /// <summary>E.164, best first.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    public required string? NumberAsHeard { get; init; }

    public required string? Regarding { get; init; }

    public required ApiApplication? Application { get; init; }

    /// <summary>Null unless notes were asked for.</summary>
    public required string? Notes { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int TimesCalled { get; init; }

    [JsonConverter(typeof(CamelCased<CopyNews>))]
    public required CopyNews News { get; init; }

    /// <summary>Among the lines that stayed.</summary>
    [JsonConverter(typeof(CamelCased<CopyMove>))]
    public required CopyMove Move { get; init; }

    /// <summary>Its place on the copy before; null where it was not on it.</summary>
    public required int? Was { get; init; }

    public static ApiCopyLine Of(CopyLine line, bool notes) => new()
    {
        Place = line.Place,
        Part = line.Part,
        Id = line.Id,
        Version = line.Version,
        Code = (int)line.Code,
        Why = line.Why,
        Name = line.Name,
        Through = line.Through,
        Pronunciation = line.Pronunciation,
        Company = line.Company,
        Numbers = [.. line.Numbers.Select(number => number.E164)],
        NumberAsHeard = line.NumberAsHeard,
        Regarding = line.Regarding,
        Application = ApiApplication.Of(line.Application),
        Notes = notes ? line.Notes : null,
        ReceivedAt = line.ReceivedAt,
        TimesCalled = line.TimesCalled,
        News = line.News,
        Move = line.Move,
        Was = line.Was,
    };
}

/// <summary>A line that came off the sheet between two copies, and what became of it.</summary>
/// <param name="Id">The newest call it had.</param>
/// <param name="Was">Its place on the copy before.</param>
/// <param name="Became">What it was marked as; null where nobody marked it.</param>
internal sealed record ApiGoneLine(
    Guid Id, int? Was, string? Name, [property: JsonConverter(typeof(CamelCased<MarkKind>))] MarkKind? Became, string? By, DateTimeOffset? At)
{
    public static ApiGoneLine Of(CopyLine line) => new(line.Id, line.Was, line.Name, line.Became?.Kind, line.Became?.By, line.Became?.At);
}

/// <param name="LastError">Why it was not sent, as the mail server put it.</param>
internal sealed record ApiMail(string To, [property: JsonConverter(typeof(CamelCased<MailState>))] MailState State, DateTimeOffset? SentAt, string? LastError);
