// The rows of the sheet, and the rule that the row under your hand never moves.
export const all = () => [...document.querySelectorAll('.line')];
export const current = () => document.activeElement?.closest('.line') ?? null;

const names = root => [...root.querySelectorAll('.line')].map(row => row.dataset.line);
const pointer = matchMedia('(hover: hover)');

/** Held rows stay where and as they are: focus is in them, the pointer is on them, or a choice stands open. */
export function isHeld(row) {
  return row.contains(document.activeElement)
    || (pointer.matches && row.matches(':hover'))
    || row.querySelector('details[open]') !== null;
}

/** What taking over the other page would do: which rows come, go, move or change. */
export function differences(page) {
  const before = names(document);
  const after = names(page);
  const stay = before.filter(name => after.includes(name));
  const order = after.filter(name => before.includes(name));
  const moved = stay.filter((name, at) => order[at] !== name);
  return {
    come: [...page.querySelectorAll('.line')].filter(row => !before.includes(row.dataset.line)),
    moves: before.length !== after.length || moved.length > 0 || sections(document) !== sections(page),
    count: (before.length - stay.length) + (after.length - order.length) + Math.ceil(moved.length / 2)
      + stay.filter(name => isChanged(find(document, name), find(page, name))).length,
  };
}

/** Takes over the other page's rows, all of them. Focus stays with its row where that is still there. */
export function takeOver(page) {
  const seen = new Map(all().map(row => [row.dataset.line, row.dataset.state]));
  const focused = current()?.dataset.line;
  const lists = document.querySelector('[data-lists]');
  lists.replaceWith(document.adoptNode(page.querySelector('[data-lists]')));
  for (const row of all()) {
    if (seen.get(row.dataset.line) !== row.dataset.state) row.classList.add('changed');
  }
  if (focused) find(document, focused)?.focus({ preventScroll: true });
}

/** Nothing comes, goes or moves: each row is renewed in its place, except those held. */
export function renew(page) {
  for (const row of all()) {
    const fresh = find(page, row.dataset.line);
    if (!fresh || isHeld(row)) continue;
    const changed = isChanged(row, fresh);
    row.replaceWith(document.adoptNode(fresh));
    if (changed) fresh.classList.add('changed');
  }
}

export function step(by) {
  const rows = all();
  if (rows.length === 0) return false;
  const at = rows.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  focus(rows[next]);
}

export function focusAt(index) {
  const rows = all();
  if (rows.length > 0) focus(rows[Math.min(index, rows.length - 1)]);
}

function focus(row) {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function find(root, name) {
  return root.querySelector(`.line[data-line="${CSS.escape(name)}"]`);
}

function isChanged(row, fresh) {
  return row.dataset.state !== fresh.dataset.state;
}

function sections(root) {
  return [...root.querySelectorAll('[data-list]')].map(list => `${list.dataset.list}:${names(list)}`).join('|');
}
