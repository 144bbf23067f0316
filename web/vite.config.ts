import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.LUMIKU_API_URL ?? 'http://127.0.0.1:3000';
// The host stays what the browser sees: the server refuses requests whose origin is another one.
const passedOn = { target: api, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inlined: the page's policy allows files of this server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': passedOn, '/uploads': passedOn, '/health': passedOn, '/metrics': passedOn },
  },
});
