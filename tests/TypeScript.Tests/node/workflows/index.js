// Everything exported here is a workflow of the worker; its name is its type. The C# workflows of the same types are in ../../Workflows.
export * from './activities.js';
export * from './cancellation.js';
export * from './children.js';
export * from './crosswise.js';
export * from './evolution.js';
export * from './messages.js';
export * from './timers.js';
