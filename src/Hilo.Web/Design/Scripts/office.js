// Keys of the back office: move in a list, go elsewhere, see this list. Letters work outside of fields only, and can be switched off.

const places = { i: '/oficina', p: '/oficina/pedidos', c: '/oficina/clientes', s: '/oficina/stock' };
const keys = document.getElementById('teclas');
const off = document.getElementById('teclas-no');
const isOff = () => localStorage.getItem('hilo-keys') === 'off';
let goes = 0;

off.checked = isOff();
off.addEventListener('change', () => localStorage.setItem('hilo-keys', off.checked ? 'off' : 'on'));

function move(step) {
  const links = [...document.querySelectorAll('main .table.click tbody tr a.name')];
  if (links.length === 0) return;
  const at = links.findIndex(link => link.closest('tr').contains(document.activeElement));
  links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + step))].focus();
}

// A color may be picked beside its text, which alone is sent.
document.querySelectorAll('input[type=color][data-writes]').forEach(picker => {
  const text = document.getElementById(picker.dataset.writes);
  picker.hidden = false;
  picker.addEventListener('input', () => { text.value = picker.value.toUpperCase(); });
  text.addEventListener('input', () => { if (/^#?[0-9a-f]{6}$/i.test(text.value.trim())) picker.value = `#${text.value.trim().replace('#', '')}`; });
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable], dialog')) return;
  if (event.key === '?') { keys.removeAttribute('popover'); keys.showModal(); return; }
  if (isOff()) return;
  const key = event.key.toLowerCase();
  if (event.timeStamp - goes < 1000 && places[key]) { goes = 0; location.href = places[key]; return; }
  if (key === 'g') goes = event.timeStamp;
  else if (key === 'j') move(1);
  else if (key === 'k') move(-1);
  else if (key === 'f') {
    const field = document.querySelector('main .filters input:not([type=hidden]), main .filters select');
    if (field) { event.preventDefault(); field.focus(); }
  }
});
