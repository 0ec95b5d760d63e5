export interface Sending {
  /** The id under which the server keeps it; without one what went wrong, when the server said so. */
  readonly answer: Promise<{ id?: string; error?: string }>;
  stop(): void;
}

/** Sends a file on its own, and tells how much of it is there, from 0 to 1. */
export function sendFile(file: File, onProgress: (part: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<{ id?: string; error?: string }>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    // A redirect leads to the sign-in page, which is no answer in JSON.
    request.addEventListener('load', () => resolve(request.response ?? {}));
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => resolve({}));
  });
  const data = new FormData();
  data.set('files', file);
  request.responseType = 'json';
  request.open('POST', '/attachments');
  request.send(data);
  return { answer, stop: () => request.abort() };
}
