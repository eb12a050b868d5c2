// Fetches a page as a document: the server stays the only place that turns calls into markup.
export function load(address, form) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(form ? 'POST' : 'GET', address);
    request.responseType = 'document';
    request.timeout = 15000;
    request.onload = () => {
      const page = request.response;
      // Signed out meanwhile: whatever came back is no sheet.
      if (page?.querySelector('[data-sheet]')) resolve(page);
      else reject(new Error(`${request.status}`));
    };
    request.onerror = request.ontimeout = () => reject(new Error('unreachable'));
    if (form) request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.send(form ?? null);
  });
}
