import '@hotwired/turbo';
import './file-drop.ts';
import './report-panel.ts';
import './live-page.ts';
import './queue-keys.ts';
import './palette.ts';
import './copy-text.ts';
import './passkey-form.ts';
