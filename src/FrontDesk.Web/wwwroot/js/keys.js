// Keys of the sheet. The help is made from this registry, so it cannot tell of a key that is not there.
const registry = new Map();
const store = 'frontdesk-keys';
let lastKeyAt = 0;

export function key(name, words, act) {
  registry.set(name, { words, act });
}

/** Milliseconds since a key was pressed: while someone types, nothing moves. */
export const quietFor = () => performance.now() - lastKeyAt;

export function startKeys(help) {
  const box = help.querySelector('[data-keys-switch]');
  box.checked = areOn();
  box.addEventListener('change', () => remember(box.checked));
  help.querySelector('.keys').replaceChildren(...[...registry].flatMap(describe));
  document.addEventListener('keydown', event => press(event, help));
  for (const opener of document.querySelectorAll('[data-open-help]')) {
    opener.hidden = false;
    opener.addEventListener('click', () => help.showModal());
  }
}

function press(event, help) {
  lastKeyAt = performance.now();
  const entry = registry.get(event.key);
  if (!entry || help.open || event.ctrlKey || event.metaKey || event.altKey || !areOn() || isTyping(event.target)) return;
  // Enter on a link, a button or a summary is that control's own.
  if (event.key === 'Enter' && event.target.closest('a, button, summary')) return;
  if (entry.act(event) !== false) event.preventDefault();
}

function isTyping(target) {
  return target.isContentEditable || target.closest('input, select, textarea') !== null;
}

function describe([name, { words }]) {
  const term = document.createElement('dt');
  const cap = document.createElement('kbd');
  cap.textContent = name;
  term.append(cap);
  const meaning = document.createElement('dd');
  meaning.textContent = words;
  return [term, meaning];
}

// A browser may refuse storage; then the keys are on, and the switch works for this page.
let remembered = null;
function areOn() {
  if (remembered === null) {
    try { remembered = localStorage.getItem(store) !== 'off'; } catch { remembered = true; }
  }
  return remembered;
}

function remember(on) {
  remembered = on;
  try { localStorage.setItem(store, on ? 'on' : 'off'); } catch { /* this page only */ }
}
