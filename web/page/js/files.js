// Files that are chosen, dropped or pasted onto the page.
import { bringFiles } from './desk.js';
import { byId } from './dom.js';
import { openNew } from './new-dialog.js';

export function start() {
  const input = byId('files');
  input.addEventListener('change', async () => {
    const files = [...input.files];
    input.value = '';
    if (files.length) await bringFiles(files);
  });
  let depth = 0;
  const over = (by) => {
    depth += by;
    document.body.classList.toggle('dropping', depth > 0);
  };
  addEventListener('dragenter', (event) => { event.preventDefault(); over(1); });
  addEventListener('dragleave', () => over(-1));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    over(0);
    if (event.dataTransfer.files.length) bringFiles(event.dataTransfer.files);
  });
  addEventListener('paste', (event) => {
    if (event.target.closest?.('input, textarea, dialog')) return;
    const text = event.clipboardData.getData('text/plain');
    if (event.clipboardData.files.length) bringFiles(event.clipboardData.files);
    else if (text.trim()) {
      openNew();
      const area = document.querySelector('#new-dialog textarea');
      area.value = text;
      area.dispatchEvent(new Event('input'));
    }
    event.preventDefault();
  });
}
