declare module 'es-check' {
  /** The part of it that is used: checks files by a browserslist. */
  export function runChecks(
    configs: readonly {
      files: string
      module: boolean
      checkFeatures: boolean
      checkBrowser: boolean
      browserslistQuery: string
    }[],
  ): { success: boolean; errors: { err: Error }[] }
}

declare module 'doiuse' {
  import type { Node, Result, Root } from 'postcss'

  /** A plugin of PostCSS that tells what of a style sheet some browser lacks; its own types are not exported. */
  export default function doiuse(options: {
    browsers: string[]
    ignore: string[]
    onFeatureUsage: (used: { feature: string; message: string; usage: Node }) => void
  }): { postcssPlugin: string } & { postcss: (root: Root, result: Result) => void }
}
