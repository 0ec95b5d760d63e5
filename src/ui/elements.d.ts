import 'hono/jsx';

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'file-drop': Record<string, unknown>;
      'draft-keeper': Record<string, unknown>;
      'live-page': Record<string, unknown>;
      'site-parts': Record<string, unknown>;
      'report-panel': Record<string, unknown>;
      'queue-keys': Record<string, unknown>;
      'command-palette': Record<string, unknown>;
      'passkey-form': Record<string, unknown>;
      'turbo-frame': Record<string, unknown>;
      'text-tools': Record<string, unknown>;
      'name-list': Record<string, unknown>;
      'copy-text': Record<string, unknown>;
    }
  }
}
