import { startEmbedded } from '#db/embedded.ts';

// A program of its own that holds the database of a folder, until it is told to stop or killed.
const server = await startEmbedded({ dataDir: process.argv[2]!, log: console, durable: false });
console.log(JSON.stringify({ adopted: server.adopted }));
const alive = setInterval(() => {}, 60_000);
process.once('SIGTERM', async () => {
  await server.stop();
  clearInterval(alive);
});
