// Reads a QR with the camera and sends the form that it belongs to. Without a camera, or without HTTPS, the page says so and the typed code stays.

const section = document.querySelector('[data-scan]');
const form = document.getElementById(`${section.dataset.scan}-form`);
const field = form.elements[section.dataset.scan];
const video = section.querySelector('video');

const say = name => { document.querySelector(`[data-scan-${name}]`).hidden = false; };

// The browser's own reader where it has one; else a library that is loaded only now.
async function reader() {
  if ('BarcodeDetector' in window) {
    try {
      if ((await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
        const detector = new BarcodeDetector({ formats: ['qr_code'] });
        return async () => (await detector.detect(video))[0]?.rawValue;
      }
    } catch { /* Announced but not there: some builds have the name only. */ }
  }
  await new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src: section.dataset.jsqr, onload: resolve, onerror: reject })));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height)?.data;
  };
}

async function scan() {
  if (!window.isSecureContext) return say('not-secure');
  if (!navigator.mediaDevices?.getUserMedia) return say('no-camera');
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    return say('no-camera');
  }
  section.hidden = false;
  video.srcObject = stream;
  await video.play();
  const read = await reader();
  const look = async () => {
    const text = video.videoWidth > 0 ? await read() : null;
    if (!text) return setTimeout(look, 120);
    stream.getTracks().forEach(track => track.stop());
    field.value = text;
    form.requestSubmit();
  };
  look();
}

scan();
