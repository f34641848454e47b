import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { bareContracts } from './scripts/site/bare-contracts.ts'
import { oldestBrowsers } from './scripts/site/browsers.ts'
import { olderMethods } from './scripts/site/older-methods.ts'
import { colours, cssVariables } from './src/looks/tokens.ts'

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
  plugins: [react(), tokens, bareContracts, olderMethods],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // One style sheet: split, a page would ask for one per component.
    cssCodeSplit: false,
    manifest: true,
    // CSS too: what is lowered for it follows this list.
    target: oldestBrowsers(),
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 6 },
            // What doors and portals both have, so that nobody who is signed in fetches a door.
            {
              name: 'both',
              test: /@tanstack\/(react-query|query-core)\/|ui\/top\.tsx$|domain\/longest\.ts$|contracts\/schools\.ts$/,
              priority: 5,
            },
            { name: 'doors', test: /accounts\/sign-in-page|public\/front-pages/, priority: 4.5 },
            // Also what every lifecycle is made by: cases stand on the first page of each portal.
            {
              name: 'portal',
              test: /portals\/shell\.tsx$|students\/student-pages\.tsx$|domain\/lifecycle\.ts$/,
              priority: 4,
            },
            {
              name: 'acts',
              test: /features\/cases\/(act-button|case-acts)\.tsx$|ui\/said-host\.tsx$/,
              priority: 3,
            },
            { name: 'forms', test: /antd\/es\/(form|input|checkbox|radio|select)\//, priority: 2 },
            { name: 'english', test: /\.en\.ts$/, priority: 1 },
            // What the first pages of school and employer both show.
            {
              name: 'standing',
              test: /ui\/rows\.tsx$|features\/cases\/age\.tsx$|features\/case-status\/(?!case-timeline)/,
              priority: 0.95,
            },
            { name: 'desk', test: /portals\/school-portal\.tsx$/, priority: 0.9 },
            { name: 'workbench', test: /employers\/workbench-page\.tsx$/, priority: 0.85 },
            {
              name: 'case',
              test: /features\/(agreements\/agreement|dissolutions\/dissolution|destinations\/destination)-page\.tsx$/,
              priority: 0.8,
            },
            // A queue and its cases, in one request.
            {
              name: 'queues',
              test: /features\/reviews\/(leading|review-queue|case-in-queue)\.tsx$/,
              priority: 0.65,
            },
            {
              name: 'lists',
              test: /ui\/list-page\.tsx$|ui\/filters\.tsx$|ui\/search-field\.tsx$|ui\/choice-filter\.tsx$/,
              priority: 0.7,
            },
          ],
        },
      },
    },
  },
})
