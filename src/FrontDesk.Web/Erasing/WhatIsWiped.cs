using FrontDesk.Ledger;
using FrontDesk.Reminders;

namespace FrontDesk.Web.Erasing;

/// <summary>
/// Every text the books can hold, and what becomes of it when somebody is forgotten. A test holds that no column is missing here: whoever adds one
/// to sql/ says in this file whether it can be about a person.
/// </summary>
internal static class WhatIsWiped
{
    /// <summary>Stands where a caller or a text of ours was, and may not be empty.</summary>
    public const string Word = "(erased)";

    private const string Calls = "(select call_id from erasing_calls where erasure_id = @erasure)";
    private const string Cards = "(select contact_id from erasing_cards where erasure_id = @erasure)";
    private const string OfDesk = "(desk_id = @desk or desk_id is null)";

    /// <summary>In this order, within one transaction, after what stands under <see cref="ByHand"/>.</summary>
    public static readonly IReadOnlyList<Wipe> Steps =
    [
        new("turns", "heard, said", $"delete from turns where call_id in {Calls}"),
        new("applications", "referred_by, job, department, listing, available_when", $"delete from applications where call_id in {Calls}"),
        // With the marks goes the way back: taking one back would put the call on the sheet again.
        new("marks", "by_whom, why, before_code_by, before_code_why", $"delete from marks where call_id in {Calls}"),
        new("copy_lines", "line", $"delete from copy_lines where call_id in {Calls}"),
        new("reminders", "last_error", $"""
            update reminders set state = case when state in ({ReminderState.Pending:D}, {ReminderState.Sending:D}) then {ReminderState.Cancelled:D} else state end,
              acknowledged_at = coalesce(acknowledged_at, @now), last_error = null, version = version + 1 where call_id in {Calls}
            """),
        new("reaches", "party", $"update reaches set party = null, version = version + 1 where call_id in {Calls}"),
        new("intents", "", $"delete from intents where id in (select intent_id from connections where intent_id is not null and (call_id in {Calls} or our_call_id in {Calls}))"),
        new("connections", "to_number, back", $"delete from connections where call_id in {Calls} or our_call_id in {Calls}"),
        new("intents", "to_number", "delete from intents where desk_id = @desk and to_number in @numbers"),
        new("texts", "from_number, to_number, message_sid", $"delete from texts where {OfDesk} and (from_number in @numbers or to_number in @numbers)"),
        new("blocked_numbers", "number, why, blocked_by", "delete from blocked_numbers where desk_id = @desk and number in @numbers"),
        new("pin_doors", "door", "delete from pin_doors where desk_id = @desk and door in @doors"),
        new("pin_alarms", "door", "delete from pin_alarms where desk_id = @desk and door in @doors"),

        // A late webhook of it finds the call filed, and opens no new one.
        new("filed_calls", "", $"""
            insert into filed_calls (call_sid, call_id) select call_sid, id from calls where id in {Calls} and call_sid is not null
              and not exists (select 1 from filed_calls f where f.call_sid = calls.call_sid)
            """),
        new("calls", "call_sid, party, said_name, number_as_heard, regarding, stir, assistant_why, reachable, time_critical, name_heard, calls_for, recording_sid, caller_id_name", $"""
            update calls set call_sid = null, live = 0, party = null, contact_id = null, caller_from = @erased, said_name = null, number = null, number_as_heard = null,
              numbers_given = null, regarding = null, stir = null, assistant_why = null, reachable = null, time_critical = null, earlier_call = null,
              name_heard = null, name_confidence = null, name_confirmed = null, calls_for = null, forwarded_from = null,
              recording_sid = null, caller_id_name = null, ball = {Ball.Nobody:D}, planned = 1, version = version + 1
            where id in {Calls}
            """),
        // Somebody else's calls, from their phone or with their number.
        new("calls", "caller_from, number, forwarded_from", $"""
            update calls set caller_from = case when caller_from in @numbers then @erased else caller_from end,
              number = case when number in @numbers then null else number end,
              forwarded_from = case when forwarded_from in @numbers then null else forwarded_from end, version = version + 1
            where {OfDesk} and (caller_from in @numbers or number in @numbers or forwarded_from in @numbers)
            """),

        // The history of the book, and with it every way back to the card.
        new("book_calls", "before_party, after_party", $"""
            delete from book_calls where call_id in {Calls} or before_contact_id in {Cards} or after_contact_id in {Cards}
              or (act_id in (select id from book_acts where desk_id = @desk) and (before_party in @parties or after_party in @parties))
            """),
        new("book_acts", "", $"""
            update book_acts set undone_at = coalesce(undone_at, @now) where id in (select act_id from book_cards where contact_id in {Cards})
              and not exists (select 1 from book_cards k where k.act_id = book_acts.id and k.contact_id not in {Cards})
            """),
        new("book_cards", "before_card", $"delete from book_cards where contact_id in {Cards}"),
        new("contact_numbers", "number, label", $"delete from contact_numbers where contact_id in {Cards}"),
        new("contact_assistants", "name, number, notes", $"delete from contact_assistants where contact_id in {Cards}"),
        new("matters", "name, words", $"delete from matters where contact_id in {Cards}"),
        new("contacts", "name, pronunciation, company, notes, preferred_answer, sort_name, ipa, title, sort_key, search_text, sound", $"delete from contacts where id in {Cards}"),
    ];

