// Shows how far an import is. Without this file the page renews itself.
const running = document.querySelector('[data-running]');
const bar = running.querySelector('progress');
const words = running.querySelector('[data-written]');
const every = 300;

async function look() {
  try {
    const answer = await fetch(running.dataset.running, { headers: { Accept: 'application/json' } });
    const progress = await answer.json();
    if (!progress.running) { location.reload(); return; }
    bar.value = progress.written;
    words.textContent = `${progress.written.toLocaleString('en-US')} of ${progress.total.toLocaleString('en-US')}`;
  } catch {
    // Out of reach for a moment: the import goes on, and so does asking.
  }

  setTimeout(look, every);
}

setTimeout(look, every);
