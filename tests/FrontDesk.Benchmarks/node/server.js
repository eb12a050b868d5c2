// The usual Node way: express, the official package's validation and TwiML, better-sqlite3 with a transaction for each request.
// It does the same work as the desk's first turn: checks the signature, looks the caller up, writes the call and its
// first turn down durably, and only then answers.
const express = require("express");
const twilio = require("twilio");
const Database = require("better-sqlite3");

const [, , file, port] = process.argv;
const { TWILIO_AUTH_TOKEN, PUBLIC_URL } = process.env;

const db = new Database(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  create table if not exists contacts (id integer primary key, name text not null);
  create table if not exists contact_numbers (number text primary key, contact_id integer not null) without rowid;
  create table if not exists calls (
    id integer primary key, call_sid text not null unique, from_number text not null, contact_id integer, name text,
    status text not null, owed integer not null, received_at integer not null);
  create index if not exists calls_owed on calls (received_at) where owed = 1;
  create table if not exists turns (
    call_id integer not null, step integer not null, attempt integer not null, heard text, said text not null, at integer not null,
    primary key (call_id, step, attempt)) without rowid;
`);

const identify = db.prepare("select c.id, c.name from contact_numbers n join contacts c on c.id = n.contact_id where n.number = ?");
const insertCall = db.prepare(
  "insert into calls (call_sid, from_number, contact_id, name, status, owed, received_at) values (?, ?, ?, ?, ?, 1, ?) on conflict do nothing");
const insertTurn = db.prepare("insert into turns (call_id, step, attempt, heard, said, at) values (?, 1, 1, null, ?, ?)");
const writeDown = db.transaction((form, caller, said) => {
  const now = Date.now();
  const { changes, lastInsertRowid } = insertCall.run(form.CallSid, form.From, caller?.id ?? null, caller?.name ?? null, form.CallStatus, now);
  if (changes) insertTurn.run(lastInsertRowid, said, now);
});

const app = express();
app.use(express.urlencoded({ extended: false }));
app.post("/twilio/voice", twilio.webhook(TWILIO_AUTH_TOKEN, { url: `${PUBLIC_URL}/twilio/voice` }), (request, response) => {
  const caller = identify.get(request.body.From);
  const said = "Margaret Miller's office. May I ask who's calling?";
  writeDown(request.body, caller, said);
  const twiml = new twilio.twiml.VoiceResponse();
  twiml
    .gather({ input: "speech dtmf", action: `${PUBLIC_URL}/twilio/voice/heard?step=1&attempt=1`, speechTimeout: "auto", actionOnEmptyResult: true })
    .say(said);
  response.type("text/xml").send(twiml.toString());
});
app.listen(Number(port), "127.0.0.1");
