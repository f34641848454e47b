/** What is said of a file or a column, in Chinese and in English. */
export type Said = readonly [zh: string, en: string]
