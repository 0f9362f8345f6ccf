import i18next from 'i18next';
import locales from '@temporalio/ui/i18n/locales/index';

/** Puts the package's English words in place: its components look them up as soon as they are shown. */
export const words = () => i18next.init({ lng: 'en', resources: locales, ns: Object.keys(locales.en), interpolation: { escapeValue: false } });
