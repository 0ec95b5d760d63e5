/** Photos from here on are made lighter; nobody needs more points to see what is wrong. */
const heavy = 3 * 1024 * 1024;
const longestSide = 2560;
const thumbnailSide = 96;

/**
 * A large photo with fewer points, so that a phone on a slow line sends it in seconds; where it was taken goes
 * with it. Anything else, and what does not become lighter, stays as it is.
 */
export async function lighterPhoto(file: File): Promise<File> {
  if (file.type !== 'image/jpeg' || file.size < heavy) return file;
  try {
    const canvas = await drawn(file, longestSide);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    return blob.size < file.size ? new File([blob], file.name, { type: file.type }) : file;
  } catch {
    return file;
  }
}

/** Puts a small picture of a picture before everything else in `row`. */
export async function showThumbnail(file: File, row: HTMLElement): Promise<void> {
  if (!file.type.startsWith('image/') || row.querySelector('img')) return;
  try {
    const canvas = await drawn(file, thumbnailSide);
    const image = new Image();
    image.alt = '';
    image.className = 'size-12 rounded-field border border-base-300 object-cover';
    image.src = await asAddress(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 }));
    row.prepend(image);
  } catch {
    // No picture after all: its name says enough.
  }
}

async function drawn(file: File, side: number): Promise<OffscreenCanvas> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

/** As `data:`: the page takes pictures from nowhere else. */
const asAddress = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', reject);
    reader.readAsDataURL(blob);
  });
