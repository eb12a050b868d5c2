// Reads a sentence aloud with the browser's own voice, where it has one.
if ('speechSynthesis' in window) {
  for (const button of document.querySelectorAll('[data-hear]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      speechSynthesis.cancel();
      speechSynthesis.speak(new SpeechSynthesisUtterance(button.closest('.heard').querySelector('q').textContent));
    });
  }
}
