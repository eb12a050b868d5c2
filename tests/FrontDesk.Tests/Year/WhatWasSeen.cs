using System.Globalization;
using System.Text.RegularExpressions;
using FrontDesk.Simulator;

namespace FrontDesk.Tests.Year;

/// <summary>Gathers what the carrier and its telephones saw.</summary>
public static partial class WhatWasSeen
{
    /// <summary>The desk asks after a call that has gone on for five minutes, every five minutes until it is answered; three refusals are borne.</summary>
    private static readonly TimeSpan AsksBy = TimeSpan.FromMinutes(5 + (4 * 5));

    public static async Task<Seen> OfAsync(YearHouse house)
    {
        var transcripts = house.Desk.Carrier.Transcripts.ToDictionary(call => call.Sid);
        var theirs = house.Desk.Carrier.Calls.Where(call => call.Direction == CarrierCallDirection.Inbound && !YearHouse.Phones.Contains(call.From)).ToList();
        var talks = transcripts.Values.SelectMany(WebhooksOf).Select(line => (Room: TalkOf().Match(line.Text).Groups["room"].Value, line.At))
            .GroupBy(talk => talk.Room, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Min(talk => talk.At), StringComparer.Ordinal);
        var reached = theirs.Where(call => WebhooksOf(transcripts[call.Sid]).Any()).ToList();
        return new Seen
        {
            Wall = house.Part.Wall,
            Until = house.Now,
            Calls = [.. reached.Where(call => call.Ended is not null).SelectMany(call => AsapCallOf(call, transcripts[call.Sid], talks))],
            Nudges = [.. house.Desk.Carrier.Messages.SelectMany(TextOf), .. house.Desk.Carrier.Calls.SelectMany(call => RingOf(call, transcripts[call.Sid]))],
            Sheets = house.Sheets,
            Acts = house.Acts,
            Snoozes = house.Snoozes,
            Reached = [.. reached.Select(call => call.Sid)],
            Logged = await house.LoggedAsync(),
        };
    }

    private static IEnumerable<TranscriptLine> WebhooksOf(Transcript transcript) =>
        transcript.Lines.Where(line => line.Kind == TranscriptKind.Webhook && Answered().IsMatch(line.Text));

    private static IEnumerable<AsapCall> AsapCallOf(CarrierCall call, Transcript transcript, Dictionary<string, DateTimeOffset> talks) => YearHouse.Asap
        .Where(person => person.Value.Number == call.From)
        .Select(person => new AsapCall(
            person.Key,
            call.Created,
            // The carrier tells whole seconds.
            call.Ended!.Value.AddTicks(-(call.Ended.Value.Ticks % TimeSpan.TicksPerSecond)),
            WebhooksOf(transcript).Where(line => Over().IsMatch(line.Text)).Select(line => line.At).Append(call.Ended!.Value + AsksBy).Min(),
            person.Value.Wakes,
            transcript.Lines.Select(line => RoomOf().Match(line.Text)).Where(room => room.Success).Select(room => talks.TryGetValue(room.Value, out var told) ? told : (DateTimeOffset?)null).Min()));

    private static IEnumerable<SeenNudge> TextOf(CarrierMessage text)
    {
        if (text.Direction == CarrierMessageDirection.Inbound || text.To != YearHouse.Cell || Nudge().Match(text.Body) is not { Success: true } nudge)
        {
            yield break;
        }

        List<string> named = [.. YearHouse.Asap.Keys.Where(name => text.Body.Contains(name, StringComparison.Ordinal))];
        var lines = nudge.Groups["lines"] is { Success: true } count ? int.Parse(count.Value, CultureInfo.InvariantCulture) : 1;
        yield return new SeenNudge(
            text.Created, ByText: true, [.. named, .. Enumerable.Repeat("somebody else", Math.Max(0, lines - named.Count))], More().IsMatch(text.Body));
    }

    private static IEnumerable<SeenNudge> RingOf(CarrierCall call, Transcript transcript) =>
        call.Direction != CarrierCallDirection.Inbound && transcript.Lines.Any(line => line.Text.Contains("/twilio/reminder-call", StringComparison.Ordinal))
            ? [new SeenNudge(call.Created, ByText: false, [], MoreThanNamed: true)]
            : [];

    [GeneratedRegex(" -> 20[04],", RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    [GeneratedRegex("/twilio/voice/status.*CallStatus=(completed|busy|failed|no-answer|canceled)", RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex("/twilio/reach/room\\?reach=(?<room>[0-9a-f]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TalkOf();

    [GeneratedRegex("(?<=^talks in ).*", RegexOptions.CultureInvariant)]
    private static partial Regex RoomOf();

    [GeneratedRegex("^FrontDesk: ((?<lines>[0-9]+) to return|ASAP .*Reply 1)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Nudge();

    [GeneratedRegex(@"\+[0-9]+ more", RegexOptions.CultureInvariant)]
    private static partial Regex More();
}
