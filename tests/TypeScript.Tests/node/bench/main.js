// usage: node bench/main.js ADDRESS. The official SDK under the benchmark: orders and figures as in tests/Benchmarks/SdkServant.cs.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const [address] = process.argv.slice(2);
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } }, shutdownSignals: [] });
let held = 0;
const activities = {
  echo: async (text) => text,
  countHeld: async () => void held++,
};
const workflowBundle = await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('workflows.js', import.meta.url)), logger });
const taskQueue = `bench-${randomUUID()}`;
const worker = await Worker.create({ connection: await NativeConnection.connect({ address }), taskQueue, activities, workflowBundle });
const { workflow } = new Client({ connection: await Connection.connect({ address }) });
const start = (type, ...args) => workflow.start(type, { taskQueue, workflowId: `bench-${randomUUID()}`, args });

/** Does something so many times, with so many under way at once. */
async function repeat(count, underWay, act) {
  let next = 0;
  const one = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: underWay }, one));
}

const orders = {
  async throughput(seconds, underWay, steps) {
    const milliseconds = [];
    const started = performance.now();
    const one = async () => {
      while (performance.now() < started + seconds * 1000) {
        const begun = performance.now();
        await (await start('chain', steps)).result();
        milliseconds.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: underWay }, one));
    const count = milliseconds.length;
    const perSecond = (count * 1000) / (performance.now() - started);
    milliseconds.sort((a, b) => a - b);
    return [perSecond, milliseconds[Math.floor((count * 99) / 100)], count];
  },

  async hold(count) {
    const wanted = held + count;
    await repeat(count, 50, () => start('held'));
    while (held < wanted) await wait(20);
    return [wanted];
  },

  async replay(times) {
    const handle = await start('chain', 200);
    await handle.result();
    const history = await handle.fetchHistory();
    const histories = (count) => Array.from({ length: count }, () => ({ workflowId: handle.workflowId, history }));
    const run = async (count) => {
      for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories(count))) if (error) throw error;
    };
    await run(1);
    const started = performance.now();
    await run(times);
    return [(history.events.length * times * 1000) / (performance.now() - started)];
  },
};

worker.run().catch((error) => {
  console.error(error);
  process.exit(1);
});
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [order, ...numbers] = line.split(' ');
  console.log((await orders[order](...numbers.map(Number))).join(' '));
}
process.exit(0);
