import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** PDF/A: what is kept for years says by itself all that is needed to show it. `madeAt` in seconds since 1970. */
export const pdfOf = (compiler: NodeCompiler, document: NodeTypstDocument, madeAt: number): Buffer =>
  compiler.pdf(document, { creationTimestamp: madeAt, pdfTags: false, pdfStandard: 'a-2u' })
