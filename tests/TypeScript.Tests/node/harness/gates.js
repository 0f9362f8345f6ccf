// What a scenario wants to happen when the worker decodes a payload of its workflow: the way into the middle of a workflow task.
const gates = new Map();

/** From now on `act` gets every JSON value that the worker decodes for the workflow; the task waits for it, and fails if it throws. */
export function openGate(workflowId, act) {
  gates.set(workflowId, act);
}

/** The codec of the worker: changes nothing, asks the gates. */
export const gatesCodec = {
  encode: async (payloads) => payloads,
  decode: async (payloads, context) => {
    const act = gates.get(context?.workflowId);
    for (const { data } of act ? payloads : []) await act(data?.length ? JSON.parse(Buffer.from(data)) : undefined);
    return payloads;
  },
};
