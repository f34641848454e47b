import type { Page } from 'playwright'

const open = new Set<Page>()

/** Of a test that fails, what this page shows then is printed (`say-what-failed.ts`). */
export function watch(page: Page): void {
  open.add(page)
  page.on('close', () => open.delete(page))
  page.on('pageerror', ({ message }) => console.error(`${page.url()}: ${message}`))
}

const LONGEST = 1500

/** Prints what each open page shows: a fault that comes once in a hundred runs says what it was. */
export async function printOpenPages(): Promise<void> {
  for (const page of open) {
    const shown = await page
      .evaluate(() => {
        const focused = document.activeElement?.outerHTML.slice(0, 200)
        return `focused: ${focused}\n${document.body.innerText.replace(/\n+/g, ' | ')}`
      })
      .catch((error: Error) => error.message)
    console.error(`${page.url()} showed:\n${shown.slice(0, LONGEST)}`)
  }
}
