import preset from './node_modules/@temporalio/ui/dist/theme/preset.js';

export default {
  presets: [preset],
  content: ['./src/**/*.{html,js,svelte}', './node_modules/@temporalio/ui/dist/**/*.{js,svelte}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    fontFamily: {
      sans: ['Inter Variable', 'sans-serif'],
      mono: ['Noto Sans Mono', 'monospace'],
    },
  },
};
