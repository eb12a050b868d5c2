// The wire to the server, and the words that say whether what you see is so.
const silenceMeansDead = 40_000;

export function startWire(sheet, onChange) {
  const label = document.querySelector('.wire');
  let events;
  let lastHeard = performance.now();
  let lastSure = new Date();
  let lostAt = 0;

  const heard = () => {
    lastHeard = performance.now();
    lastSure = new Date();
    lostAt = 0;
    say('live', 'Live');
  };

  function open() {
    events?.close();
    const address = new URL(sheet.dataset.changes, location.href);
    address.searchParams.set('after', sheet.dataset.stamp);
    events = new EventSource(address);
    events.addEventListener('hello', heard);
    events.addEventListener('beat', heard);
    events.addEventListener('changed', event => {
      heard();
      onChange(event.data);
    });
    events.onerror = () => { lostAt ||= performance.now(); };
  }

  function look() {
    if (performance.now() - lastHeard > silenceMeansDead) {
      lostAt ||= lastHeard;
      lastHeard = performance.now();
      open();
    } else if (lostAt && events.readyState === EventSource.CLOSED) {
      open();
    }
    if (!lostAt) return;
    const seconds = Math.round((performance.now() - lostAt) / 1000);
    if (seconds < 10) say('reconnecting', `Reconnecting … ${seconds} s`);
    else say('stale', `Stale since ${clock(lastSure)}`);
  }

  function say(state, words) {
    if (label.textContent === words) return;
    label.dataset.wire = state;
    label.textContent = words;
  }

  const clock = moment => moment.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: sheet.dataset.zone });

  open();
  setInterval(look, 1000);
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', event => { if (event.persisted) open(); });
}
