// A clean copy: printing is one button. Without this file the browser's own menu prints the same.
const print = document.querySelector('[data-print]');
print.hidden = false;
print.addEventListener('click', () => window.print());
