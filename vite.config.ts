import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The site. Paths stand as written from the repository's root, where the scripts run. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
  },
})
