export const timer = (scene) => scene.execute('timer');
export const timerRace = (scene) => scene.execute('timerRace');
export const conditionTimeout = (scene) => scene.execute('conditionTimeout');
