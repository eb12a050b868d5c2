// Keys of the book. Without this file its pages are whole.
import { key, startKeys } from './keys.js';
import './hear.js';

const entries = () => [...document.querySelectorAll('.entry')];
const help = document.querySelector('#help');

function step(by) {
  const all = entries();
  if (all.length === 0) return false;
  const at = all.indexOf(document.activeElement?.closest('.entry'));
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus({ preventScroll: true });
  all[next].scrollIntoView({ block: 'nearest' });
}

/** Offers a key only where there is something it would press. */
function presses(name, words, find) {
  if (find() === null) return;
  key(name, words, () => {
    const target = find();
    if (!target) return false;
    target.click();
  });
}

if (entries().length > 0) {
  key('j', 'Next card', () => step(1));
  key('k', 'Card before', () => step(-1));
  key('Enter', 'Open the card', () => {
    const link = document.activeElement?.closest('.entry')?.querySelector('h2 a');
    if (!link) return false;
    link.click();
  });
}

const search = document.querySelector('#search');
if (search) {
  key('/', 'Search', () => {
    search.focus();
    search.select();
  });
}

presses('n', 'New card', () => document.querySelector('[data-new]'));
presses('e', 'Edit the card', () => document.querySelector('[data-edit]'));
presses('h', 'Hear the name', () => document.querySelector('.entry:focus-within [data-hear], .entry:focus [data-hear]') ?? document.querySelector('[data-hear]'));
presses('u', 'Back up', () => document.querySelector('[data-up]'));
presses('z', 'Undo what was just done', () => document.querySelector('[data-undo] button'));

if (help) {
  key('?', 'This help', () => help.showModal());
  startKeys(help);
}

// A reload must not tell again what was told.
const address = new URL(location.href);
for (const told of ['did', 'kind', 'undone']) address.searchParams.delete(told);
history.replaceState(null, '', address);
