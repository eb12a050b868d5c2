// The live sheet. Without this file the page is whole; with it, it keeps itself up to date and takes keys.
import './hear.js';
import { key, quietFor, startKeys } from './keys.js';
import { startWire } from './live.js';
import { load } from './page.js';
import * as rows from './rows.js';

const sheet = document.querySelector('[data-sheet]');
const news = document.querySelector('.news');
const settle = 1500;
const toastStays = 10_000;
let waiting = null;
let loading = false;
let again = false;
let acts = 0;
let toastTimer = 0;

// ---- other people's changes ----

async function refresh() {
  if (loading) { again = true; return; }
  loading = true;
  const actsThen = acts;
  try {
    const page = await load(sheet.dataset.address);
    // A page asked for before our own mark knows nothing of it.
    if (acts === actsThen) receive(page);
    else again = true;
  } catch {
    // The wire says when we are stale; the next change or minute tries again.
  } finally {
    loading = false;
    if (again) { again = false; refresh(); }
  }
}

function receive(page) {
  const { moves, count, come } = rows.differences(page);
  noteStamp(page);
  if (!moves) {
    rows.renew(page);
    waiting = null;
    tell(null);
  } else if (rows.all().some(rows.isHeld)) {
    waiting = page;
    tell(count, come);
  } else {
    apply(page);
  }
}

function apply(page) {
  rows.takeOver(page);
  document.querySelector('[data-count]').textContent = page.querySelector('[data-count]').textContent;
  waiting = null;
  tell(null);
}

function noteStamp(page) {
  sheet.dataset.stamp = page.querySelector('[data-sheet]').dataset.stamp;
}

/** The strip above the sheet has its place always, so that news moves nothing. */
function tell(count, come = []) {
  if (count === null) { news.replaceChildren(); return; }
  const button = document.createElement('button');
  const asap = come.find(row => row.dataset.code === '1');
  button.textContent = `${asap ? `${asap.dataset.name}: Call ASAP. ` : ''}${count === 1 ? '1 change' : `${count} changes`} – press .`;
  button.addEventListener('click', applyWaiting);
  news.replaceChildren(button);
}

function applyWaiting() {
  if (!waiting) return false;
  apply(waiting);
}

function applyWhenLetGo() {
  if (waiting && quietFor() > settle && !rows.all().some(rows.isHeld)) apply(waiting);
}

// ---- our own marks ----

async function send(form, button) {
  const at = rows.all().indexOf(form.closest('.line'));
  const row = form.closest('.line');
  row?.classList.add('going');
  acts++;
  try {
    const page = await load(form.action, new URLSearchParams(new FormData(form, button)).toString());
    acts++;
    noteStamp(page);
    showSaid(page);
    apply(page);
    if (at >= 0) rows.focusAt(at);
  } catch (problem) {
    row?.classList.remove('going');
    if (problem.message === '200' || problem.message === '401') location.reload();
    else say('That did not get through, and nothing was changed. Try again.');
  }
}

/** Takes over what the server says of the act: a toast with undo, or why it was not done. */
function showSaid(page) {
  const said = [...page.querySelector('[data-said]').childNodes].map(node => document.adoptNode(node));
  document.querySelector('[data-said]').replaceChildren(...said);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(hideToast, toastStays);
}

function hideToast() {
  const toast = document.querySelector('.toast');
  // z still undoes after it is gone; only under the hand it stays.
  if (toast?.matches(':hover, :focus-within')) toastTimer = setTimeout(hideToast, toastStays);
  else if (toast) toast.hidden = true;
}

function say(words) {
  const line = document.createElement('p');
  line.className = 'notice';
  line.setAttribute('role', 'alert');
  line.textContent = words;
  document.querySelector('[data-said]').replaceChildren(line);
}

document.addEventListener('submit', event => {
  if (!event.target.matches('[data-mark]')) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

// ---- keys ----

function mark(kind) {
  const button = rows.current()?.querySelector(`button[value="${kind}"]`);
  if (!button) return false;
  button.form.requestSubmit(button);
}

key('j', 'Next line', () => rows.step(1));
key('k', 'Line before', () => rows.step(-1));
key('Enter', 'Open the call', () => {
  const link = rows.current()?.querySelector('[data-call]');
  if (!link) return false;
  link.click();
});
key('c', 'Open the card, or make one', () => {
  const link = rows.current()?.querySelector('h3 a[href^="/contacts/"], .make');
  if (!link) return false;
  link.click();
});
key('r', 'Returned', () => mark('Returned'));
key('l', 'Left word', () => mark('LeftWord'));
key('t', 'Talked to', () => mark('TalkedTo'));
key('e', 'Let go: not to be returned', () => mark('LetGo'));
key('p', 'How soon to call: change the code', () => {
  const choice = rows.current()?.querySelector('details');
  if (!choice) return false;
  choice.open = true;
  choice.querySelector('select').focus();
});
key('o', 'Back in the office: a clean copy', () => {
  const form = document.querySelector('form[data-copy]');
  if (!form) return false;
  form.requestSubmit();
});
key('z', 'Undo the last mark', () => {
  const undo = document.querySelector('form[data-undo]');
  if (!undo) return false;
  undo.requestSubmit();
});
key('.', 'Show the changes that wait', () => applyWaiting());
key('?', 'This help', () => document.querySelector('#help').showModal());

document.addEventListener('keydown', event => {
  const choice = event.key === 'Escape' && event.target.closest?.('.acts details[open]');
  if (!choice) return;
  choice.open = false;
  choice.closest('.line').focus();
});

startKeys(document.querySelector('#help'));
startWire(sheet, refresh);
setInterval(applyWhenLetGo, 250);
// "12 minutes ago" is the server's wording; once a minute it is said anew.
setInterval(() => { if (!document.hidden) refresh(); }, 60_000);
if (document.querySelector('.toast')) toastTimer = setTimeout(hideToast, toastStays);
// A reload must not tell again what was told.
history.replaceState(null, '', sheet.dataset.address);
