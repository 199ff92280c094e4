// What every page needs from script, and nothing that a page cannot live without.

// A form is sent once: the second press does nothing, and the button says what is going on while keeping its width.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method === 'dialog' || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  const button = event.submitter ?? form.querySelector('button[type=submit]');
  if (!button) return;
  button.setAttribute('aria-busy', 'true');
  const text = [...button.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (button.dataset.busy && text) text.data = button.dataset.busy;
});

// Coming back with the browser's arrow, or after an update in place, makes forms usable again.
const release = root => root.querySelectorAll('form[data-sent]').forEach(form => {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
});
addEventListener('pageshow', event => { if (event.persisted) release(document); });
document.addEventListener('htmx:afterRequest', () => release(document));

// Dialogs open without script as popovers; with it they become modal, so that focus stays inside.
document.addEventListener('click', event => {
  const opener = event.target.closest('button[popovertarget]');
  const dialog = opener && document.getElementById(opener.getAttribute('popovertarget'));
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  if (opener.getAttribute('popovertargetaction') === 'hide') dialog.close();
  else { dialog.removeAttribute('popover'); dialog.showModal(); }
});

// Copying a link, or handing it to the phone's own share sheet.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const text = button.dataset.copy;
  if (button.dataset.share && navigator.share) { try { await navigator.share({ url: text, title: button.dataset.share }); } catch { /* The person closed the sheet. */ } return; }
  await navigator.clipboard?.writeText(text);
  button.querySelector('.icon use')?.setAttribute('href', button.querySelector('.icon use').getAttribute('href').replace(/#.*/, '#check'));
});

// Selects and radios that only reload the page send themselves; without script their form has a button.
document.addEventListener('change', event => {
  const form = event.target.closest('form[data-auto]');
  if (form) form.requestSubmit();
});
document.querySelectorAll('[data-noscript]').forEach(element => { element.hidden = true; });

// After a form came back with errors, the summary takes the focus.
document.querySelector('[data-focus]')?.focus();

// The slash key goes to the page's search, outside of fields.
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('input[type=search]');
  if (search) { event.preventDefault(); search.focus(); }
});

// The whole row of a list leads where its first link leads, for a mouse; the link itself stays for everyone else.
document.addEventListener('click', event => {
  const row = event.target.closest('.table.click tbody tr');
  if (!row || event.target.closest('a, button, input, select, label') || getSelection().toString()) return;
  row.querySelector('a')?.click();
});
