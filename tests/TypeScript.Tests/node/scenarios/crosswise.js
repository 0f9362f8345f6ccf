const record = { name: 'film', size: 3, parts: [{ title: 'öne', weight: 0.5 }, { title: 'two', weight: 1e21 }] };

export const payloads = (scene) =>
  scene.execute('payloads', record, new Uint8Array([0, 1, 254, 255]), null, [1, 2, 39], 'aé日本𝄞');

export async function reversedBytes(scene) {
  const bytes = await scene.execute('reversedBytes', new Uint8Array([0, 1, 254, 255]));
  return { bytes: [...bytes], isArray: bytes instanceof Uint8Array };
}

export const returnsNull = (scene) => scene.execute('returnsNull');

export async function fails(scene) {
  const { name, cause } = await scene.execute('fails').catch((error) => error);
  const causes = [];
  for (let error = cause; error; error = error.cause) {
    causes.push({ name: error.name, message: error.message, type: error.type, nonRetryable: error.nonRetryable, details: error.details ?? null });
  }
  return { name, causes };
}

export const usesActivitiesOf = (scene) => scene.execute('usesActivitiesOf', scene.otherTaskQueue);
export async function usesChildOf(scene) {
  scene.remember(`${scene.id}-fails`);
  return await scene.execute('usesChildOf', scene.otherTaskQueue);
}
