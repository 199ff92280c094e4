// The pick list counts what is ticked, marks what to look for next, and ticks what a barcode scanner reads.

const list = document.getElementById('picks');
const found = document.getElementById('found');
const seam = document.querySelector('.under-bar .sew');
const missing = document.getElementById('falta');
const lines = [...list.children];
const boxOf = line => line.querySelector('input');
const units = some => some.reduce((sum, line) => sum + Number(line.dataset.units), 0);

function show() {
  const [have, all] = [units(lines.filter(line => boxOf(line).checked)), units(lines)];
  const next = lines.find(line => !boxOf(line).checked);
  for (const line of lines) {
    line.classList.toggle('ok', boxOf(line).checked);
    line.classList.toggle('now', line === next);
  }
  const number = value => value.toLocaleString(document.documentElement.lang);
  found.textContent = (all === 1 ? found.dataset.one : found.dataset.many).replace('{n}', number(have)).replace('{m}', number(all));
  const percent = Math.round(have * 100 / all);
  seam.setAttribute('aria-valuenow', percent);
  const at = `${Math.min(98, Math.max(2, percent))}%`;
  seam.querySelector('.done').setAttribute('x2', at);
  seam.querySelector('circle').setAttribute('cx', at);
  if (missing && next) missing.href = missing.href.replace(/\?.*$/, '') + `?renglon=${next.dataset.line}`;
}

list.addEventListener('change', show);
// The whole card is the target, for a thumb.
list.addEventListener('click', event => { const line = event.target.closest('li'); if (line && event.target !== boxOf(line)) boxOf(line).click(); });

// A scanner types faster than any person, and ends with Enter.
let burst = '', last = 0;
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && burst.length >= 4) {
    const line = lines.find(one => !boxOf(one).checked && one.dataset.codes.toLowerCase().split(' ').includes(burst.toLowerCase()));
    burst = '';
    if (line) { event.preventDefault(); boxOf(line).click(); line.scrollIntoView({ block: 'nearest' }); }
    return;
  }
  if (event.key.length !== 1) return;
  burst = event.timeStamp - last < 35 ? burst + event.key : event.key;
  last = event.timeStamp;
});

show();
