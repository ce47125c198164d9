import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Fonts and marks stay files of their own: a data: URL would need a wider content security policy.
  build: { assetsInlineLimit: 0 },
});