    /// <summary>Wiped where it must be read first: texts that name them, JSON that holds them beside others.</summary>
    public static readonly IReadOnlyList<Text> ByHand =
    [
        new("texts", "body", "Sent to the boss or by her, and about them: the words go, the row stays."),
        new("intents", "body", "As with the texts."),
        new("briefs", "lines", "A brief that read them out goes, with what was said in it."),
        new("brief_turns", "said", "With its brief."),
        new("clean_copies", "note", "A note that names them goes."),
        new("book_files", "name, content", "A file with them in it that waits to be imported goes."),
        new("calls", "numbers_given", "Their number goes out of the list of somebody else's call."),
        new("contact_assistants", "name, number, notes", "As the assistant on somebody else's card they go from it."),
        new("book_cards", "before_card", "So they go from what the journal keeps of other cards."),
        new("erasures", "number", "The request itself forgets them as it is done."),
    ];

    /// <summary>Of the desk and its own people, or what means nothing to anybody.</summary>
    public static readonly IReadOnlyList<Text> NotTheirs =
    [
        new("desks", "name, boss_name, persona, zone, waking_from, waking_to, opens, closes, wording, dials, assistant_number, days_off, reminding, assistant_closed", "The desk's settings."),
        new("lines", "number, label", "The desk's lines."),
        new("boss_phones", "number, label", "The boss's phones."),
        new("offices", "office", "The office's settings."),
        new("stays", "zone, from_wall, until_wall", "Where the boss is."),
        new("calls", "line_number, assistant_by", "A line of the desk; who of the desk gave a code."),
        new("filed_calls", "call_sid", "The carrier's random id, kept so that the call is known and not opened anew."),
        new("intents", "from_number, sid, last_error", "A line of the desk; the carrier's random id; the carrier's words."),
        new("reach_attempts", "phone, label", "The boss's phones."),
        new("reminders", "after_phone", "The boss's phones."),
        new("reminder_tries", "phone", "The boss's phones."),
        new("phone_loops", "phone, day", "The boss's phones."),
        new("text_questions", "phone, lines", "The boss's phone, and ids of calls."),
        new("briefs", "call_sid", "The boss's own call."),
        new("brief_turns", "keys", "Keys the boss pressed."),
        new("brief_desks", "pin_hash", "The boss's PIN."),
        new("book_acts", "by_whom", "Who of the desk did it."),
        new("book_files", "by_whom", "Who of the desk handed it in."),
        new("clean_copies", "made_by", "Who of the desk made it."),
        new("copy_orders", "orders", "The desk's settings."),
        new("mails", "to_address, last_error", "The desk's addresses."),
        new("holds", "by_whom", "Who of the desk asked for it."),
        new("erasures", "asked_by", "Who of the desk asked for it."),
        new("inbox", "event_key", "The carrier's random ids."),
        new("reconciliations", "why", "What could not be read."),
        new("reconciled_days", "day", "A day."),
        new("number_differences", "number, ours, theirs", "A line of the desk, and addresses."),
        new("tombstones", "mark", "A hash."),
        new("users", "name, password_hash, stamp", "Who signs in."),
        new("tokens", "name, hash", "Which programs may ask."),
        new("protection_keys", "friendly_name, xml", "The keys of the cookies."),
    ];
}

/// <summary>A statement that takes somebody out of a table, and the texts that go by it.</summary>
internal sealed record Wipe(string Table, string Columns, string Sql);

/// <param name="Why">In a sentence, what becomes of it.</param>
internal sealed record Text(string Table, string Columns, string Why);
