// What the official client does in each scenario. What must come of it is written in the C# tests.
import * as activities from './activities.js';
import * as cancellation from './cancellation.js';
import * as children from './children.js';
import * as client from './client.js';
import * as crosswise from './crosswise.js';
import * as evolution from './evolution.js';
import * as messages from './messages.js';
import * as tasks from './tasks.js';
import * as timers from './timers.js';

export const scenarios = { ...activities, ...cancellation, ...children, ...client, ...crosswise, ...evolution, ...messages, ...tasks, ...timers };
