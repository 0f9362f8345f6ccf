// usage: node harness/main.js ADDRESS BUNDLE TASK_QUEUE [STICKY_TIMEOUT]
// A worker and a client of the official SDK. Commands come as lines of JSON, answers go out the same way; it ends when its input does.
import { createInterface } from 'node:readline';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import * as activities from '../activities/index.js';
import { scenarios } from '../scenarios/index.js';
import { gatesCodec } from './gates.js';
import { replay } from './replay.js';
import { Scene } from './scene.js';

const [address, bundle, taskQueue, stickyTimeout = '10 seconds'] = process.argv.slice(2);
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  shutdownSignals: [],
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  activities,
  workflowBundle: { codePath: bundle },
  dataConverter: { payloadCodecs: [gatesCodec] },
  stickyQueueScheduleToStartTimeout: stickyTimeout,
  maxHeartbeatThrottleInterval: '200ms',
  shutdownForceTime: '1 second',
});
const client = new Client({ connection: await Connection.connect({ address }) });
const commands = {
  play: ({ scenario, on, other }) => Scene.play(scenarios[scenario], { client, address, bundle }, on, other),
  replay: ({ recordings }) => replay(bundle, recordings),
};

async function answer({ id, command, ...options }) {
  try {
    return { id, answer: await commands[command](options) };
  } catch (error) {
    return { id, error: `${error.stack}\n${error.cause?.stack ?? ''}` };
  }
}

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
worker.run().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
createInterface({ input: process.stdin })
  .on('line', async (line) => say(await answer(JSON.parse(line))))
  .on('close', () => process.exit(0));
say({ ready: true });
