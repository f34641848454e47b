declare module 'libheif-js/wasm-bundle.js' {
  /** One picture within a file, turned as the file says. */
  type HeifImage = {
    get_width(): number
    get_height(): number
    is_primary(): boolean
    /** Fills `data`, four bytes a pixel, and hands it on; null where it cannot be decoded. */
    display(
      into: { data: Uint8ClampedArray; width: number; height: number },
      done: (filled: object | null) => void,
    ): void
  }
  const libheif: {
    HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] }
  }
  export default libheif
}
