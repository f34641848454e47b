import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { bareContracts } from './scripts/site/bare-contracts.ts'
import { oldestBrowsers } from './scripts/site/browsers.ts'
import { colours, cssVariables } from './src/web/tokens.ts'

/** The tokens are there for CSS before anything is drawn; the browser's own frame takes one of them. */
const tokens: Plugin = {
  name: 'tokens',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { name: 'theme-color', content: colours.pine }, injectTo: 'head' },
    { tag: 'style', children: `:root { ${cssVariables} }`, injectTo: 'head' },
  ],
}

/** The site. Paths stand as written from the repository's root, where the scripts run. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), tokens, bareContracts],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // One style sheet: split, a page would ask for one per component.
    cssCodeSplit: false,
    manifest: true,
    // CSS too: what is lowered for it follows this list.
    target: oldestBrowsers(),
  },
})
