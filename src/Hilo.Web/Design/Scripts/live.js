// One event stream per page. What changed is only announced: parts of the page fetch themselves again, and new rows of a list are counted, never put under the pointer.

const url = document.querySelector('meta[name=live]').content;
const counter = document.querySelector('[data-live-count]');
const quiet = 10_000;
const atMostEvery = 700;
let source, waiting, looked = 0, fresh = 0;

function look() {
  if (document.hidden) { waiting = true; return; }
  const pause = looked + atMostEvery - Date.now();
  if (pause > 0) { waiting ??= setTimeout(() => { waiting = undefined; look(); }, pause); return; }
  looked = Date.now();
  document.body.dispatchEvent(new CustomEvent('live'));
}

function count(type) {
  if (!counter || type !== counter.dataset.liveCount) return;
  fresh++;
  counter.querySelector('[data-words]').textContent = (fresh === 1 ? counter.dataset.one : counter.dataset.many).replace('{n}', fresh.toLocaleString(document.documentElement.lang));
  counter.hidden = false;
}

function listen() {
  source = new EventSource(url);
  source.onmessage = event => {
    const change = JSON.parse(event.data);
    count(change.type);
    document.body.dispatchEvent(new CustomEvent('live:change', { detail: change }));
    look();
  };
  // Too much was missed, or the stream says to begin anew.
  source.addEventListener('reset', look);
}

listen();
// While nothing is heard the page looks by itself, as it always did.
setInterval(() => { if (source.readyState !== EventSource.OPEN) look(); }, quiet);
document.addEventListener('visibilitychange', () => { if (!document.hidden && waiting === true) { waiting = undefined; look(); } });
addEventListener('pagehide', () => source.close());
addEventListener('pageshow', event => { if (event.persisted) { listen(); look(); } });
