// Says a name aloud with the browser's own voice. Where there is none, the buttons stay out of sight (css/book.css, css/sheet.css).
if ('speechSynthesis' in window) {
  document.documentElement.dataset.voice = '';
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-hear]');
    if (!button) return;
    const field = button.matches('[data-hear-field]') ? document.querySelector('[data-said]') : null;
    say(field ? field.value || document.querySelector('[name="Name"]').value : button.dataset.hear);
  });
}

/** A respelling shouts its stress in capitals, which a voice would spell letter by letter. */
function say(words) {
  speechSynthesis.cancel();
  const name = new SpeechSynthesisUtterance(words.toLowerCase());
  name.lang = 'en-US';
  name.rate = 0.9;
  speechSynthesis.speak(name);
}
