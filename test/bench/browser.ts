import { chromium } from 'playwright-core';

/** What a browser that was never here fetches to show the queue; null where there is no browser. */
export async function coldQueue(
  url: string,
  /** As a request carries them. */
  cookie: string,
): Promise<{ requests: number; bytes: number } | null> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
    for (const each of cookie.split('; ')) {
      const [name = '', ...value] = each.split('=');
      await context.addCookies([{ name, value: value.join('='), url }]);
    }
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let [requests, bytes] = [0, 0];
    network.on('Network.requestWillBeSent', ({ request }) => {
      if (/^https?:/.test(request.url)) requests++;
    });
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${url}/desk`, { waitUntil: 'networkidle' });
    if ((await page.locator('[data-row]').count()) !== 50) throw new Error('The browser shows no 50 rows.');
    return { requests, bytes };
  } finally {
    await browser.close();
  }
}
