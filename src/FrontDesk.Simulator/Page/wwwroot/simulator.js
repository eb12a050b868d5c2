// The page of telephones: shows the state the carrier sends, and posts what the buttons do.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const clockFace = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: zone });
const cards = new Map();
const spoken = new Set();
const hear = document.getElementById('hear');
const problem = document.getElementById('problem');
let problemTimer;
let first = true;

async function act(address, body) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    if (answer.ok) return true;
    const why = await answer.json().catch(() => ({}));
    complain(why.detail ?? `The carrier answered ${answer.status}.`);
  } catch {
    complain('The desk cannot be reached. Is it still running?');
  }
  return false;
}

function complain(words) {
  clearTimeout(problemTimer);
  problem.textContent = words;
  problem.hidden = false;
  problemTimer = setTimeout(() => { problem.hidden = true; }, 6000);
}

function card(phone) {
  if (cards.has(phone.id)) return cards.get(phone.id);
  const made = document.getElementById('phone').content.firstElementChild.cloneNode(true);
  const at = verb => `/simulator/phones/${phone.id}/${verb}`;
  made.setAttribute('aria-label', phone.label);
  made.querySelector('h3').textContent = phone.label;
  made.querySelector('.number').textContent = phone.number;
  made.querySelectorAll('[data-verb]').forEach(button =>
    button.addEventListener('click', () => act(at(button.dataset.verb))));
  for (const key of '123456789*0#') {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = key;
    button.addEventListener('click', () => act(at('press'), { keys: key }));
    made.querySelector('.keys').append(button);
  }

  const say = made.querySelector('.say');
  let talking = false;
  say.words.addEventListener('input', () => {
    if (!talking && say.words.value) act(at('talk'));
    talking = say.words.value !== '';
  });
  say.addEventListener('submit', event => {
    event.preventDefault();
    const words = say.words.value.trim();
    if (!words) return;
    say.words.value = '';
    talking = false;
    act(at('say'), { words });
  });

  const text = made.querySelector('form.text');
  text.addEventListener('submit', async event => {
    event.preventDefault();
    const words = text.words.value.trim();
    if (words && await act(at('text'), { words })) text.words.value = '';
  });
  made.querySelector('.texts').hidden = !phone.canText;
  const behaviour = made.querySelector('select');
  behaviour.addEventListener('change', () => act(at('behave'), { words: behaviour.value }));
  made.querySelector('.behaviour').hidden = !phone.isTheBoss;
  document.getElementById(phone.isTheBoss ? 'boss' : 'callers').append(made);
  cards.set(phone.id, made);
  return made;
}

function fill(list, items, make) {
  // Only what is new is added, so that a screen reader speaks only that.
  const wanted = items.map(item => item.key);
  [...list.children].forEach(line => { if (!wanted.includes(line.dataset.key)) line.remove(); });
  for (const item of items) {
    const there = [...list.children].find(line => line.dataset.key === item.key);
    const line = there ?? document.createElement('li');
    if (!there) { line.dataset.key = item.key; list.append(line); }
    if (line.textContent !== item.text) line.textContent = item.text;
    line.className = make(item);
  }
}

function show(phone) {
  const made = card(phone);
  const call = phone.call;
  const state = call?.state ?? 'idle';
  const lamp = state === 'connected' ? (call.listening ? 'listening' : 'on the line')
    : state === 'ringing' ? 'ringing'
    : 'on the hook';
  made.dataset.state = state;
  const lampNow = made.querySelector('.lamp');
  if (lampNow.textContent !== lamp) lampNow.textContent = lamp;

  const lines = (call?.lines ?? []).map((line, index) => ({ key: `${call.sid} ${index}`, text: line.text, mine: !line.heard, heard: line.heard }));
  const talk = made.querySelector('.talk');
  const atEnd = talk.scrollTop + talk.clientHeight >= talk.scrollHeight - 8;
  const empty = state === 'ringing' && call.incoming ? `${call.with} is calling.`
    : phone.isTheBoss ? 'Nothing yet.' : 'Call the desk, then type what you say.';
  fill(talk, lines.length ? lines : [{ key: 'empty', text: empty, empty: true }],
    line => line.mine ? 'mine' : line.empty ? 'empty' : '');
  if (atEnd) talk.scrollTop = talk.scrollHeight;
  lines.filter(line => line.heard).forEach(line => speak(line.key, line.text));

  const connected = state === 'connected';
  const idle = state === 'idle' || state === 'over';
  made.querySelector('[data-verb=dial]').hidden = !idle;
  made.querySelector('[data-verb=answer]').hidden = !(state === 'ringing' && call.incoming);
  made.querySelector('[data-verb=hang-up]').hidden = idle;
  made.querySelectorAll('.keys button, .say button').forEach(button => { button.disabled = !connected; });
  const behaviour = made.querySelector('select');
  if (document.activeElement !== behaviour) behaviour.value = phone.behaviour;

  const texts = made.querySelector('.texts');
  const before = texts.dataset.count;
  texts.dataset.count = phone.texts.length;
  texts.querySelector('.count').textContent = phone.texts.length ? `(${phone.texts.length})` : '';
  fill(texts.querySelector('ol'), phone.texts.map(text => ({ key: text.sid, text: text.body, mine: text.mine })), text => text.mine ? 'mine' : '');
  if (phone.texts.length && before !== String(phone.texts.length)) {
    texts.open = true;
    const list = texts.querySelector('ol');
    list.scrollTop = list.scrollHeight;
    phone.texts.filter(text => !text.mine).forEach(text => speak(text.sid, ''));
  }
}

function speak(key, words) {
  if (spoken.has(key)) return;
  spoken.add(key);
  if (first || !hear.checked || !words || !('speechSynthesis' in window)) return;
  speechSynthesis.speak(new SpeechSynthesisUtterance(words));
}

function warn(lines) {
  const box = document.getElementById('warnings');
  box.hidden = lines.length === 0;
  fill(box.querySelector('ul'), lines.map((text, index) => ({ key: `${index} ${text}`, text })), () => '');
}

document.querySelectorAll('[data-skip]').forEach(button => button.addEventListener('click', async () => {
  button.disabled = true;
  await act('/simulator/clock', { skip: button.dataset.skip });
  button.disabled = false;
}));

hear.checked = localStorage.getItem('hear') === 'yes';
hear.addEventListener('change', () => {
  localStorage.setItem('hear', hear.checked ? 'yes' : 'no');
  if (!hear.checked) speechSynthesis.cancel();
});

const link = document.getElementById('link');
const live = new EventSource('/simulator/live');
live.addEventListener('open', () => { link.textContent = 'live'; });
live.addEventListener('error', () => { link.textContent = 'reconnecting…'; });
live.addEventListener('clock', event => { document.getElementById('now').textContent = clockFace.format(new Date(event.data)); });
live.addEventListener('state', event => {
  const state = JSON.parse(event.data);
  state.phones.forEach(show);
  warn(state.warnings);
  first = false;
});
